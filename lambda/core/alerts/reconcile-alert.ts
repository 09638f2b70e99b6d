import { type Bell, laneOf } from '../delivery/bell.ts';
import type { Deliveries } from '../delivery/deliveries.ts';
import { type Delivery, type DeliveryState, isToBeTold, keyOf, mayRise } from '../delivery/delivery.ts';
import { unlessUnreadable } from '../kernel/unreadable.ts';
import type { Alert } from './alert.ts';
import { deliveryOfAlert } from './alert-delivery.ts';
import type { Chunk, Chunks, Results } from './alerts.ts';

export type ReconcileNeeds = {
  readonly chunks: Chunks;
  readonly results: Results;
  readonly deliveries: Deliveries;
  readonly bell: Bell;
};

/** Whether a state is a result: one that waits or is claimed has not been tried yet. */
export const isResult = (state: DeliveryState): boolean => state !== 'waiting' && state !== 'claimed';

/** Nothing follows on it. What was missed or could not be reached may still be acknowledged, and that mark may be missing. */
const isFinal = (state: DeliveryState | undefined): boolean => state !== undefined && !mayRise(state, 'acknowledged');

const CLOSED_AS = { stopped: 'cancelled', expired: 'expired' } as const;

const reconcileChunk =
  (needs: ReconcileNeeds) =>
  async (alert: Alert, chunk: Chunk): Promise<number> => {
    const at = { council: alert.council, alertId: alert.id, chunk: chunk.number };
    const marked = await needs.results.ofChunk(at.council, at.alertId, at.chunk);
    const open = chunk.residents.filter((residentId) => !isFinal(marked.get(residentId)));
    const left: Delivery[] = [];
    const repaired = await Promise.all(
      open.map(async (residentId) => {
        const stored = await unlessUnreadable(deliveryOfAlert(needs)(alert, residentId), () => 'unreadable' as const);
        if (stored === 'unreadable') {
          await needs.results.mark(at, residentId, 'failed');
          return 1;
        }
        const isOver = alert.state === 'stopped' || alert.state === 'expired';
        if (stored === undefined) {
          if (isOver) await needs.results.mark(at, residentId, CLOSED_AS[alert.state]);
          return isOver ? 1 : 0;
        }
        const { value: delivery } = stored;
        if (isOver && isToBeTold(delivery.state)) left.push(delivery);
        if (!isResult(delivery.state) || marked.get(residentId) === delivery.state) return 0;
        await needs.results.mark(at, residentId, delivery.state);
        return 1;
      }),
    );
    const [first] = left;
    if (first !== undefined) await needs.bell.ring(left.map(keyOf), laneOf(first.handling), 0);
    return repaired.reduce<number>((sum, one) => sum + one, left.length);
  };

/** How far a comparison has come: the last chunk it compared, what it had to repair from `after` on, and whether that was all. */
export type Compared = { readonly chunk: number; readonly repaired: number; readonly isDone: boolean };

/**
 * Compares the results of an Alert with its Deliveries, which are the truth, from the chunk after `after` on, as long as it may go on: sets
 * every mark that is missing or behind, and rings what should have been closed. Safe to repeat.
 */
export const reconcileAlert =
  (needs: ReconcileNeeds) =>
  async (alert: Alert, after: number, mayGoOn: () => boolean): Promise<Compared> => {
    let repaired = 0;
    for (let number = after + 1; ; number += 1) {
      const chunk = await needs.chunks.ofNumber(alert.council, alert.id, number);
      if (chunk === undefined) return { chunk: number - 1, repaired, isDone: true };
      repaired += await reconcileChunk(needs)(alert, chunk);
      if (!mayGoOn()) return { chunk: number, repaired, isDone: false };
    }
  };
