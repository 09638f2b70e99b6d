import { changeReminder } from '../../core/reminders/change-reminder.ts';
import type { Reminder } from '../../core/reminders/reminder.ts';
import { firstQuiet } from '../../core/reminders/reminder-rules.ts';
import {
  checkReminder,
  type ForResident,
  setReminder,
  type WantedReminder,
} from '../../core/reminders/set-reminder.ts';
import { oneOfEachTime } from '../../core/timetable/each-time.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf, one } from '../forms/form.ts';
import { idOfForm, isFormKey } from '../forms/id-of-form.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { Seen } from '../residents/with-resident.ts';
import { idOf } from '../sign-in/signed-in.ts';
import { isPart, partOf, partToChange } from './form-parts.ts';
import { readReminder } from './read-reminder.ts';
import { type FieldRefusal, refusalWords } from './refusal-words.ts';
import { mistakeWords, type ReminderMistake } from './reminder-mistakes.ts';
import type { ReminderPages, Work } from './reminder-pages.ts';
import { type TypedReminder, typedReminder } from './typed-reminder.ts';

type Sent = { readonly c: Visit; readonly seen: Seen; readonly work: Work; readonly typed: TypedReminder };

const isSameWish = (reminder: Reminder, { label, recurrence, ladder }: WantedReminder): boolean =>
  JSON.stringify([reminder.label, reminder.recurrence, reminder.ladder]) ===
  JSON.stringify([label, recurrence, ladder]);

/** A form without a key of ours is not one that was sent before. */
const withKey = (typed: TypedReminder, newToken: () => string): TypedReminder =>
  isFormKey(typed.key) ? typed : { ...typed, key: newToken() };

/** What becomes of a reminder form that was sent: back with its mistakes, a question about quiet hours, a look at the answers, or set. */
export const sentReminder = (needs: ConsoleNeeds, pages: ReminderPages, messages: MessagePages) => {
  const requestOf = ({ seen, work }: Sent): ForResident => ({
    acting: seen.acting,
    resident: seen.resident,
    canReply: work.echos.length > 0,
  });

  const doneAt = (c: Visit, seen: Seen, reminder: Reminder) =>
    c.redirect(`${needs.base}${seen.path}/reminders/${reminder.id}?done=${reminder.lastAct.did}`, 303);

  /** The page on which the field stands, with what is wrong. */
  const back = ({ c, seen, work, typed }: Sent, field: string, text: string) =>
    pages.part(c, seen, work, { part: partOf(field), typed }, [{ field, text }]);

  const refused = (sent: Sent, refusal: FieldRefusal, wanted: WantedReminder) => {
    const { field, text } = refusalWords(refusal, wanted, sent.seen);
    return back(sent, field, text);
  };

  /** The page that was sent, if it has mistakes; otherwise the first one that is not filled in yet. */
  const goOn = ({ c, seen, work, typed }: Sent, step: string, mistakes: readonly ReminderMistake[]) => {
    const own = mistakes.filter(({ field }) => partOf(field) === step);
    if (isPart(step) && own.length > 0) {
      const shown = own.map((mistake) => mistakeWords(mistake, seen.words));
      return pages.part(c, seen, work, { part: step, typed }, shown);
    }
    return pages.part(c, seen, work, { part: partOf(mistakes[0]?.field ?? 'label'), typed });
  };

  /** What an earlier sending of this very form made. */
  const alreadySet = async (sent: Sent, id: string, wanted: WantedReminder) => {
    const { resident, words } = sent.seen;
    const stored = await needs.reminders.ofId(resident.council, resident.id, id);
    if (stored === undefined) return undefined;
    return isSameWish(stored.value, wanted)
      ? doneAt(sent.c, sent.seen, stored.value)
      : back(sent, 'label', words.reminders.errors.keyUsed);
  };

  const set = async (sent: Sent, wanted: WantedReminder) => {
    const { c, seen, typed } = sent;
    const id = await idOfForm(seen.resident.council, seen.resident.id, idOf(seen.acting), typed.key);
    const before = await alreadySet(sent, id, wanted);
    if (before !== undefined) return before;
    const outcome = await setReminder({ ...needs, newId: () => id })(requestOf(sent), wanted);
    switch (outcome.kind) {
      case 'reminder-set':
        return doneAt(c, seen, outcome.reminder);
      case 'not-allowed':
        return messages.notAllowed(c);
      case 'in-quiet-hours':
        return pages.quiet(c, seen, sent.work, typed, outcome.occurrence);
      case 'try-again':
        return (await alreadySet(sent, id, wanted)) ?? back(sent, 'label', seen.words.reminders.errors.tryAgain);
      default:
        return (await alreadySet(sent, id, wanted)) ?? refused(sent, outcome, wanted);
    }
  };

  const change = async (sent: Sent, changing: Reminder, wanted: WantedReminder) => {
    const { c, seen, typed } = sent;
    const request = { ...requestOf(sent), reminderId: changing.id, act: Number(typed.act) };
    const outcome = await changeReminder({ ...needs, newId: needs.newToken })(request, wanted);
    switch (outcome.kind) {
      case 'reminder-changed':
        return doneAt(c, seen, outcome.reminder);
      case 'changed-meanwhile':
        return isSameWish(outcome.current, wanted) && outcome.current.lastAct.by.id === idOf(seen.acting)
          ? doneAt(c, seen, outcome.current)
          : pages.conflict(c, seen, sent.work, typed, wanted, outcome.current);
      case 'no-such-reminder':
        return messages.notFound(c);
      case 'not-allowed':
        return messages.notAllowed(c);
      case 'in-quiet-hours':
        return pages.quiet(c, seen, sent.work, typed, outcome.occurrence);
      case 'reminder-paused':
      case 'reminder-resumed':
      case 'reminder-cancelled':
      case 'reminder-confirmed':
        return doneAt(c, seen, outcome.reminder);
      default:
        return refused(sent, outcome, wanted);
    }
  };

  const look = async (sent: Sent, wanted: WantedReminder) => {
    const { c, seen, work, typed } = sent;
    const others = seen.page.reminders.filter(({ id }) => id !== work.changing?.id);
    const checked = checkReminder(requestOf(sent), wanted, others, seen.now);
    switch (checked.kind) {
      case 'would-be-set': {
        const quiet = firstQuiet(seen.resident, oneOfEachTime(wanted.recurrence, seen.now));
        const confirmed = wanted.quietHoursConfirmed && quiet !== undefined;
        const answers = { ...typed, quiet: confirmed ? 'yes' : '' };
        return pages.check(c, seen, work, answers, { ...wanted, quietHoursConfirmed: confirmed }, checked.next);
      }
      case 'not-allowed':
        return messages.notAllowed(c);
      case 'in-quiet-hours':
        return pages.quiet(c, seen, work, typed, checked.occurrence);
      default:
        return refused(sent, checked, wanted);
    }
  };

  return async (c: Visit, seen: Seen, work: Work): Promise<Response> => {
    const form = formOf(c);
    const step = one(form, 'step');
    const whole = withKey(typedReminder(form), needs.newToken);
    // Another time is asked about anew.
    const typed = step === 'when' ? { ...whole, quiet: '' } : whole;
    const sent: Sent = { c, seen, work, typed };
    const part = partToChange(step, typed);
    if (part !== undefined) return pages.part(c, seen, work, { part, typed });
    const read = readReminder(typed, seen.today, work.nation);
    if (read.kind === 'mistakes') return goOn(sent, step, read.mistakes);
    if (step !== 'set') return look(sent, read.wanted);
    return work.changing === undefined ? set(sent, read.wanted) : change(sent, work.changing, read.wanted);
  };
};
