import type { Instant } from '../../core/kernel/clock.ts';
import { type LocalDate, localDate, localTime } from '../../core/kernel/uk-time.ts';
import type { Words } from '../words/en.ts';

/** When something was: "8:10am today", or "8:10am on Monday 23 November". */
export const momentWords = (at: Instant, today: LocalDate, { when }: Words): string =>
  localDate(at) === today
    ? when.atToday(when.time(localTime(at)))
    : when.atOn(when.time(localTime(at)), when.day(localDate(at)));

/** The time of something beside a day that is already named; the day is added only if it is another. */
export const timeWords = (at: Instant, day: LocalDate, { when }: Words): string =>
  localDate(at) === day ? when.time(localTime(at)) : when.atOn(when.time(localTime(at)), when.day(localDate(at)));
