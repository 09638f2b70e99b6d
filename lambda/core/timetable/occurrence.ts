import type { Instant } from '../kernel/clock.ts';
import { instantOf, type LocalDateTime, localDateTime } from '../kernel/uk-time.ts';
import { nextLocal, type Recurrence } from './recurrence.ts';

/** One firing of a recurrence, keyed by its local date-time, so that a repeated hour cannot fire twice (promise G7). */
export type Occurrence = { readonly local: LocalDateTime; readonly at: Instant };

export const occurrenceAt = (local: LocalDateTime): Occurrence => ({ local, at: instantOf(local) });

/** The occurrence that follows another one. Its instant is never before that one's. */
export const occurrenceAfter = (recurrence: Recurrence, local: LocalDateTime): Occurrence | undefined => {
  const next = nextLocal(recurrence, local);
  return next === undefined ? undefined : occurrenceAt(next);
};

/** The first occurrence whose instant is later than now, or undefined when the rule has run out. */
export const nextOccurrence = (recurrence: Recurrence, now: Instant): Occurrence | undefined => {
  let from = localDateTime(now);
  // In the repeated autumn hour the dial shows a time again that has already been: step over occurrences in the past.
  for (let steps = 0; steps < 64; steps += 1) {
    const next = occurrenceAfter(recurrence, from);
    if (next === undefined || next.at > now) return next;
    from = next.local;
  }
  return undefined;
};
