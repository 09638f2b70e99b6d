import { type Instant, MINUTE, SECOND } from '../kernel/clock.ts';
import type { Lane } from '../timetable/due.ts';

/**
 * Keeps a process from calling a Channel that does not answer. `failures`: calls in a row to which nobody answered. `opened`: how often in a row it
 * has opened; `openUntil`: until then only urgent calls try it, one at a time; after that one call of any lane does.
 */
export type Breaker = {
  readonly failures: number;
  readonly opened: number;
  readonly openUntil: Instant;
  readonly isProbing: boolean;
};

export const CLOSED_BREAKER: Breaker = { failures: 0, opened: 0, openUntil: 0, isProbing: false };

/** It opens after so many calls in a row without an answer that can be used. */
export const FAILURES_BEFORE_OPEN = 5;
/** It stays open this long at first, and twice as long each time the probe fails. */
const FIRST_OPEN = 15 * SECOND;
const LONGEST_OPEN = 4 * MINUTE;
/** Whoever finds a probe under way looks again after this: its call has ended by then, one way or the other. */
const PROBE_TAKES = 6 * SECOND;

export type Admitted =
  | { readonly kind: 'go' | 'probe' }
  /** `wait`: look again after so many milliseconds. */
  | { readonly kind: 'not-now'; readonly wait: number };

/** Whether a call may be made now (D53: a breaker that is half open lets one probe through, not a flood). */
export const admits = ({ opened, openUntil, isProbing }: Breaker, lane: Lane, now: Instant): Admitted => {
  if (opened === 0) return { kind: 'go' };
  const mayProbe = lane === 'urgent' || now >= openUntil;
  if (mayProbe && !isProbing) return { kind: 'probe' };
  return { kind: 'not-now', wait: mayProbe ? PROBE_TAKES : Math.max(openUntil - now, SECOND) };
};

export const probing = (breaker: Breaker): Breaker => ({ ...breaker, isProbing: true });

/** After a call that was let through: `answered` closes it, `failed` counts, `not-called` only ends a probe. */
export const afterCall = (
  breaker: Breaker,
  came: 'answered' | 'failed' | 'not-called',
  isProbe: boolean,
  now: Instant,
): Breaker => {
  if (came === 'answered') return CLOSED_BREAKER;
  const rested = isProbe ? { ...breaker, isProbing: false } : breaker;
  if (came === 'not-called') return rested;
  const failures = breaker.failures + 1;
  // Of calls that went before it opened, those that fail now say nothing new.
  if (failures < FAILURES_BEFORE_OPEN || (breaker.opened > 0 && !isProbe)) return { ...rested, failures };
  const opened = breaker.opened + 1;
  const openUntil = now + Math.min(FIRST_OPEN * 2 ** (opened - 1), LONGEST_OPEN);
  return { ...rested, failures, opened, openUntil };
};
