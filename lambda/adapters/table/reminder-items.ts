import { DAY } from '../../core/kernel/clock.ts';
import type { Log } from '../../core/kernel/log.ts';
import { instantOf } from '../../core/kernel/uk-time.ts';
import { isLive, type Reminder } from '../../core/reminders/reminder.ts';
import type { Reminders } from '../../core/reminders/reminders.ts';
import { parseReminder } from './care-schema.ts';
import { REMINDER, reminderKey, residentPk } from './keys.ts';
import { listAll } from './list-all.ts';
import { readableItems } from './readable-items.ts';
import { dueIn, type ShardCountsOf } from './shards.ts';
import { readItem, writeItem } from './stored.ts';
import type { NewItem, Table } from './table.ts';

/** A Reminder that is over is tidied away this long after its last act, or after its only time. */
const KEPT_FOR = 30 * DAY;

const keptUntil = (reminder: Reminder): { readonly expiresAt?: number } => {
  if (isLive(reminder)) return {};
  const { recurrence, lastAct } = reminder;
  const over = recurrence.kind === 'once' ? Math.max(instantOf(recurrence.at), lastAct.at) : lastAct.at;
  return { expiresAt: over + KEPT_FOR };
};

/** The Reminders among a Resident's rows that are not cancelled, those due soonest first. */
export const liveReminders = (reminders: readonly Reminder[]): readonly Reminder[] =>
  reminders
    .filter((reminder) => reminder.state !== 'cancelled')
    .sort((a, b) => (a.next?.at ?? a.lastAct.at) - (b.next?.at ?? b.lastAct.at) || (a.id < b.id ? -1 : 1));

/** Reminders; one that is on stands in the due index at its next occurrence. */
export const remindersIn = (table: Table, shardCountsOf: ShardCountsOf, log: Log): Reminders => ({
  ofId: (council, residentId, id) =>
    readItem(table, reminderKey(council, residentId, id), parseReminder, { strong: true }),
  save: async ({ value, version }) => {
    const item: NewItem = {
      key: reminderKey(value.council, value.residentId, value.id),
      kind: 'reminder',
      body: value,
      ...keptUntil(value),
    };
    const due =
      value.state === 'on' && value.next !== undefined
        ? { due: dueIn(value.council, 'routine', value.id, value.next.at, await shardCountsOf(value.council)) }
        : {};
    return writeItem(table, { ...item, ...due }, version);
  },
  ofResident: async (council, residentId) =>
    liveReminders(
      readableItems(
        await listAll(table, { pk: residentPk(council, residentId), prefix: REMINDER, strong: true }),
        parseReminder,
        log,
      ),
    ),
});
