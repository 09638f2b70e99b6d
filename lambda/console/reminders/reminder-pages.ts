import { timeOf } from '../../core/kernel/uk-time.ts';
import type { Echo } from '../../core/pairing/echo.ts';
import type { Nation } from '../../core/people/home.ts';
import type { Reminder } from '../../core/reminders/reminder.ts';
import type { WantedReminder } from '../../core/reminders/set-reminder.ts';
import { nextOccurrence, type Occurrence } from '../../core/timetable/occurrence.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { recurrenceWords, reminderSentence } from '../residents/reminder-words.ts';
import type { Seen } from '../residents/with-resident.ts';
import { checkRows, wantedRows } from './check-view.ts';
import { fieldsOn, type Part, partBefore } from './form-parts.ts';
import { formView } from './form-view.ts';
import { byWords } from './history-words.ts';
import { hiddenFields, type TypedReminder } from './typed-reminder.ts';

/** A reminder form under way: a new Reminder, or a change of one that stands. */
export type Work = {
  readonly action: string;
  readonly changing: Reminder | undefined;
  readonly echos: readonly Echo[];
  /** Where the Resident's Home is, if that is known: whose bank holidays count. */
  readonly nation: Nation | undefined;
};

export type FormPart = { readonly part: Part; readonly typed: TypedReminder };

const titleOf = ({ changing }: Work, { words, resident }: Seen): string => {
  const { form } = words.reminders;
  const name = resident.settings.nameToUse;
  return changing === undefined ? form.addTitle(name) : form.changeTitle(name);
};

const backOf = ({ changing }: Work, { path }: Seen): string =>
  changing === undefined ? path : `${path}/reminders/${changing.id}`;

/** The pages on the way from an empty form to a Reminder that stands. */
export const reminderPages = (needs: ConsoleNeeds, show: ShowPage) => ({
  /** One page of the form; what stands on the others goes with it. */
  part: async (c: Visit, seen: Seen, work: Work, form: FormPart, mistakes: readonly Mistake[] = []) => {
    const { part, typed } = form;
    const shown = fieldsOn(part, typed);
    const before = partBefore(part);
    return show(c, {
      view: 'reminder-form',
      title: titleOf(work, seen),
      status: mistakes.length === 0 ? 200 : 422,
      ...(before === undefined ? { back: backOf(work, seen) } : {}),
      mistakes,
      data: {
        action: work.action,
        part,
        before,
        fields: hiddenFields(typed).filter(({ name }) => !shown.includes(name)),
        ...formView(typed, seen, await needs.councilOf(needs.council), work.echos.length > 0),
      },
    });
  },

  /** The answers so far, each with a way to change it. `next` is the first occurrence, if there is one. */
  check: (c: Visit, seen: Seen, work: Work, typed: TypedReminder, wanted: WantedReminder, next?: Occurrence) =>
    show(c, {
      view: 'reminder-check',
      title: work.changing === undefined ? seen.words.reminders.check.title : titleOf(work, seen),
      data: {
        action: work.action,
        fields: hiddenFields(typed),
        rows: checkRows(needs.wording, wanted, next, work.echos, seen),
        isChange: work.changing !== undefined,
      },
    }),

  quiet: (c: Visit, seen: Seen, work: Work, typed: TypedReminder, { local }: Occurrence) => {
    const { when, reminders } = seen.words;
    const { settings } = seen.resident;
    const quiet = settings.quietHours ?? { from: timeOf(local), to: timeOf(local) };
    const [from, to, time] = [quiet.from, quiet.to, timeOf(local)].map(when.time);
    return show(c, {
      view: 'reminder-quiet',
      title: reminders.quiet.title,
      data: {
        action: work.action,
        fields: hiddenFields(typed).filter(({ name }) => name !== 'quiet'),
        says: reminders.quiet.says(settings.nameToUse, from ?? '', to ?? '', time ?? ''),
      },
    });
  },

  /** Somebody else changed it: both versions, and a choice (C01). */
  conflict: (c: Visit, seen: Seen, work: Work, typed: TypedReminder, wanted: WantedReminder, current: Reminder) => {
    const { conflict, page } = seen.words.reminders;
    const next = nextOccurrence(wanted.recurrence, seen.now);
    return show(c, {
      view: 'reminder-conflict',
      title: conflict.title,
      status: 409,
      back: `${seen.path}/reminders/${current.id}`,
      data: {
        action: work.action,
        fields: hiddenFields({ ...typed, act: String(current.lastAct.number) }),
        changedBy: conflict.changedBy(...byWords(current.lastAct, seen)),
        did: page.state,
        state: seen.words.residents.states[current.state],
        theirs: wantedRows(current, reminderSentence(current, seen.today, seen.words), seen),
        yours: wantedRows(wanted, recurrenceWords(wanted.recurrence, next, seen.today, seen.words), seen),
        keep: `${seen.path}/reminders/${current.id}`,
      },
    });
  },
});
export type ReminderPages = ReturnType<typeof reminderPages>;
