import { dateOf, type LocalDate, type LocalDateTime, type LocalTime, timeOf, type Weekday } from '../kernel/uk-time.ts';
import type { Nation } from '../people/home.ts';

/** The days on which a recurrence holds: from a first day to a last one, or for ever. Both are inclusive. */
export type Span = { readonly from: LocalDate; readonly until?: LocalDate };

/** Which of a weekday's days in a month. A month has at least four of each. */
export const NTHS = [1, 2, 3, 4, 'last'] as const;
export type Nth = (typeof NTHS)[number];

/** Which days a rule names. */
export type DayPattern =
  | { readonly kind: 'daily' }
  | { readonly kind: 'weekdays' }
  | { readonly kind: 'chosen-weekdays'; readonly days: readonly Weekday[] }
  /** Every so many days, counted from the first day of the span. */
  | { readonly kind: 'every-n-days'; readonly every: number }
  /** On these days of every so many weeks, counted from the week of the first such day. Weeks begin on Monday. */
  | { readonly kind: 'every-n-weeks'; readonly every: number; readonly days: readonly Weekday[] }
  /** On a day of every month, 1 to 31; in a shorter month on its last day, so that none is left out. */
  | { readonly kind: 'monthly-on-date'; readonly day: number }
  | { readonly kind: 'monthly-on-weekday'; readonly nth: Nth; readonly weekday: Weekday };

/**
 * What becomes of an occurrence on a bank holiday: nothing, or it is told on the next working day (Monday to Friday, no bank
 * holiday). The nation is that of the Resident's Home when the rule was set.
 */
export type OnBankHolidays = { readonly nation: Nation; readonly instead: 'nothing' | 'next-working-day' };

/** At one time of the days of a pattern, or several; `except` are single dates that are left out. */
export type DayRecurrence = DayPattern &
  Span & {
    readonly time: LocalTime;
    readonly andAt?: readonly LocalTime[];
    readonly except?: readonly LocalDate[];
    readonly bankHolidays?: OnBankHolidays;
  };

/**
 * Every so many hours that pass, whatever the clock shows. `first` is the first of them, with its offset from UTC; `until` and
 * `except` are the dates in the UK on which one falls.
 */
export type HoursRecurrence = {
  readonly kind: 'every-n-hours';
  readonly every: number;
  readonly first: LocalDateTime;
  readonly until?: LocalDate;
  readonly except?: readonly LocalDate[];
};

/** When a Reminder is due, in UK wall time; every so many hours in time that passes. */
export type Recurrence = { readonly kind: 'once'; readonly at: LocalDateTime } | DayRecurrence | HoursRecurrence;

/** What a rule may be asked for. */
export const RECURRENCE_LIMITS = {
  days: { atLeast: 2, atMost: 365 },
  weeks: { atLeast: 2, atMost: 52 },
  hours: { atLeast: 1, atMost: 72 },
  timesADay: 8,
  leftOut: 20,
} as const;

/** The times of day of a rule, in order, each once. */
export const timesOf = ({ time, andAt = [] }: DayRecurrence): readonly LocalTime[] =>
  andAt.length === 0 ? [time] : [...new Set([time, ...andAt])].sort();

/** The time of day by which a rule is known: the earliest, or that of its first occurrence. */
export const firstTimeOf = (recurrence: Recurrence): LocalTime => {
  switch (recurrence.kind) {
    case 'once':
      return timeOf(recurrence.at);
    case 'every-n-hours':
      return timeOf(recurrence.first);
    default:
      return timesOf(recurrence)[0] ?? recurrence.time;
  }
};

/** The first day on which a rule can be due. */
export const firstDayOf = (recurrence: Recurrence): LocalDate => {
  switch (recurrence.kind) {
    case 'once':
      return dateOf(recurrence.at);
    case 'every-n-hours':
      return dateOf(recurrence.first);
    default:
      return recurrence.from;
  }
};
