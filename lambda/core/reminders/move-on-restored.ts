import type { Deliveries } from '../delivery/deliveries.ts';
import { closed, deliveryOf } from '../delivery/delivery.ts';
import { DAY, type Instant } from '../kernel/clock.ts';
import { nextOccurrence, type Occurrence, occurrenceAfter } from '../timetable/occurrence.ts';
import type { Reminder } from './reminder.ts';
import { announcementOf } from './reminder-announcement.ts';
import type { Reminders } from './reminders.ts';

/** Pages show the last seven days; what fell due before is not written down one by one. */
const WRITTEN_FOR = 7 * DAY;

/** What fell due from the occurrence that the Reminder waits for until `cutOff`, in order. */
const missedOf = (reminder: Reminder, cutOff: Instant): readonly Occurrence[] => {
  const missed: Occurrence[] = [];
  let next = reminder.state === 'on' ? reminder.next : undefined;
  while (next !== undefined && next.at <= cutOff) {
    missed.push(next);
    next = occurrenceAfter(reminder.recurrence, next.local);
  }
  return missed;
};

const movedOn = ({ next: _next, ...reminder }: Reminder, cutOff: Instant): Reminder => {
  const next = nextOccurrence(reminder.recurrence, cutOff);
  return next === undefined ? reminder : { ...reminder, next };
};

/**
 * After a restore a Reminder waits for its first occurrence after `cutOff`; those before stand as missed, told to nobody (promise G12).
 * Returns how many there are. The Reminder moves last, so that a crash goes over them again.
 */
export const moveOnRestored =
  (needs: { readonly reminders: Reminders; readonly deliveries: Deliveries }) =>
  async (
    at: { readonly council: string; readonly residentId: string; readonly id: string },
    cutOff: Instant,
    does: 'count' | 'close',
  ): Promise<number> => {
    for (;;) {
      const stored = await needs.reminders.ofId(at.council, at.residentId, at.id);
      const missed = stored === undefined ? [] : missedOf(stored.value, cutOff);
      if (stored === undefined || missed.length === 0 || does === 'count') return missed.length;
      const { value: reminder, version } = stored;
      for (const occurrence of missed.filter((one) => one.at > cutOff - WRITTEN_FOR)) {
        const owed = deliveryOf(announcementOf(reminder, occurrence), occurrence.at);
        await needs.deliveries.add({ ...closed(owed, 'missed', 'restored'), climbed: owed.ladder.length });
      }
      const saved = await needs.reminders.save({ value: movedOn(reminder, cutOff), version });
      if (saved.kind === 'saved') return missed.length;
    }
  };
