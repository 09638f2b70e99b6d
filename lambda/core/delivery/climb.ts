import { type Instant, MINUTE } from '../kernel/clock.ts';
import type { Resident } from '../people/resident.ts';
import { type Attempt, type Delivery, isToBeTold, lookAfterTelling, mayRise, settledUntil } from './delivery.ts';
import type { Rung } from './ladder.ts';
import { isTriedAgain, nextClimb } from './next-climb.ts';

/** Tells the person a rung names. What it came to is written on the Delivery; the words stay honest (promise G13). Filled by `wiring`. */
export type TellRung = (delivery: Delivery, resident: Resident, rung: Rung) => Promise<Attempt>;

/** A Channel refused it, and it is to be tried again. */
export const isBeingRetried = ({ state }: Delivery): boolean => state === 'claimed';

/** Whether a Delivery's next rung is due: nobody has acknowledged it, its time has come, and it is not a thing of the past. */
export const isRungDue = (delivery: Delivery, now: Instant): boolean => {
  const next = nextClimb(delivery);
  return next !== undefined && next.at <= now && now < delivery.expiresAt && mayRise(delivery.state, 'acknowledged');
};

/**
 * The Delivery after a try of its rung, which is climbed unless it is tried again. One that a Channel has refused so far is
 * looked at again soon, not at its next rung only; so is one that was not tried because its Channel had no turn, or that is held.
 */
export const climbed = (delivery: Delivery, attempt: Attempt): Delivery => {
  const tried = { ...delivery, attempts: [...delivery.attempts, { ...attempt, rung: delivery.climbed }] };
  const after = isTriedAgain(tried, attempt) ? tried : { ...tried, climbed: delivery.climbed + 1 };
  const next = lookAfterTelling(after);
  return settledUntil(after, isToBeTold(delivery.state) ? Math.min(attempt.at + MINUTE, next ?? Infinity) : next);
};
