import * as v from 'valibot';
import { atTime, instantOf, type LocalDate, type LocalTime, offsetDateTime } from '../../core/kernel/uk-time.ts';
import type { Nation } from '../../core/people/home.ts';
import type { DayPattern, OnBankHolidays, Recurrence } from '../../core/timetable/recurrence.ts';
import { daysSchema, hoursSchema, timeSchema, type When, whenSchema } from './recurrence-fields.ts';
import { mistakesOf, type ReminderMistake } from './reminder-mistakes.ts';
import type { TypedReminder } from './typed-reminder.ts';

export type ReadRecurrence = { readonly recurrence: Recurrence } | readonly ReminderMistake[];

type Again = Exclude<When, { often: 'once' }>;

const patternOf = (when: Exclude<Again, { often: 'every-n-hours' }>): DayPattern => {
  switch (when.often) {
    case 'daily':
    case 'weekdays':
      return { kind: when.often };
    case 'chosen-weekdays':
      return { kind: when.often, days: when.days };
    case 'every-n-days':
      return { kind: when.often, every: when.every };
    case 'every-n-weeks':
      return { kind: when.often, every: when.every, days: when.days };
    case 'monthly-on-date':
      return { kind: when.often, day: when.monthDay };
    case 'monthly-on-weekday':
      return { kind: when.often, nth: when.nth, weekday: when.weekday };
  }
};

/** A first day left empty is today. */
const spanOf = ({ from, until }: Again, today: LocalDate) =>
  until === undefined ? { from: from ?? today } : { from: from ?? today, until };

const exceptOf = (leftOut: readonly LocalDate[]) => (leftOut.length === 0 ? {} : { except: leftOut });

const readHours = (
  typed: TypedReminder,
  { every, ...when }: Extract<When, { often: 'every-n-hours' }>,
  time: LocalTime,
  today: LocalDate,
): ReadRecurrence => {
  const rest = v.safeParse(hoursSchema, typed);
  if (!rest.success) return mistakesOf(rest.issues);
  const { from, ...until } = spanOf({ every, ...when }, today);
  const first = offsetDateTime(instantOf(atTime(from, time)));
  return { recurrence: { kind: 'every-n-hours', every, first, ...until, ...exceptOf(rest.output.leftOut) } };
};

const readDays = (
  typed: TypedReminder,
  when: Exclude<Again, { often: 'every-n-hours' }>,
  time: LocalTime,
  today: LocalDate,
  nation: Nation | undefined,
): ReadRecurrence => {
  const rest = v.safeParse(daysSchema, typed, { abortPipeEarly: true });
  if (!rest.success) return mistakesOf(rest.issues);
  const { moreTimes, leftOut, bankHolidays: chosen } = rest.output;
  const instead: OnBankHolidays['instead'] | undefined = chosen === '' || chosen === 'usual' ? undefined : chosen;
  if (instead !== undefined && nation === undefined)
    return [{ field: 'bankHolidays', code: 'bank-holidays-not-known' }];
  const [first = time, ...andAt] = [...new Set([time, ...moreTimes])].sort();
  return {
    recurrence: {
      ...patternOf(when),
      time: first,
      ...spanOf(when, today),
      ...(andAt.length === 0 ? {} : { andAt }),
      ...exceptOf(leftOut),
      ...(instead === undefined || nation === undefined ? {} : { bankHolidays: { nation, instead } }),
    },
  };
};

/**
 * Reads when a Reminder is to come, or everything that is wrong with it. A first day left empty is today; bank holidays are those
 * of the nation of the Resident's Home, where that is known.
 */
export const readRecurrence = (typed: TypedReminder, today: LocalDate, nation: Nation | undefined): ReadRecurrence => {
  const timed = v.safeParse(timeSchema, typed);
  const when = v.safeParse(whenSchema, typed, { abortPipeEarly: true });
  if (!timed.success || !when.success) return [...mistakesOf(timed.issues), ...mistakesOf(when.issues)];
  const { time } = timed.output;
  if (when.output.often === 'once') return { recurrence: { kind: 'once', at: atTime(when.output.date, time) } };
  const { from, until } = spanOf(when.output, today);
  if (until !== undefined && until < from) return [{ field: 'until-day', code: 'until-before-from' }];
  return when.output.often === 'every-n-hours'
    ? readHours(typed, when.output, time, today)
    : readDays(typed, when.output, time, today, nation);
};
