import type { Announcement, ReadSource, Source } from '../delivery/announcement.ts';
import { HANDLING_RULES } from '../delivery/handling.ts';
import type { Occurrence } from '../timetable/occurrence.ts';
import { occursAt } from '../timetable/recurrence.ts';
import type { Reminder } from './reminder.ts';
import type { Reminders } from './reminders.ts';

/** What one occurrence of a Reminder announces. */
export const announcementOf = (reminder: Reminder, occurrence: Occurrence): Announcement => ({
  council: reminder.council,
  residentId: reminder.residentId,
  source: { kind: 'reminder', reminderId: reminder.id, occurrence: occurrence.local },
  handling: 'routine',
  due: occurrence.local,
  dueAt: occurrence.at,
  expiresAt: occurrence.at + HANDLING_RULES.routine.livesFor,
  content: { kind: 'reminder', label: reminder.label, at: occurrence.local },
  ladder: reminder.ladder,
});

/**
 * A Reminder says what it says now: if this occurrence is still in it, it stands, with the label of today; if the Reminder was
 * moved, paused or cancelled meanwhile, it is gone. Versions are not compared. A strong read.
 */
export const readReminderSource =
  (needs: { readonly reminders: Reminders }) =>
  async (announcement: Announcement, source: Source & { kind: 'reminder' }): ReturnType<ReadSource> => {
    const stored = await needs.reminders.ofId(announcement.council, announcement.residentId, source.reminderId);
    if (stored === undefined) return { kind: 'gone', state: 'removed' };
    const { state, recurrence, label } = stored.value;
    if (state !== 'on' || !occursAt(recurrence, source.occurrence)) return { kind: 'gone', state: 'cancelled' };
    return { kind: 'stands', content: { kind: 'reminder', label, at: source.occurrence } };
  };
