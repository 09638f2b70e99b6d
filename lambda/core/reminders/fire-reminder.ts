import type { Announcement } from '../delivery/announcement.ts';
import type { Clock, Instant } from '../kernel/clock.ts';
import type { Residents } from '../people/people.ts';
import { LOOK_AHEAD } from '../timetable/due.ts';
import { type Occurrence, occurrenceAfter, occurrenceAt } from '../timetable/occurrence.ts';
import { type BinNeeds, binsOutAt, followsBinDays } from './bins-out.ts';
import type { Reminder } from './reminder.ts';
import { announcementOf } from './reminder-announcement.ts';
import type { Reminders } from './reminders.ts';

export type FireNeeds = BinNeeds & {
  readonly reminders: Reminders;
  readonly residents: Pick<Residents, 'ofId'>;
  readonly announce: (announcement: Announcement) => Promise<unknown>;
  readonly clock: Clock;
};

const waitingFor = ({ next: _next, ...reminder }: Reminder, next: Occurrence | undefined): Reminder =>
  next === undefined ? reminder : { ...reminder, next };

/** What an occurrence announces. After an outage the next one may have come too: then this one is not told any more (T24). */
const announcementNow = (
  reminder: Reminder,
  due: Occurrence,
  following: Occurrence | undefined,
  now: Instant,
  bins: Awaited<ReturnType<ReturnType<typeof binsOutAt>>>,
) => {
  const announcement = announcementOf(reminder, due, bins);
  return following !== undefined && following.at <= now && following.at > due.at
    ? { ...announcement, expiresAt: following.at }
    : announcement;
};

/**
 * A Reminder is due within the look-ahead: its Delivery is made, its bell rung, and only then does the Reminder move on (the
 * cursor moves last), until what it waits for is further away. Whoever comes second finds the Delivery there and the Reminder
 * moved. Not on, or not due: nothing happens. Where the service has ended for its Resident it waits for nothing any more; while
 * they are away it goes on, and nothing is told. So does one that follows the bin days, on the other days. The instant is reckoned again from the wall time: the rules of the clock may
 * have changed since it was written (T19).
 */
export const fireReminder =
  (needs: FireNeeds) =>
  async (council: string, residentId: string, id: string): Promise<'fired' | 'not-due' | 'ended'> => {
    const stored = await needs.reminders.ofId(council, residentId, id);
    if (stored === undefined || stored.value.state !== 'on' || stored.value.next === undefined) return 'not-due';
    const { value: reminder, version } = stored;
    const now = needs.clock();
    if (stored.value.next.at > now + LOOK_AHEAD) return 'not-due';
    const due = occurrenceAt(stored.value.next.local);
    if (due.at > now + LOOK_AHEAD) {
      await needs.reminders.save({ value: waitingFor(reminder, due), version });
      return 'not-due';
    }
    const resident = await needs.residents.ofId(council, residentId, { strong: true });
    if (resident === undefined || resident.value.presence.kind === 'ended') {
      await needs.reminders.save({ value: waitingFor(reminder, undefined), version });
      return 'ended';
    }
    const following = occurrenceAfter(reminder.recurrence, due.local);
    const bins = await binsOutAt(needs)(reminder, resident.value.homeId, due.local);
    const isForOtherDays = bins === 'none' && followsBinDays(reminder);
    if (!isForOtherDays) await needs.announce(announcementNow(reminder, due, following, now, bins));
    const saved = await needs.reminders.save({ value: waitingFor(reminder, following), version });
    if (saved.kind === 'saved' && following !== undefined && following.at <= now + LOOK_AHEAD)
      await fireReminder(needs)(council, residentId, id);
    return 'fired';
  };
