import type { Clock } from '../kernel/clock.ts';
import type { Deliveries } from './deliveries.ts';
import { type AcknowledgedBy, type Delivery, type DeliveryKey, mayRise, type Reply, settled } from './delivery.ts';
import { record } from './record.ts';

export type AcknowledgeOutcome =
  | { readonly kind: 'acknowledged'; readonly delivery: Delivery }
  | { readonly kind: 'already-acknowledged'; readonly delivery: Delivery }
  | { readonly kind: 'no-longer-open'; readonly delivery: Delivery }
  | { readonly kind: 'no-such-delivery' };

/**
 * A person said or pressed that a Delivery has reached them. One write: the state rises, the ladder is gone, nothing waits
 * any more. It is evidence that somebody was there, never that anything was taken (promise G13). Safe to repeat.
 */
export const acknowledge =
  (needs: { readonly deliveries: Deliveries; readonly clock: Clock }) =>
  async (key: DeliveryKey, reply: Exclude<Reply, 'not-yet'>, by: AcknowledgedBy): Promise<AcknowledgeOutcome> => {
    const at = needs.clock();
    const recorded = await record(needs.deliveries)(key, (delivery) =>
      mayRise(delivery.state, 'acknowledged')
        ? { ...settled(delivery), state: 'acknowledged', acknowledged: { at, reply, by } }
        : undefined,
    );
    if (recorded.kind === 'no-such-delivery') return recorded;
    const { delivery } = recorded;
    if (recorded.kind === 'recorded') return { kind: 'acknowledged', delivery };
    return delivery.state === 'acknowledged'
      ? { kind: 'already-acknowledged', delivery }
      : { kind: 'no-longer-open', delivery };
  };
