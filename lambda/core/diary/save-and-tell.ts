import type { Announcement } from '../delivery/announcement.ts';
import type { Deliveries } from '../delivery/deliveries.ts';
import { type Delivery, deliveryOf, isToBeTold, keyOf } from '../delivery/delivery.ts';
import { record } from '../delivery/record.ts';
import { MINUTE } from '../kernel/clock.ts';
import { LOST_BELL_AFTER } from '../timetable/due.ts';

export type TellNeeds = {
  readonly deliveries: Deliveries;
  /** Rings for an Announcement whose Delivery may already stand. */
  readonly announce: (announcement: Announcement) => Promise<unknown>;
};

/** Longer than any request lives: by then its change stands, or never will. */
const PROVEN_AFTER = MINUTE;

/** Now that its change stands, a Delivery is due at the instant of the change. It may have been looked at already. */
const dueNow =
  (news: Announcement) =>
  (delivery: Delivery): Delivery | undefined =>
    isToBeTold(delivery.state) && delivery.claim === undefined
      ? { ...delivery, content: news.content, dueAt: news.dueAt, lookAt: news.dueAt + LOST_BELL_AFTER }
      : undefined;

/**
 * Saves a change of the Diary so that it never stands untold. Its Delivery is owed first, to be looked at a minute later;
 * after the save it is due at once. Whoever dies in between leaves a Delivery that asks its source: a change that stands is
 * told then, one that does not is closed. `news` undefined: nobody is to be told.
 */
export const saveAndTell =
  (needs: TellNeeds) =>
  async <R extends { readonly kind: string }>(news: Announcement | undefined, save: () => Promise<R>): Promise<R> => {
    if (news === undefined) return save();
    const provenAt = news.dueAt + PROVEN_AFTER;
    const owed = deliveryOf({ ...news, dueAt: provenAt }, provenAt);
    await needs.deliveries.add(owed);
    const saved = await save();
    if (saved.kind !== 'saved') return saved;
    await record(needs.deliveries)(keyOf(owed), dueNow(news));
    await needs.announce(news);
    return saved;
  };
