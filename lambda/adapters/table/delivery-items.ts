import { laneOf } from '../../core/delivery/bell.ts';
import type { Deliveries } from '../../core/delivery/deliveries.ts';
import type { Delivery } from '../../core/delivery/delivery.ts';
import { DAY } from '../../core/kernel/clock.ts';
import type { Log } from '../../core/kernel/log.ts';
import { unreadableRow } from '../../core/kernel/unreadable.ts';
import { parseDelivery } from './care-schema.ts';
import { DELIVERY, datedRange, deliveryKey, residentPk } from './keys.ts';
import { listAll } from './list-all.ts';
import { readableItems } from './readable-items.ts';
import { dueIn, type ShardCounts, type ShardCountsOf } from './shards.ts';
import { readItem, writeItem } from './stored.ts';
import type { NewItem, Table } from './table.ts';

/** A Delivery outlives the 35 days for which a backup can be restored (promise G12). */
const KEPT_FOR = 90 * DAY;

const itemOf = (delivery: Delivery, counts: ShardCounts): NewItem => {
  const item = {
    key: deliveryKey(delivery.council, delivery.residentId, delivery.id),
    kind: 'delivery',
    body: delivery,
    expiresAt: delivery.dueAt + KEPT_FOR,
  };
  if (delivery.lookAt === undefined) return item;
  return { ...item, due: dueIn(delivery.council, laneOf(delivery.handling), delivery.id, delivery.lookAt, counts) };
};

/** The parser's own message would quote the row. */
const readDelivery = (body: unknown): Delivery => {
  try {
    return parseDelivery(body);
  } catch {
    throw unreadableRow();
  }
};

/** Deliveries; one that waits for something stands in the due index at its `lookAt`. */
export const deliveriesIn = (table: Table, shardCountsOf: ShardCountsOf, log: Log): Deliveries => ({
  ofKey: ({ council, residentId, id }) =>
    readItem(table, deliveryKey(council, residentId, id), readDelivery, { strong: true }),
  add: async (delivery) => writeItem(table, itemOf(delivery, await shardCountsOf(delivery.council)), 0),
  save: async ({ value, version }) => writeItem(table, itemOf(value, await shardCountsOf(value.council)), version),
  between: async (council, residentId, from, to) =>
    readableItems(
      await listAll(table, { pk: residentPk(council, residentId), ...datedRange(DELIVERY, from, to) }),
      parseDelivery,
      log,
    ),
});
