import type { Instant } from '../kernel/clock.ts';
import type { Versioned } from '../kernel/version.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import {
  type ClosedState,
  type Delivery,
  endedUntold,
  isToBeTold,
  keyOf,
  lookAfterTelling,
  settledUntil,
} from './delivery.ts';
import { record, risen } from './record.ts';

/** Whether the decision that was taken on a row still fits it: not told meanwhile, and not claimed by another worker. */
const isAsRead = (delivery: Delivery, read: Delivery): boolean =>
  isToBeTold(delivery.state) && delivery.claim?.token === read.claim?.token;

/** Closes a Delivery with its reason. What was missed is not spoken any more, but whoever was to be told still is. */
export const closeDelivery =
  (needs: DeliverNeeds) =>
  async (stored: Versioned<Delivery>, state: ClosedState, reason: string): Promise<void> => {
    const change = (delivery: Delivery): Delivery | undefined => {
      if (!isAsRead(delivery, stored.value)) return undefined;
      const after = endedUntold(delivery, state, reason);
      return after.state === 'missed' ? settledUntil(after, lookAfterTelling(after)) : after;
    };
    await record(needs.deliveries)(keyOf(stored.value), change, stored);
  };

/** Leaves a Delivery in the inbox until then, or until its next rung or its expiry where that is sooner, with the reason for the not-reached list. */
export const holdDelivery =
  (needs: DeliverNeeds) =>
  async (stored: Versioned<Delivery>, until: Instant | undefined, reason: string): Promise<void> => {
    const change = (delivery: Delivery): Delivery | undefined => {
      if (!isAsRead(delivery, stored.value)) return undefined;
      const held: Delivery = { ...delivery, state: risen(delivery, 'held'), reason };
      const lookAt = Math.min(until ?? Infinity, lookAfterTelling(held) ?? Infinity);
      return settledUntil(held, lookAt === Infinity ? undefined : lookAt);
    };
    await record(needs.deliveries)(keyOf(stored.value), change, stored);
  };
