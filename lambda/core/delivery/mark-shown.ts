import type { Clock, Instant } from '../kernel/clock.ts';
import type { Deliveries } from './deliveries.ts';
import { type Delivery, type DeliveryKey, isClosed } from './delivery.ts';
import { record, risen } from './record.ts';

/** An Echo is still to speak: now, or when quiet hours are over. One that is held for want of an Echo is told by the Screen alone. */
const isForAnEcho = ({ state, reason }: Delivery): boolean =>
  state === 'waiting' || state === 'claimed' || (state === 'held' && reason === 'quiet-hours');

/** Evidence is added; the state rises only where no Channel is about to speak: a Screen that nobody watches silences no Echo. */
const shown = (delivery: Delivery, at: Instant): Delivery | undefined => {
  const state = isForAnEcho(delivery) ? delivery.state : risen(delivery, 'shown');
  if (delivery.shownAt !== undefined && state === delivery.state) return undefined;
  return { ...delivery, shownAt: delivery.shownAt ?? at, state };
};

/** Whether it is still worth writing that a Screen showed this. */
export const wantsShown = (delivery: Delivery): boolean =>
  !(isClosed(delivery.state) && delivery.shownAt !== undefined) && shown(delivery, delivery.dueAt) !== undefined;

/**
 * The page of a Screen was visible while it showed these words (promise G13): evidence that they stood there, not that
 * anybody read them. Safe to repeat.
 */
export const markShown =
  (needs: { readonly deliveries: Deliveries; readonly clock: Clock }) =>
  async (key: DeliveryKey): Promise<void> => {
    const at = needs.clock();
    await record(needs.deliveries)(key, (delivery) => shown(delivery, at));
  };
