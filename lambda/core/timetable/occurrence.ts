import type { Instant } from '../kernel/clock.ts';
import {
  addDays,
  atTime,
  dateOf,
  hasOffset,
  instantOf,
  type LocalDateTime,
  localDateTime,
  offsetDateTime,
  timeOf,
} from '../kernel/uk-time.ts';
import { nextElapsed } from './elapsed-hours.ts';
import { type DayRecurrence, type HoursRecurrence, type Recurrence, timesOf } from './recurrence.ts';
import { nextToldDay } from './told-days.ts';

/**
 * One firing of a recurrence, keyed by its local date-time, so that a repeated hour cannot fire twice (promise G7). That of a
 * rule of elapsed hours carries its offset and so names its instant: there a repeated hour does come twice.
 */
export type Occurrence = { readonly local: LocalDateTime; readonly at: Instant };

export const occurrenceAt = (local: LocalDateTime): Occurrence => ({ local, at: instantOf(local) });

const nextOfHours = (rule: HoursRecurrence, after: Instant): LocalDateTime | undefined => {
  const at = nextElapsed(rule, after);
  return at === undefined ? undefined : offsetDateTime(at);
};

const nextOfDays = (rule: DayRecurrence, after: LocalDateTime): LocalDateTime | undefined => {
  const times = timesOf(rule);
  const [today, time] = [dateOf(after), timeOf(after)];
  const later = times.find((each) => each > time);
  const day = nextToldDay(rule, later === undefined ? addDays(today, 1) : today);
  if (day === undefined) return undefined;
  return atTime(day, day === today && later !== undefined ? later : (times[0] ?? rule.time));
};

/** The first local date-time the rule names that is later than `after` on the dial, or undefined when it has run out. */
export const nextLocal = (recurrence: Recurrence, after: LocalDateTime): LocalDateTime | undefined => {
  switch (recurrence.kind) {
    case 'once':
      return recurrence.at > after ? recurrence.at : undefined;
    case 'every-n-hours':
      return nextOfHours(recurrence, instantOf(after));
    default:
      return nextOfDays(recurrence, after);
  }
};

/** Whether the rule names exactly this local date-time. */
export const occursAt = (recurrence: Recurrence, at: LocalDateTime): boolean => {
  switch (recurrence.kind) {
    case 'once':
      return recurrence.at === at;
    case 'every-n-hours':
      return nextOfHours(recurrence, instantOf(at) - 1) === at;
    default:
      return (
        !hasOffset(at) && timesOf(recurrence).includes(timeOf(at)) && nextToldDay(recurrence, dateOf(at)) === dateOf(at)
      );
  }
};

/** The occurrence that follows another one. Its instant is never before that one's. */
export const occurrenceAfter = (recurrence: Recurrence, local: LocalDateTime): Occurrence | undefined => {
  const next = nextLocal(recurrence, local);
  return next === undefined ? undefined : occurrenceAt(next);
};

/** The first occurrence whose instant is later than now, or undefined when the rule has run out. */
export const nextOccurrence = (recurrence: Recurrence, now: Instant): Occurrence | undefined => {
  if (recurrence.kind === 'every-n-hours') {
    const at = nextElapsed(recurrence, now);
    return at === undefined ? undefined : { local: offsetDateTime(at), at };
  }
  let next = occurrenceAfter(recurrence, localDateTime(now));
  // In the repeated autumn hour the dial shows a time again that has already been: step over occurrences in the past.
  while (next !== undefined && next.at <= now) next = occurrenceAfter(recurrence, next.local);
  return next;
};

/** The first occurrences after now, at most so many, in order. */
export const nextOccurrences = (recurrence: Recurrence, now: Instant, atMost: number): readonly Occurrence[] => {
  const found: Occurrence[] = [];
  let next = nextOccurrence(recurrence, now);
  while (next !== undefined && found.length < atMost) {
    found.push(next);
    next = occurrenceAfter(recurrence, next.local);
  }
  return found;
};

/** Whether the clock skips this occurrence's time on its day, so that it comes at the first instant after the gap (T11). */
export const isMovedByClocks = ({ local, at }: Occurrence): boolean => !hasOffset(local) && localDateTime(at) !== local;
