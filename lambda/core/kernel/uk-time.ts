import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import { type Instant, MINUTE } from './clock.ts';
import { firstShown, ukOffset } from './uk-offset.ts';

/**
 * Wall time in the United Kingdom. A local date is `2026-11-24`, a local time `08:00`, a local date-time
 * `2026-11-24T08:00`: 24 hours, to the minute, no zone, because the zone is always Europe/London.
 */
export type LocalDate = string;
export type LocalTime = string;
/**
 * One that comes after so many hours and not at a wall time carries its offset from UTC, `2027-10-31T01:30+01:00`, and so names
 * one instant: the clock shows that half past one twice. Date and time stand in the same places, and it sorts by its day.
 */
export type LocalDateTime = string;

/** `2026-11`. */
export type LocalMonth = string;

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export const isLocalTime = (text: string): boolean => TIME.test(text);

export const isLocalDate = (text: string): boolean => {
  if (!DATE.test(text)) return false;
  try {
    plainDate(text);
    return true;
  } catch {
    return false;
  }
};

/** Throws for a day that no calendar has. The numbers are read here because Temporal takes far longer to read a text. */
const plainDate = (date: LocalDate): PlainDate.Record =>
  PlainDate.create(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));

/** A wall time as if it were UTC, and back. */
const asUtc = (at: LocalDateTime): number => {
  const { year, month, day } = plainDate(at);
  return Date.UTC(year, month - 1, day, Number(at.slice(11, 13)), Number(at.slice(14, 16)));
};
const shownAs = (utc: number): LocalDateTime => new Date(utc).toISOString().slice(0, 16);

/** The wall date and time in the UK at an instant, seconds cut off. */
export const localDateTime = (at: Instant): LocalDateTime => shownAs(at + ukOffset(at) * MINUTE);

export const localDate = (at: Instant): LocalDate => dateOf(localDateTime(at));

export const localTime = (at: Instant): LocalTime => localDateTime(at).slice(11);

export const dateOf = (at: LocalDateTime): LocalDate => at.slice(0, 10);

export const timeOf = (at: LocalDateTime): LocalTime => at.slice(11, 16);

export const atTime = (date: LocalDate, time: LocalTime): LocalDateTime => `${date}T${time}`;

/** Whether a local date-time carries its offset from UTC. */
export const hasOffset = (at: LocalDateTime): boolean => at.length === '2027-10-31T01:30+01:00'.length;

/** The local date-time that names exactly this instant (a whole minute): with its offset from UTC. */
export const offsetDateTime = (at: Instant): LocalDateTime => {
  const offset = ukOffset(at);
  const [sign, ahead] = offset < 0 ? ['-', -offset] : ['+', offset];
  return `${localDateTime(at)}${sign}${shownAs(ahead * MINUTE).slice(11)}`;
};

/**
 * The instant at which the UK clock first shows a local date-time (promise G7). In the spring gap it is the first
 * instant after the gap, so order is kept; in the repeated autumn hour it is the first of the two. With an offset it is the
 * instant that is named.
 */
export const instantOf = (at: LocalDateTime): Instant => (hasOffset(at) ? Date.parse(at) : firstShown(asUtc(at)));

export const addDays = (date: LocalDate, days: number): LocalDate =>
  days === 0 ? date : PlainDate.toString(PlainDate.addDays(plainDate(date), days));

/** Whole days from one date to another; negative if `to` is before `from`. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  PlainDate.diffDays(plainDate(from), plainDate(to));

export const weekdayOf = (date: LocalDate): Weekday => {
  const day = PlainDate.dayOfWeek(plainDate(date));
  const found = WEEKDAYS.find((weekday) => weekday === day);
  if (found === undefined) throw new Error('a date has no weekday');
  return found;
};

export const monthOf = (date: LocalDate): LocalMonth => date.slice(0, 7);

export const monthAfter = (month: LocalMonth): LocalMonth =>
  monthOf(PlainDate.toString(PlainDate.addMonths(plainDate(`${month}-01`), 1)));

/** The nth day of a month, or its last day where it is shorter. */
export const dayOfMonth = (month: LocalMonth, day: number): LocalDate => {
  const first = plainDate(`${month}-01`);
  return PlainDate.toString(PlainDate.withDayOfMonth(first, Math.min(day, PlainDate.daysInMonth(first))));
};

/** The first, second, third, fourth or last of a weekday in a month. */
export const weekdayOfMonth = (month: LocalMonth, nth: 1 | 2 | 3 | 4 | 'last', weekday: Weekday): LocalDate => {
  const first = `${month}-01`;
  const ahead = (weekday - weekdayOf(first) + 7) % 7;
  if (nth !== 'last') return addDays(first, ahead + (nth - 1) * 7);
  const fourth = addDays(first, ahead + 21);
  const fifth = addDays(fourth, 7);
  return monthOf(fifth) === month ? fifth : fourth;
};

export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };

export const calendarDay = (date: LocalDate): CalendarDay => {
  const { year, month, day } = plainDate(date);
  return { year, month, day };
};

/** Adds minutes to a wall time on the dial, whatever the clocks do: 23:50 + 20 is 00:10 the next day. */
export const addWallMinutes = (at: LocalDateTime, minutes: number): LocalDateTime =>
  shownAs(asUtc(at) + minutes * MINUTE);

/** Whether a time of day lies in a window that may run over midnight. The start is inside, the end is not. */
export const isInWindow = (time: LocalTime, start: LocalTime, end: LocalTime): boolean =>
  start <= end ? time >= start && time < end : time >= start || time < end;
