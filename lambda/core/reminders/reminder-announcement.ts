import type { BinDay } from '../bin-days/bin-rounds.ts';
import type { Announcement, ReadSource, Source } from '../delivery/announcement.ts';
import { HANDLING_RULES } from '../delivery/handling.ts';
import type { Residents } from '../people/people.ts';
import { type Occurrence, occursAt } from '../timetable/occurrence.ts';
import { type BinNeeds, binsOutAt, followsBinDays } from './bins-out.ts';
import { isConfirmed, wasBeforeHome } from './confirmed.ts';
import type { Reminder } from './reminder.ts';
import type { Reminders } from './reminders.ts';

const withBins = (bins: BinDay | string): { readonly bins?: BinDay } => (typeof bins === 'string' ? {} : { bins });

/** What one occurrence of a Reminder announces. `bins`: those that are put out then, where that is known. */
export const announcementOf = (
  reminder: Reminder,
  occurrence: Occurrence,
  bins: BinDay | 'none' | 'not-known' = 'not-known',
): Announcement => ({
  council: reminder.council,
  residentId: reminder.residentId,
  source: { kind: 'reminder', reminderId: reminder.id, occurrence: occurrence.local },
  handling: 'routine',
  due: occurrence.local,
  dueAt: occurrence.at,
  expiresAt: occurrence.at + HANDLING_RULES.routine.livesFor,
  content: { kind: 'reminder', label: reminder.label, at: occurrence.local, ...withBins(bins) },
  ladder: reminder.ladder,
});

/**
 * A Reminder says what it says now: if this occurrence is still in it, it stands, with the label of today; if the Reminder was
 * moved, paused or cancelled meanwhile, it is gone. So is what was due before its Resident came home, and everything of a Reminder
 * that nobody has confirmed since, and one for the bins on a day before which the council has taken them away. Versions are not
 * compared. Strong reads.
 */
export const readReminderSource =
  (needs: BinNeeds & { readonly reminders: Reminders; readonly residents: Pick<Residents, 'ofId'> }) =>
  async (announcement: Announcement, source: Source & { kind: 'reminder' }): ReturnType<ReadSource> => {
    const { council, residentId, dueAt } = announcement;
    const [stored, resident] = await Promise.all([
      needs.reminders.ofId(council, residentId, source.reminderId),
      needs.residents.ofId(council, residentId, { strong: true }),
    ]);
    if (stored === undefined || resident === undefined) return { kind: 'gone', state: 'removed' };
    if (wasBeforeHome(dueAt, resident.value)) return { kind: 'gone', state: 'cancelled', reason: 'away' };
    if (!isConfirmed(stored.value, resident.value))
      return { kind: 'gone', state: 'cancelled', reason: 'not-confirmed' };
    const { state, recurrence, label } = stored.value;
    if (state !== 'on' || !occursAt(recurrence, source.occurrence)) return { kind: 'gone', state: 'cancelled' };
    const bins = await binsOutAt(needs)(stored.value, resident.value.homeId, source.occurrence);
    if (bins === 'none' && followsBinDays(stored.value)) return { kind: 'gone', state: 'cancelled' };
    return { kind: 'stands', content: { kind: 'reminder', label, at: source.occurrence, ...withBins(bins) } };
  };
