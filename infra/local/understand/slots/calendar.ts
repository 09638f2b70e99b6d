import {
  addDays,
  calendarDay,
  daysBetween,
  isLocalDate,
  type LocalDate,
  weekdayOf,
} from '../../../../lambda/core/kernel/uk-time.ts';

const padded = (n: number, length: number): string => String(n).padStart(length, '0');

/** The date, or undefined when there is none (30 February). */
export const dateFrom = (year: number, month: number, day: number): LocalDate | undefined => {
  const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  return isLocalDate(date) ? date : undefined;
};

/** Today or the first such weekday after it. Monday is 1. */
export const onOrAfter = (from: LocalDate, weekday: number): LocalDate =>
  addDays(from, (weekday - weekdayOf(from) + 7) % 7);

export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date));

/** The ISO 8601 week of a date, `2026-W48`: it belongs to the year that has its Thursday. */
export const isoWeek = (date: LocalDate): string => {
  const thursday = addDays(mondayOf(date), 3);
  const { year } = calendarDay(thursday);
  const dayOfYear = daysBetween(`${padded(year, 4)}-01-01`, thursday);
  return `${padded(year, 4)}-W${padded(Math.floor(dayOfYear / 7) + 1, 2)}`;
};

/** The first date with this day and month, today or later; 29 February waits for a leap year. */
export const nextDayOfYear = (from: LocalDate, month: number, day: number): LocalDate | undefined => {
  const { year } = calendarDay(from);
  return Array.from({ length: 9 }, (_, ahead) => dateFrom(year + ahead, month, day)).find(
    (date) => date !== undefined && date >= from,
  );
};

/** The first date with this day of the month, today or later; the 31st waits for a month that has one. */
export const nextDayOfMonth = (from: LocalDate, day: number): LocalDate | undefined => {
  const { year, month } = calendarDay(from);
  return Array.from({ length: 12 }, (_, ahead) =>
    dateFrom(year + Math.floor((month - 1 + ahead) / 12), ((month - 1 + ahead) % 12) + 1, day),
  ).find((date) => date !== undefined && date >= from);
};

/** `2026-11`, some months from a date's own. */
export const monthAfter = (date: LocalDate, months: number): string => {
  const { year, month } = calendarDay(date);
  const count = year * 12 + month - 1 + months;
  return `${padded(Math.floor(count / 12), 4)}-${padded((count % 12) + 1, 2)}`;
};
