import type { Clock, Instant } from '../../../lambda/core/kernel/clock.ts';
import { instantOf, type LocalDateTime } from '../../../lambda/core/kernel/uk-time.ts';

/** Tuesday the 24th of November 2026, ten in the morning: the time at which most tests begin. */
export const TUESDAY_AT_TEN: LocalDateTime = '2026-11-24T10:00';

export type FixedClock = Clock & {
  /** Milliseconds; the clock only goes forward. */
  readonly move: (ms: number) => void;
  readonly moveTo: (at: Instant) => void;
};

/** A clock that stands still until it is moved. */
export const aClock = (at: LocalDateTime = TUESDAY_AT_TEN): FixedClock => {
  let now = instantOf(at);
  const moveTo = (to: Instant): void => {
    now = Math.max(now, to);
  };
  return Object.assign(() => now, { moveTo, move: (ms: number) => moveTo(now + ms) });
};
