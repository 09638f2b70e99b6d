import type { Instant } from '../kernel/clock.ts';
import type { Versioned } from '../kernel/version.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import { type ClosedState, closed, type Delivery, keyOf, lookAfterTelling } from './delivery.ts';
import { record } from './record.ts';

const withLook = (delivery: Delivery, lookAt: Instant | undefined): Delivery =>
  lookAt === undefined ? delivery : { ...delivery, lookAt };

/** Closes a Delivery with its reason. What was missed or could not be reached is not spoken, but whoever was to be told still is. */
export const closeDelivery =
  (needs: DeliverNeeds) =>
  async (stored: Versioned<Delivery>, state: ClosedState, reason: string): Promise<void> => {
    const change = (delivery: Delivery): Delivery | undefined => {
      if (delivery.state === 'acknowledged') return undefined;
      const after = closed(delivery, state, reason);
      const isStillOpen = after.state === 'missed' || (after.state === 'unreachable' && reason !== 'away');
      return isStillOpen ? withLook(after, lookAfterTelling(after)) : after;
    };
    await record(needs.deliveries)(keyOf(stored.value), change, stored);
  };

/** Leaves a Delivery in the inbox until then, or until its next rung or its expiry. */
export const holdDelivery =
  (needs: DeliverNeeds) =>
  async (stored: Versioned<Delivery>, until: Instant | undefined): Promise<void> => {
    const change = (delivery: Delivery): Delivery | undefined => {
      if (delivery.state !== 'waiting' && delivery.state !== 'held') return undefined;
      const held: Delivery = { ...delivery, state: 'held' };
      return withLook(held, until ?? lookAfterTelling(held));
    };
    await record(needs.deliveries)(keyOf(stored.value), change, stored);
  };
