import type { Clock } from '../kernel/clock.ts';
import { LOST_BELL_AFTER } from '../timetable/due.ts';
import type { Announcement } from './announcement.ts';
import { type Bell, LONGEST_BELL, laneOf } from './bell.ts';
import type { Deliveries } from './deliveries.ts';
import { type Delivery, deliveryOf, keyOf } from './delivery.ts';

/**
 * Puts the Delivery of an Announcement if it is new, then rings its bell for its time when that is near. The row itself
 * asks to be looked at shortly after its time, which finds a lost bell. Returns the Delivery that now stands, or undefined
 * if there was one already.
 */
export const announce =
  (needs: { readonly deliveries: Deliveries; readonly bell: Bell; readonly clock: Clock }) =>
  async (announcement: Announcement): Promise<Delivery | undefined> => {
    const delivery = deliveryOf(announcement, announcement.dueAt + LOST_BELL_AFTER);
    const added = await needs.deliveries.add(delivery);
    const wait = Math.max(0, announcement.dueAt - needs.clock());
    if (wait <= LONGEST_BELL) await needs.bell.ring([keyOf(delivery)], laneOf(delivery.handling), wait);
    return added.kind === 'saved' ? delivery : undefined;
  };
