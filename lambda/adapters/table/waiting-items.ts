import type { ComparedRef, WaitingRow, WaitingRows } from '../../core/alerts/night-stages.ts';
import type { Log } from '../../core/kernel/log.ts';
import type { Waiting } from '../../core/timetable/night.ts';
import { parseAlert } from './alert-schema.ts';
import { parseDelivery, parseReminder } from './care-schema.ts';
import { alertKey, alertListPk, DELIVERY, deliveryKey, REMINDER, reminderKey, residentPk, shardKey } from './keys.ts';
import { listAll } from './list-all.ts';
import { type ShardCountsOf, shardsOf } from './shards.ts';
import type { Parse } from './stored.ts';
import type { Key, StoredItem, Table } from './table.ts';

const ALERTS_ON_A_PAGE = 20;

/** The shards at which a tick looks: a row in any other one is never found. */
type IsLookedAt = (shard: string) => boolean;

const waiting = <T>(item: StoredItem, parse: Parse<T>, isLookedAt: IsLookedAt): Waiting<T> => {
  const { failedLooks } = item.body;
  const due = item.due !== undefined && isLookedAt(item.due.shard) ? { due: item.due.at } : {};
  const looks = typeof failedLooks === 'number' ? failedLooks : 0;
  return { value: parse(item.body), version: item.version, failedLooks: looks, ...due };
};

const rowOf = (item: StoredItem, isLookedAt: IsLookedAt): WaitingRow => {
  switch (item.kind) {
    case 'reminder':
      return { kind: 'reminder', row: waiting(item, parseReminder, isLookedAt) };
    case 'delivery':
      return { kind: 'delivery', row: waiting(item, parseDelivery, isLookedAt) };
    case 'alert':
      return { kind: 'alert', row: waiting(item, parseAlert, isLookedAt) };
    default:
      throw new Error('a row of no known kind');
  }
};

const keyOf = (ref: ComparedRef): Key => {
  switch (ref.kind) {
    case 'reminder':
      return reminderKey(ref.council, ref.residentId, ref.id);
    case 'delivery':
      return deliveryKey(ref.council, ref.residentId, ref.id);
    case 'alert':
      return alertKey(ref.council, ref.id);
  }
};

/** Rows of the table together with their place in the due index, for the comparison of a night. */
export const waitingRowsIn = (table: Table, shardCountsOf: ShardCountsOf, log: Log): WaitingRows => {
  const lookedAt = async (council: string): Promise<IsLookedAt> => {
    const shards = new Set(shardsOf(council, await shardCountsOf(council)).map(shardKey));
    return (shard) => shards.has(shard);
  };
  /** The parser's own message would quote the row. */
  const read = (item: StoredItem, isLookedAt: IsLookedAt): WaitingRow | 'unreadable' => {
    try {
      return rowOf(item, isLookedAt);
    } catch {
      log('table.unreadable-row', { kind: item.kind });
      return 'unreadable';
    }
  };
  const readable = (items: readonly StoredItem[], isLookedAt: IsLookedAt): readonly WaitingRow[] =>
    items.map((item) => read(item, isLookedAt)).filter((row) => row !== 'unreadable');

  return {
    ofResident: async (council, residentId, from) => {
      const pk = residentPk(council, residentId);
      const [isLookedAt, reminders, deliveries] = await Promise.all([
        lookedAt(council),
        listAll(table, { pk, prefix: REMINDER, strong: true }),
        listAll(table, { pk, from: `${DELIVERY}${from}`, to: `${DELIVERY}~`, strong: true }),
      ]);
      return readable([...reminders, ...deliveries], isLookedAt);
    },
    ofRef: async (ref) => {
      const item = await table.get(keyOf(ref), { strong: true });
      return item === undefined ? undefined : read(item, await lookedAt(ref.council));
    },
    alerts: async (council, after) => {
      const page = await table.list({
        pk: alertListPk(council),
        backwards: true,
        limit: ALERTS_ON_A_PAGE,
        ...(after === undefined ? {} : { after }),
      });
      const items = await Promise.all(
        page.items.map(({ key }) => table.get(alertKey(council, key.sk), { strong: true })),
      );
      const rows = readable(
        items.flatMap((item) => item ?? []),
        await lookedAt(council),
      );
      return page.after === undefined ? { rows } : { rows, after: page.after };
    },
  };
};
