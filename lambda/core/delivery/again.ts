import type { Instant } from '../kernel/clock.ts';
import type { Attempt, Delivery } from './delivery.ts';
import { HANDLING_RULES } from './handling.ts';

/** One Delivery is told aloud at most this often, every Echo and every repeat counted (design, section 8). */
export const MOST_TELLINGS = 6;

const wasMade = ({ came }: Attempt): boolean => came === 'sent' || came === 'unknown';

/**
 * It was told, and there is no sign yet that anybody heard it: an Echo that played it on request, or an answer, ends the
 * repeats. What nobody knows the end of is not repeated: it is left to Screens and the not-reached list.
 */
const isUnheard = ({ state }: Delivery): boolean => state === 'sent' || state === 'shown';

/** When a Delivery that nobody acknowledged is told again; undefined when its handling has no repeat, or no more. */
export const nextAgain = (delivery: Delivery): Instant | undefined => {
  const first = delivery.attempts.find(({ came }) => came === 'sent');
  const told = delivery.attempts.filter(wasMade);
  const wait = HANDLING_RULES[delivery.handling].againAfter[delivery.again];
  // As many Echos again as each telling so far had.
  const tellings = told.length + Math.ceil(told.length / (delivery.again + 1));
  if (first === undefined || wait === undefined || tellings > MOST_TELLINGS) return undefined;
  const at = first.at + wait;
  return isUnheard(delivery) && delivery.stoppedAt === undefined && at < delivery.expiresAt ? at : undefined;
};

export const isAgainDue = (delivery: Delivery, now: Instant): boolean => {
  const at = nextAgain(delivery);
  return at !== undefined && at <= now;
};
