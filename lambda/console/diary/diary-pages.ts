import { APPOINTMENT_KINDS, type DiaryEntry, VISIT_KINDS } from '../../core/diary/diary-entry.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { exampleDate } from '../reminders/typed-reminder.ts';
import type { Seen } from '../residents/with-resident.ts';
import { entryMoment, entryPath, entryTitle } from './entry-words.ts';
import type { EntryKind, TypedEntry } from './typed-entry.ts';

const choices = (kind: EntryKind, { words: { diary } }: Seen) =>
  kind === 'visit'
    ? VISIT_KINDS.map((value) => ({ value, text: diary.visits[value] }))
    : APPOINTMENT_KINDS.map((value) => ({ value, text: diary.appointments[value] }));

/** The pages for a Visit or an appointment: adding, moving, cancelling, and what somebody else did meanwhile. */
export const diaryPages = (show: ShowPage) => ({
  add: (c: Visit, seen: Seen, kind: EntryKind, typed: TypedEntry, mistakes: readonly Mistake[] = []) => {
    const { form } = seen.words.diary;
    const name = seen.resident.settings.nameToUse;
    return show(c, {
      view: 'diary-form',
      title: kind === 'visit' ? form.visitTitle(name) : form.appointmentTitle(name),
      status: mistakes.length === 0 ? 200 : 422,
      back: seen.path,
      mistakes,
      data: {
        action: `${seen.path}/diary/${kind}`,
        kind,
        choices: choices(kind, seen),
        typed,
        dateHint: form.dateHint(exampleDate(seen.today)),
        told: form.told(name),
        button: kind === 'visit' ? form.addVisit : form.addAppointment,
      },
    });
  },

  move: (c: Visit, seen: Seen, entry: DiaryEntry, typed: TypedEntry, mistakes: readonly Mistake[] = []) => {
    const { form } = seen.words.diary;
    const name = seen.resident.settings.nameToUse;
    return show(c, {
      view: 'diary-form',
      title: entry.kind === 'visit' ? form.moveVisitTitle(name) : form.moveAppointmentTitle(name),
      status: mistakes.length === 0 ? 200 : 422,
      back: seen.path,
      mistakes,
      data: {
        action: entryPath(entry, 'move'),
        what: entryTitle(entry, seen.words),
        now: form.now(entryMoment(entry, seen.words)),
        typed,
        dateHint: form.dateHint(exampleDate(seen.today)),
        told: form.told(name),
        button: form.move,
      },
    });
  },

  cancel: (c: Visit, seen: Seen, entry: DiaryEntry) => {
    const { cancel } = seen.words.diary;
    return show(c, {
      view: 'diary-cancel',
      title: entry.kind === 'visit' ? cancel.visitTitle : cancel.appointmentTitle,
      back: seen.path,
      data: {
        action: entryPath(entry, 'cancel'),
        path: seen.path,
        what: entryTitle(entry, seen.words),
        moment: entryMoment(entry, seen.words),
      },
    });
  },

  conflict: (c: Visit, seen: Seen) =>
    show(c, {
      view: 'diary-changed',
      title: seen.words.diary.conflict.title,
      status: 409,
      back: seen.path,
      alsoAt: seen.path,
      data: { see: seen.path },
    }),
});
