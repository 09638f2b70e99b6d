import type { Instant } from '../kernel/clock.ts';
import {
  addDays,
  atTime,
  dateOf,
  instantOf,
  type LocalDate,
  type LocalTime,
  localDate,
  timeOf,
} from '../kernel/uk-time.ts';
import type { Recurrence } from '../timetable/recurrence.ts';
import type { Reminder, ReminderLabel } from './reminder.ts';

/** How often a Reminder may be set by speaking; everything else is set on the page. */
export const SPOKEN_OFTEN = ['every-day', 'weekdays'] as const;
export type SpokenOften = (typeof SPOKEN_OFTEN)[number];

/** The Reminder that is to be changed, as the person knew it: `act` is the number of its last act. */
export type Changing = { readonly id: string; readonly act: number };

/** A Reminder as far as it was said: local day and time of the UK. Nothing of it is stored before the yes. */
export type ReminderDraft = {
  readonly day?: LocalDate;
  readonly often?: SpokenOften;
  readonly time?: LocalTime;
  readonly label?: ReminderLabel;
  readonly change?: Changing;
};

/** What is asked for next. A new Reminder needs a day and a time, and a time alone is enough: it is the next such time. */
export const missingIn = ({ day, often, time, change }: ReminderDraft): 'day' | 'time' | undefined => {
  if (time !== undefined) return undefined;
  return day === undefined && often === undefined && change === undefined ? 'day' : 'time';
};

/** From one to before seven people seldom say which half of the day they mean. */
export const isHalfOpen = (time: LocalTime): boolean => time >= '01:00' && time < '07:00';

/** The same time on the dial in the other half of the day. */
export const otherHalf = (time: LocalTime): LocalTime =>
  `${String((Number(time.slice(0, 2)) + 12) % 24).padStart(2, '0')}${time.slice(2)}`;

const nextDayAt = (time: LocalTime, now: Instant): LocalDate => {
  const today = localDate(now);
  return instantOf(atTime(today, time)) > now ? today : addDays(today, 1);
};

/** The rule of a draft that has a time. */
export const recurrenceOf = (draft: ReminderDraft & { readonly time: LocalTime }, now: Instant): Recurrence => {
  const { time, often } = draft;
  if (often !== undefined) return { kind: often === 'every-day' ? 'daily' : 'weekdays', time, from: localDate(now) };
  return { kind: 'once', at: atTime(draft.day ?? nextDayAt(time, now), time) };
};

/**
 * The rule of a Reminder after a change by speaking; undefined where it is not as simple as one time on one day, on every day or
 * on some weekdays: such a rule is changed on the page.
 */
export const changedRecurrence = ({ recurrence }: Reminder, { day, time }: ReminderDraft): Recurrence | undefined => {
  switch (recurrence.kind) {
    case 'once': {
      const { at } = recurrence;
      return { kind: 'once', at: atTime(day ?? dateOf(at), time ?? timeOf(at)) };
    }
    case 'daily':
    case 'weekdays':
    case 'chosen-weekdays':
      return day !== undefined || recurrence.andAt !== undefined
        ? undefined
        : { ...recurrence, time: time ?? recurrence.time };
    default:
      return undefined;
  }
};
