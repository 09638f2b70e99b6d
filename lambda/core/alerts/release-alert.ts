import type { Announcement } from '../delivery/announcement.ts';
import type { BellKey } from '../delivery/bell.ts';
import { type Bell, LONGEST_BELL, laneOf } from '../delivery/bell.ts';
import type { Deliveries } from '../delivery/deliveries.ts';
import { type Delivery, deliveryOf, keyOf } from '../delivery/delivery.ts';
import type { Clock } from '../kernel/clock.ts';
import { localDateTime } from '../kernel/uk-time.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Council } from '../people/council.ts';
import { LOST_BELL_AFTER } from '../timetable/due.ts';
import { type Alert, type AlertContent, isComplete } from './alert.ts';
import { contentOf } from './alert-source.ts';
import { type Alerts, CHUNK_SIZE, type Chunk, type Chunks } from './alerts.ts';
import type { Members } from './audience.ts';
import { nextMembers } from './next-members.ts';

export type ReleaseNeeds = {
  readonly alerts: Alerts;
  readonly chunks: Chunks;
  readonly members: Members;
  readonly deliveries: Deliveries;
  readonly councilOf: (council: string) => Promise<Council>;
  readonly bell: Bell;
  readonly clock: Clock;
};

/** What a chunk owes to one Resident. `due` and `dueAt` are the Alert's start, the same on every try. */
const announcementOf = (
  alert: Alert,
  content: AlertContent,
  council: Council,
  chunk: Chunk,
  residentId: string,
): Announcement | undefined => {
  const { approval } = alert;
  if (approval === undefined) return undefined;
  return {
    council: alert.council,
    residentId,
    source: { kind: 'alert', alertId: alert.id, hash: approval.hash, mode: content.mode, chunk: chunk.number },
    handling: content.handling,
    due: localDateTime(approval.startsAt),
    dueAt: approval.startsAt,
    expiresAt: approval.expiresAt,
    content: contentOf(alert, council),
    ladder: [],
  };
};

/** The Delivery of one Resident in a chunk, as it is made; undefined for an Alert that was never approved. */
export const owedBy = (
  alert: Alert,
  content: AlertContent,
  council: Council,
  chunk: Chunk,
  residentId: string,
): Delivery | undefined => {
  const announcement = announcementOf(alert, content, council, chunk, residentId);
  return announcement === undefined ? undefined : deliveryOf(announcement, announcement.dueAt + LOST_BELL_AFTER);
};

/** The next chunk: the one that stands already, with its Residents and its end, or else the next 100 at most after the cursor. */
const nextChunk =
  (needs: ReleaseNeeds) =>
  async (alert: Alert): Promise<Chunk> => {
    const at = { council: alert.council, alertId: alert.id, number: alert.chunks + 1 };
    const stands = await needs.chunks.ofNumber(at.council, at.alertId, at.number);
    if (stands !== undefined) return stands;
    const found = await nextMembers(needs)(alert, CHUNK_SIZE);
    return needs.chunks.add({ ...at, ...found });
  };

/** Puts each Delivery of a chunk if it is new, then rings them all at once. */
const owe =
  (needs: ReleaseNeeds) =>
  async (alert: Alert, content: AlertContent, chunk: Chunk): Promise<void> => {
    const council = await needs.councilOf(alert.council);
    const deliveries = chunk.residents.flatMap((residentId) => {
      const delivery = owedBy(alert, content, council, chunk, residentId);
      return delivery === undefined ? [] : [delivery];
    });
    await Promise.all(deliveries.map((delivery) => needs.deliveries.add(delivery)));
    const [first] = deliveries;
    if (first === undefined) return;
    const wait = Math.max(0, first.dueAt - needs.clock());
    const keys: readonly BellKey[] = deliveries.map(keyOf);
    if (wait <= LONGEST_BELL) await needs.bell.ring(keys, laneOf(first.handling), wait);
  };

/**
 * Releases one chunk more of an Alert that is being released (design, section 8): the chunk, its Deliveries, its bell, and last the
 * cursor, so that a crash anywhere is gone over again with the same people. Returns the Alert after it, or undefined when somebody
 * else has written the Alert meanwhile: another worker, or a stop.
 */
export const releaseChunk =
  (needs: ReleaseNeeds) =>
  async (
    stored: Versioned<Alert>,
  ): Promise<{ readonly stored: Versioned<Alert>; readonly isLast: boolean } | undefined> => {
    const { value: alert, version } = stored;
    if (!isComplete(alert.content)) return undefined;
    const chunk = await nextChunk(needs)(alert);
    await owe(needs)(alert, alert.content, chunk);
    const { cursor } = chunk;
    const value: Alert = {
      ...alert,
      chunks: chunk.number,
      deliveries: alert.deliveries + chunk.residents.length,
      ...(cursor === undefined ? {} : { cursor }),
    };
    const saved = await needs.alerts.save({ value, version });
    return saved.kind === 'saved' ? { stored: { value, version: saved.version }, isLast: chunk.isLast } : undefined;
  };
