import { HOUR, type Instant } from '../kernel/clock.ts';
import { instantOf, localDate } from '../kernel/uk-time.ts';
import type { HoursRecurrence } from './recurrence.ts';

/**
 * The first instant after another that lies a whole number of periods after the rule's first one, and on no date that is left
 * out. Elapsed time: when the clocks change, the time on the dial moves by an hour. Undefined: the last day is over.
 */
export const nextElapsed = ({ every, first, until, except = [] }: HoursRecurrence, after: Instant) => {
  const start = instantOf(first);
  const period = every * HOUR;
  let at = after < start ? start : start + (Math.floor((after - start) / period) + 1) * period;
  while (except.includes(localDate(at))) at += period;
  return until !== undefined && localDate(at) > until ? undefined : at;
};
