import type { Instant } from '../kernel/clock.ts';
import {
  dateOf,
  type LocalDate,
  type LocalDateTime,
  type LocalTime,
  localDate,
  timeOf,
  type Weekday,
} from '../kernel/uk-time.ts';
import { type DayRecurrence, type Recurrence, timesOf } from '../timetable/recurrence.ts';

/**
 * A rule as an Echo holds it by itself, in UK wall time: one time, or the same times of day on every day, on weekdays or on a day of
 * the month, from a first day to a last one (both inclusive).
 */
export type HeldRule =
  | { readonly kind: 'once'; readonly at: LocalDateTime }
  | {
      readonly kind: 'again';
      readonly on: 'every-day' | readonly Weekday[] | { readonly dayOfMonth: number };
      readonly times: readonly LocalTime[];
      readonly from: LocalDate;
      readonly until?: LocalDate;
    };

/**
 * Why an Echo cannot hold a rule without ringing when it should not. Every so many days or weeks: nobody has said from which day an
 * Echo counts. The hour that a clock change skips or repeats: nobody has said what an Echo does in it (promise G7).
 */
export type CannotHold =
  | 'counts-days'
  | 'counts-hours'
  | 'nth-weekday'
  | 'end-of-month'
  | 'bank-holidays'
  | 'leaves-out-days'
  | 'clock-change-hour'
  /** More times of day than a question can hold: each has to be said before the yes (Amazon, "Alexa Reminders Overview"). */
  | 'many-times'
  /** It is told on the evenings before bin days only, and the council moves those. */
  | 'follows-bin-days';

/** What an Echo would hold; `nothing-left`: every time of the rule is seen to otherwise, or is over. */
export type Holding =
  | { readonly kind: 'holds'; readonly rule: HeldRule }
  | { readonly kind: 'nothing-left' }
  | { readonly kind: 'cannot-hold'; readonly why: CannotHold };

/** So many times of day can be said in one question. */
const MOST_TIMES = 3;

/** Every month has these days. */
const IN_EVERY_MONTH = 28;

const isInClockChange = (time: LocalTime): boolean => time >= '01:00' && time < '02:00';

const daysOf = (rule: DayRecurrence): Extract<HeldRule, { kind: 'again' }>['on'] | CannotHold => {
  switch (rule.kind) {
    case 'daily':
      return 'every-day';
    case 'weekdays':
      return [1, 2, 3, 4, 5];
    case 'chosen-weekdays':
      return rule.days;
    case 'monthly-on-date':
      return rule.day <= IN_EVERY_MONTH ? { dayOfMonth: rule.day } : 'end-of-month';
    case 'monthly-on-weekday':
      return 'nth-weekday';
    case 'every-n-days':
    case 'every-n-weeks':
      return 'counts-days';
  }
};

const isWhy = (on: ReturnType<typeof daysOf>): on is CannotHold => typeof on === 'string' && on !== 'every-day';

const again = (rule: DayRecurrence, today: LocalDate, seenTo: readonly LocalTime[]): Holding => {
  const on = daysOf(rule);
  if (isWhy(on)) return { kind: 'cannot-hold', why: on };
  if (rule.bankHolidays !== undefined) return { kind: 'cannot-hold', why: 'bank-holidays' };
  if ((rule.except ?? []).some((date) => date >= today)) return { kind: 'cannot-hold', why: 'leaves-out-days' };
  const times = timesOf(rule).filter((time) => !seenTo.includes(time));
  if (times.some(isInClockChange)) return { kind: 'cannot-hold', why: 'clock-change-hour' };
  if (times.length > MOST_TIMES) return { kind: 'cannot-hold', why: 'many-times' };
  if (times.length === 0 || (rule.until !== undefined && rule.until < today)) return { kind: 'nothing-left' };
  const { from, until } = rule;
  return { kind: 'holds', rule: { kind: 'again', on, times, from, ...(until === undefined ? {} : { until }) } };
};

/** What an Echo would hold of a recurrence from now on. `seenTo`: times of day at which something else tells it (a routine). */
export const heldRule = (recurrence: Recurrence, now: Instant, seenTo: readonly LocalTime[] = []): Holding => {
  if (recurrence.kind === 'every-n-hours') return { kind: 'cannot-hold', why: 'counts-hours' };
  if (recurrence.kind !== 'once') return again(recurrence, localDate(now), seenTo);
  const time = timeOf(recurrence.at);
  if (seenTo.includes(time) || dateOf(recurrence.at) < localDate(now)) return { kind: 'nothing-left' };
  return isInClockChange(time)
    ? { kind: 'cannot-hold', why: 'clock-change-hour' }
    : { kind: 'holds', rule: { kind: 'once', at: recurrence.at } };
};

/** The same as a recurrence, to be put into words. */
export const recurrenceOf = (rule: HeldRule): Recurrence => {
  if (rule.kind === 'once') return rule;
  const [time = '00:00', ...andAt] = rule.times;
  const { on, from, until } = rule;
  const shared = { time, andAt, from, ...(until === undefined ? {} : { until }) };
  if (on === 'every-day') return { kind: 'daily', ...shared };
  if ('dayOfMonth' in on) return { kind: 'monthly-on-date', day: on.dayOfMonth, ...shared };
  return on.join() === '1,2,3,4,5' ? { kind: 'weekdays', ...shared } : { kind: 'chosen-weekdays', days: on, ...shared };
};
