import { type Instant, SECOND } from '../kernel/clock.ts';
import type { Delivery } from './delivery.ts';

/** A claim holds this long; a worker that died is followed by the next one then. */
export const CLAIM_HOLDS = 60 * SECOND;

/** A claim with less than this left is too old to start a call: a frozen worker must not speak late. */
export const CLAIM_LEFT_FOR_A_CALL = 10 * SECOND;

/** The last check is good for this long: a call that would start later is checked again, because it may have been stopped meanwhile. */
export const CHECK_HOLDS = 2 * SECOND;

/** What was read to plan a Delivery is the last check too when it is no older than this: half of what a check holds is left for the claim. */
export const READING_HOLDS = SECOND;

/** Whether somebody holds this Delivery's claim now. */
export const isClaimed = (delivery: Delivery, now: Instant): boolean =>
  delivery.claim !== undefined && delivery.claim.until > now;
