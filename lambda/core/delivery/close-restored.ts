import type { Instant } from '../kernel/clock.ts';
import type { Deliveries } from './deliveries.ts';
import { closed, type Delivery, type DeliveryKey, isToBeTold, settled } from './delivery.ts';
import { HANDLING_RULES } from './handling.ts';
import { record, risen } from './record.ts';

/** Nobody is told of it any more: no rung, no repeat, whatever old bell is still on its way. */
const withoutMore = (delivery: Delivery): Delivery => ({
  ...settled(delivery),
  climbed: delivery.ladder.length,
  again: HANDLING_RULES[delivery.handling].againAfter.length,
});

/**
 * A Delivery as it is left after a restore, if it was due at `cutOff` or before: what was not told yet is closed unsent, because it may
 * have been told in the time that is lost (promise G12); what was being called is uncertain; what was told stays, and nobody is told
 * more of it. Undefined: nothing is to be changed.
 */
export const afterRestore = (delivery: Delivery, cutOff: Instant): Delivery | undefined => {
  if (delivery.dueAt > cutOff) return undefined;
  if (delivery.claim?.calling === true) return withoutMore({ ...delivery, state: risen(delivery, 'uncertain') });
  if (isToBeTold(delivery.state))
    return withoutMore(closed(delivery, HANDLING_RULES[delivery.handling].whenLate, 'restored'));
  return delivery.lookAt === undefined ? undefined : withoutMore(delivery);
};

/** Closes one Delivery after a restore, or says whether it would be. Returns 1 for one that was still to be told, otherwise 0. */
export const closeRestoredDelivery =
  (needs: { readonly deliveries: Deliveries }) =>
  async (key: DeliveryKey, cutOff: Instant, does: 'count' | 'close'): Promise<number> => {
    const stored = await needs.deliveries.ofKey(key);
    if (stored === undefined) return 0;
    const { dueAt, state, claim } = stored.value;
    const isOwed = dueAt <= cutOff && isToBeTold(state) && claim?.calling !== true;
    if (does === 'close') await record(needs.deliveries)(key, (delivery) => afterRestore(delivery, cutOff), stored);
    return isOwed ? 1 : 0;
  };
