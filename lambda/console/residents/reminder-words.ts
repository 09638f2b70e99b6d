import { dateOf, type LocalDate, type LocalTime } from '../../core/kernel/uk-time.ts';
import { REMINDER_LABELS, type Reminder, type ReminderLabel } from '../../core/reminders/reminder.ts';
import { type Recurrence, timesOf } from '../../core/timetable/recurrence.ts';
import type { Words } from '../words/en.ts';

const isLabel = (label: string): label is ReminderLabel => REMINDER_LABELS.some((known) => known === label);

/** What a Reminder is for, as a heading: "Have a drink". A label of a newer version is named by its time alone. */
export const labelWords = (label: string, { reminders: { labels } }: Words): string =>
  isLabel(label) ? labels[label] : labels.routine;

/** A Reminder inside a sentence: "the 8:00am reminder to have a drink". */
export const labelInSentence = (label: string, time: LocalTime, { reminders: { labelled }, when }: Words): string =>
  (isLabel(label) ? labelled[label] : labelled.routine)(when.time(time));

/** In the hour that the clocks skip or repeat, a note about those two nights. */
const clockNote = (recurrence: Recurrence, words: Words): readonly string[] => {
  if (recurrence.kind === 'once' || recurrence.kind === 'every-n-hours') return [];
  return timesOf(recurrence).some((time) => time >= '01:00' && time < '02:00') ? [words.when.clocksChange] : [];
};

/** The plain sentence of a rule: "Every weekday at 8:00am. Next: Tuesday 24 November." */
export const recurrenceWords = (
  recurrence: Recurrence,
  next: { readonly local: string } | undefined,
  today: LocalDate,
  words: Words,
): string => {
  const { when } = words;
  const coming = next === undefined ? when.noNext : when.next(dateOf(next.local));
  const isOnce = recurrence.kind === 'once' && next !== undefined;
  const sentences = [when.recurrence(recurrence, today), ...(isOnce ? [] : [coming]), ...clockNote(recurrence, words)];
  return sentences.join(' ');
};

/** The plain sentence of a Reminder as it is now. */
export const reminderSentence = (reminder: Reminder, today: LocalDate, words: Words): string =>
  reminder.state === 'paused'
    ? `${words.when.recurrence(reminder.recurrence, today)} ${words.when.paused}`
    : recurrenceWords(reminder.recurrence, reminder.next, today, words);

/** The state of a Reminder as its tag says it. */
export const reminderState = (reminder: Reminder): 'on' | 'paused' | 'over' | 'cancelled' =>
  reminder.state === 'on' && reminder.next === undefined ? 'over' : reminder.state;
