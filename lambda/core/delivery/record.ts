import type { Versioned } from '../kernel/version.ts';
import type { Deliveries } from './deliveries.ts';
import { type Delivery, type DeliveryKey, type DeliveryState, mayRise } from './delivery.ts';

/** A change of a Delivery, or undefined when there is nothing to change any more. Pure: it may be asked several times. */
export type Change = (delivery: Delivery) => Delivery | undefined;

export type Recorded =
  | { readonly kind: 'recorded'; readonly delivery: Delivery }
  | { readonly kind: 'nothing-to-record'; readonly delivery: Delivery }
  | { readonly kind: 'no-such-delivery' };

/** The state after new evidence: whichever of the two has risen further. */
export const risen = (delivery: Delivery, to: DeliveryState): DeliveryState =>
  mayRise(delivery.state, to) ? to : delivery.state;

/**
 * Writes a change and never gives up on a conflict: it reads again, merges by asking `change` anew, and writes again.
 * The loop ends because every conflict means that somebody else's write went through.
 */
export const record =
  (deliveries: Deliveries) =>
  async (key: DeliveryKey, change: Change, known?: Versioned<Delivery>): Promise<Recorded> => {
    let stored = known ?? (await deliveries.ofKey(key));
    while (stored !== undefined) {
      const after = change(stored.value);
      if (after === undefined) return { kind: 'nothing-to-record', delivery: stored.value };
      const saved = await deliveries.save({ value: after, version: stored.version });
      if (saved.kind === 'saved') return { kind: 'recorded', delivery: after };
      stored = await deliveries.ofKey(key);
    }
    return { kind: 'no-such-delivery' };
  };
