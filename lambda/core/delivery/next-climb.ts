import { type Instant, MINUTE } from '../kernel/clock.ts';
import type { Attempt, Delivery } from './delivery.ts';
import { nextRung, type Rung } from './ladder.ts';

/** So long after a text or an e-mail that did not surely leave, the same rung is tried again, in milliseconds; then no more. */
const TRIED_AGAIN_AFTER: readonly number[] = [MINUTE, 3 * MINUTE];

type Climbing = Pick<Delivery, 'ladder' | 'climbed' | 'dueAt' | 'attempts'>;

const triesOf = ({ attempts, climbed }: Climbing): readonly Attempt[] =>
  attempts.filter(({ rung }) => rung === climbed);

const nextTry = (delivery: Climbing): Instant | undefined => {
  const tries = triesOf(delivery);
  const wait = TRIED_AGAIN_AFTER[tries.length - 1];
  const last = tries.at(-1);
  return last === undefined || wait === undefined ? undefined : last.at + wait;
};

/** The rung that is climbed next, and when: at its time, or when a text that did not leave is tried again. */
export const nextClimb = (delivery: Climbing): { readonly rung: Rung; readonly at: Instant } | undefined => {
  const next = nextRung(delivery.ladder, delivery.climbed, delivery.dueAt);
  const again = nextTry(delivery);
  return next === undefined || again === undefined ? next : { ...next, at: Math.max(next.at, again) };
};

/**
 * The one rule for a text or e-mail to a Carer that was refused, or that nobody knows the end of: the same rung is tried
 * twice more, never so late that the rung after it would wait. `delivery` holds the attempt already.
 */
export const isTriedAgain = (delivery: Climbing, { channel, came }: Attempt): boolean => {
  const again = nextTry(delivery);
  const isByNotify = channel === 'text' || channel === 'email';
  const mayNotHaveLeft = came === 'refused' || came === 'unknown';
  if (!isByNotify || !mayNotHaveLeft || again === undefined) return false;
  const after = nextRung(delivery.ladder, delivery.climbed + 1, delivery.dueAt);
  return after === undefined || again < after.at;
};
