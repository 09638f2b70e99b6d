import { Temporal } from 'temporal-polyfill';
import type { Instant } from './clock.ts';

/**
 * Wall time in the United Kingdom. A local date is `2026-11-24`, a local time `08:00`, a local date-time
 * `2026-11-24T08:00`: 24 hours, to the minute, no zone, because the zone is always Europe/London.
 */
export const UK_ZONE = 'Europe/London';

export type LocalDate = string;
export type LocalTime = string;
export type LocalDateTime = string;

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export const isLocalTime = (text: string): boolean => TIME.test(text);

export const isLocalDate = (text: string): boolean => {
  if (!DATE.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
};

const zoned = (at: Instant) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(UK_ZONE);

/** The wall date and time in the UK at an instant, seconds cut off. */
export const localDateTime = (at: Instant): LocalDateTime =>
  zoned(at).toPlainDateTime().toString({ smallestUnit: 'minute' });

export const localDate = (at: Instant): LocalDate => zoned(at).toPlainDate().toString();

export const localTime = (at: Instant): LocalTime => localDateTime(at).slice(11);

export const dateOf = (at: LocalDateTime): LocalDate => at.slice(0, 10);

export const timeOf = (at: LocalDateTime): LocalTime => at.slice(11, 16);

export const atTime = (date: LocalDate, time: LocalTime): LocalDateTime => `${date}T${time}`;

/**
 * The instant at which the UK clock first shows a local date-time (promise G7). In the spring gap it is the first
 * instant after the gap, so order is kept; in the repeated autumn hour it is the first of the two.
 */
export const instantOf = (at: LocalDateTime): Instant => {
  const wall = Temporal.PlainDateTime.from(at);
  const earlier = wall.toZonedDateTime(UK_ZONE, { disambiguation: 'earlier' });
  const inGap = !earlier.toPlainDateTime().equals(wall);
  if (!inGap) return earlier.epochMilliseconds;
  const transition = earlier.getTimeZoneTransition('next');
  return (transition ?? earlier).epochMilliseconds;
};

export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Whole days from one date to another; negative if `to` is before `from`. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

export const weekdayOf = (date: LocalDate): Weekday => {
  const day = Temporal.PlainDate.from(date).dayOfWeek;
  const found = WEEKDAYS.find((weekday) => weekday === day);
  if (found === undefined) throw new Error('a date has no weekday');
  return found;
};

export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };

export const calendarDay = (date: LocalDate): CalendarDay => {
  const { year, month, day } = Temporal.PlainDate.from(date);
  return { year, month, day };
};

/** Adds minutes to a wall time on the dial, whatever the clocks do: 23:50 + 20 is 00:10 the next day. */
export const addWallMinutes = (at: LocalDateTime, minutes: number): LocalDateTime =>
  Temporal.PlainDateTime.from(at).add({ minutes }).toString({ smallestUnit: 'minute' });

/** Whether a time of day lies in a window that may run over midnight. The start is inside, the end is not. */
export const isInWindow = (time: LocalTime, start: LocalTime, end: LocalTime): boolean =>
  start <= end ? time >= start && time < end : time >= start || time < end;
