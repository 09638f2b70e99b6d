import { type Instant, MINUTE } from '../kernel/clock.ts';
import { type Attempt, type Delivery, isToBeTold, isToEcho, lookAfterTelling, settledUntil } from './delivery.ts';
import { nextClimb } from './next-climb.ts';
import { risen } from './record.ts';
import { afterUnknown } from './unknown-outcome.ts';

/**
 * What a Delivery becomes after the calls of one claim: sent if any Echo took it, uncertain if nobody knows, else tried
 * again or unreachable. Evidence is added whatever happened meanwhile; a state that has risen further stays.
 */
export const afterAttempts = (
  before: Delivery,
  claim: string,
  attempts: readonly Attempt[],
  now: Instant,
): Delivery => {
  const after: Delivery = { ...before, attempts: [...before.attempts, ...attempts] };
  const resting = (delivery: Delivery) => settledUntil(delivery, lookAfterTelling(delivery));
  const came = new Set(attempts.map((attempt) => attempt.came));

  if (came.has('sent')) return resting({ ...after, state: risen(before, 'sent') });
  const isAnothers = before.claim !== undefined && before.claim.token !== claim;
  if (isAnothers) return after;
  if (!isToBeTold(before.state)) return resting(after);
  const uncertain = resting({ ...after, state: risen(before, 'uncertain') });
  if (came.has('unknown'))
    return afterUnknown(before, now) === 'send-again' ? settledUntil(after, now + MINUTE) : uncertain;
  if (came.has('refused')) {
    // A rung that falls due while it is refused is climbed at its time.
    const rung = nextClimb(after)?.at ?? Infinity;
    return settledUntil(after, Math.min(now + MINUTE * after.attempts.length, Math.max(rung, now)));
  }
  // An earlier try may have been heard all the same.
  if (before.attempts.some((attempt) => attempt.came === 'unknown' && isToEcho(attempt))) return uncertain;
  return resting({ ...after, state: 'unreachable', reason: attempts[0]?.reason ?? 'no-answer' });
};
