import type { Announcement } from '../delivery/announcement.ts';
import type { Clock } from '../kernel/clock.ts';
import { LOOK_AHEAD } from '../timetable/due.ts';
import { occurrenceAfter } from '../timetable/occurrence.ts';
import type { Reminder } from './reminder.ts';
import { announcementOf } from './reminder-announcement.ts';
import type { Reminders } from './reminders.ts';

export type FireNeeds = {
  readonly reminders: Reminders;
  readonly announce: (announcement: Announcement) => Promise<unknown>;
  readonly clock: Clock;
};

/** The Reminder after its occurrence was announced: waiting for the one that follows it on the dial, or for none. */
const advanced = (reminder: Reminder): Reminder => {
  const { next, ...rest } = reminder;
  const following = next === undefined ? undefined : occurrenceAfter(reminder.recurrence, next.local);
  return following === undefined ? rest : { ...rest, next: following };
};

/**
 * A Reminder is due within the look-ahead: its Delivery is made, its bell rung, and only then does the Reminder move on (the
 * cursor moves last). Whoever comes second finds the Delivery there and the Reminder moved. Not on, or not due: nothing happens.
 */
export const fireReminder =
  (needs: FireNeeds) =>
  async (council: string, residentId: string, id: string): Promise<'fired' | 'not-due'> => {
    const stored = await needs.reminders.ofId(council, residentId, id);
    if (stored === undefined || stored.value.state !== 'on' || stored.value.next === undefined) return 'not-due';
    if (stored.value.next.at > needs.clock() + LOOK_AHEAD) return 'not-due';
    await needs.announce(announcementOf(stored.value, stored.value.next));
    await needs.reminders.save({ value: advanced(stored.value), version: stored.version });
    return 'fired';
  };
