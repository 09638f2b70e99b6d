import {
  addDays,
  dayOfMonth,
  daysBetween,
  type LocalDate,
  type LocalMonth,
  monthAfter,
  monthOf,
  type Weekday,
  weekdayOf,
  weekdayOfMonth,
} from '../kernel/uk-time.ts';
import type { DayPattern, Span } from './recurrence.ts';

const MONDAY_TO_FRIDAY: readonly Weekday[] = [1, 2, 3, 4, 5];

/** Days from one weekday to the next of another, 0 to 6. */
const daysUntil = (from: Weekday, to: Weekday): number => (to - from + 7) % 7;

const nextOfWeekdays = (days: readonly Weekday[], date: LocalDate): LocalDate | undefined => {
  const today = weekdayOf(date);
  return days.length === 0 ? undefined : addDays(date, Math.min(...days.map((day) => daysUntil(today, day))));
};

const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date));

const nextOfDays = (every: number, from: LocalDate, date: LocalDate): LocalDate => {
  const over = daysBetween(from, date) % every;
  return over === 0 ? date : addDays(date, every - over);
};

/** In a week that counts, the next of its chosen days; after them, or in between, the first one of the next week that counts. */
const nextOfWeeks = (
  every: number,
  days: readonly Weekday[],
  from: LocalDate,
  date: LocalDate,
): LocalDate | undefined => {
  const first = nextOfWeekdays(days, from);
  if (first === undefined) return undefined;
  if (date <= first) return first;
  const weeks = daysBetween(mondayOf(first), mondayOf(date)) / 7;
  const over = weeks % every;
  const left = days.filter((day) => day >= weekdayOf(date));
  if (over === 0 && left.length > 0) return nextOfWeekdays(left, date);
  return addDays(mondayOf(date), (every - over) * 7 + Math.min(...days) - 1);
};

const nextOfMonths = (dayIn: (month: LocalMonth) => LocalDate, date: LocalDate): LocalDate => {
  const thisMonth = dayIn(monthOf(date));
  return thisMonth >= date ? thisMonth : dayIn(monthAfter(monthOf(date)));
};

const nextOf = (pattern: DayPattern, from: LocalDate, date: LocalDate): LocalDate | undefined => {
  switch (pattern.kind) {
    case 'daily':
      return date;
    case 'weekdays':
      return nextOfWeekdays(MONDAY_TO_FRIDAY, date);
    case 'chosen-weekdays':
      return nextOfWeekdays(pattern.days, date);
    case 'every-n-days':
      return nextOfDays(pattern.every, from, date);
    case 'every-n-weeks':
      return nextOfWeeks(pattern.every, pattern.days, from, date);
    case 'monthly-on-date':
      return nextOfMonths((month) => dayOfMonth(month, pattern.day), date);
    case 'monthly-on-weekday':
      return nextOfMonths((month) => weekdayOfMonth(month, pattern.nth, pattern.weekday), date);
  }
};

/**
 * The first day on or after a date that a pattern names within its span, before any is left out or moved. Reckoned, not
 * searched: years without one cost nothing. Undefined: there is none.
 */
export const nextNamedDay = (rule: DayPattern & Span, onOrAfter: LocalDate): LocalDate | undefined => {
  const day = nextOf(rule, rule.from, onOrAfter > rule.from ? onOrAfter : rule.from);
  return day === undefined || (rule.until !== undefined && day > rule.until) ? undefined : day;
};
