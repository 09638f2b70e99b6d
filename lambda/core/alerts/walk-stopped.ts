import type { Deliveries } from '../delivery/deliveries.ts';
import { closed, type Delivery, endedUntold, isToBeTold, keyOf, settled } from '../delivery/delivery.ts';
import { type Recorded, record } from '../delivery/record.ts';
import { noteLeftCall } from '../delivery/settle-left-call.ts';
import type { Instant } from '../kernel/clock.ts';
import { unlessUnreadable } from '../kernel/unreadable.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Council } from '../people/council.ts';
import { type Alert, isComplete, type Stop } from './alert.ts';
import { alertDeliveryKey } from './alert-delivery.ts';
import type { Alerts, Chunk, Chunks, Results } from './alerts.ts';
import { owedBy } from './release-alert.ts';

export type WalkNeeds = {
  readonly alerts: Alerts;
  readonly chunks: Chunks;
  readonly results: Results;
  readonly deliveries: Deliveries;
  readonly councilOf: (council: string) => Promise<Council>;
};

const isBeingCalled = (delivery: Delivery, now: Instant): boolean =>
  delivery.claim?.calling === true && delivery.claim.until > now;

/**
 * A Delivery whose Alert was stopped. One that was not told yet is cancelled; one that is in a call keeps its claim, so that
 * what comes of the call is still recorded; what was told stays as evidence. None is told, shown or read any more.
 */
const stopped =
  (now: Instant) =>
  (delivery: Delivery): Delivery | undefined => {
    if (delivery.stoppedAt !== undefined) return undefined;
    if (isBeingCalled(delivery, now)) return { ...delivery, stoppedAt: now };
    // A call whose holder died may have been heard: that is noted first.
    const { value: noted } = noteLeftCall({ value: delivery, version: 0 }, [], now);
    const pulled: Delivery = { ...noted, stoppedAt: now };
    return isToBeTold(delivery.state) ? endedUntold(pulled, 'cancelled', 'stopped') : settled(pulled);
  };

/**
 * The stop came between the chunk and its Deliveries. One that was never made is made closed, because the release may still be about to
 * make it: whoever comes second finds it there.
 */
const closeUnmade =
  (needs: WalkNeeds) =>
  async (alert: Alert, chunk: Chunk, residentId: string, now: Instant): Promise<Recorded> => {
    const none: Recorded = { kind: 'no-such-delivery' };
    if (!isComplete(alert.content)) return none;
    const owed = owedBy(alert, alert.content, await needs.councilOf(alert.council), chunk, residentId);
    if (owed === undefined) return none;
    const delivery = closed({ ...owed, stoppedAt: now }, 'cancelled', 'stopped');
    const added = await needs.deliveries.add(delivery);
    if (added.kind !== 'saved') return record(needs.deliveries)(keyOf(owed), stopped(now));
    const at = { council: alert.council, alertId: alert.id, chunk: chunk.number };
    await needs.results.mark(at, residentId, delivery.state);
    return { kind: 'recorded', delivery };
  };

/** 1 when the Delivery is in a call at this moment. */
const stopOne =
  (needs: WalkNeeds) =>
  async (alert: Alert, chunk: Chunk, residentId: string, now: Instant): Promise<number> => {
    const key = alertDeliveryKey(alert, residentId);
    if (key === undefined) return 0;
    const stands = await record(needs.deliveries)(key, stopped(now));
    const came = stands.kind === 'no-such-delivery' ? await closeUnmade(needs)(alert, chunk, residentId, now) : stands;
    return came.kind !== 'no-such-delivery' && isBeingCalled(came.delivery, now) ? 1 : 0;
  };

const stopChunk =
  (needs: WalkNeeds) =>
  async (alert: Alert, chunk: Chunk, now: Instant): Promise<number> => {
    const calls = await Promise.all(
      chunk.residents.map((residentId) =>
        // A row that cannot be read cannot be told either, and must not hold up the walk.
        unlessUnreadable(stopOne(needs)(alert, chunk, residentId, now), async () => {
          const at = { council: alert.council, alertId: alert.id, chunk: chunk.number };
          await needs.results.mark(at, residentId, 'failed');
          return 0;
        }),
      ),
    );
    return calls.reduce<number>((sum, one) => sum + one, 0);
  };

/**
 * Closes the Deliveries of the next chunk of a stopped Alert, and moves on. Returns the Alert after it, or undefined when somebody else
 * wrote it meanwhile. It looks for chunks, not at the cursor: the release may have died between the two. The write that ends the walk also asks for the comparison at `reconcileAt`: a release
 * that was frozen may still be about to make a chunk, and that is found then.
 */
export const walkStopped =
  (needs: WalkNeeds) =>
  async (
    { value: alert, version }: Versioned<Alert>,
    stop: Stop,
    now: Instant,
    reconcileAt: Instant,
  ): Promise<{ readonly stored: Versioned<Alert> } | undefined> => {
    const number = stop.walked + 1;
    const chunk = await needs.chunks.ofNumber(alert.council, alert.id, number);
    const value: Alert =
      chunk === undefined
        ? { ...alert, stop: { ...stop, isDone: true }, lookAt: reconcileAt }
        : {
            ...alert,
            ...(number > alert.chunks ? { chunks: number, deliveries: alert.deliveries + chunk.residents.length } : {}),
            stop: { ...stop, walked: number, inFlight: stop.inFlight + (await stopChunk(needs)(alert, chunk, now)) },
          };
    const saved = await needs.alerts.save({ value, version });
    return saved.kind === 'saved' ? { stored: { value, version: saved.version } } : undefined;
  };
