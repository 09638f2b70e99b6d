import type { ChunkResults, Results } from '../../core/alerts/alerts.ts';
import {
  CLOSED_STATES,
  DELIVERY_STATES,
  type DeliveryState,
  isClosed,
  LIVING_STATES,
} from '../../core/delivery/delivery.ts';
import { alertPk, RESULT, resultKey } from './keys.ts';
import { listAll } from './list-all.ts';
import type { Mark, StoredItem, Table } from './table.ts';

/** Closed outranks whatever was told before; acknowledged outranks even that, because the inbox is still answered. */
const CLOSED_RANK = 10;
const ACKNOWLEDGED_RANK = 11;

const rankOf = (state: DeliveryState): number => {
  if (state === 'acknowledged') return ACKNOWLEDGED_RANK;
  return isClosed(state) ? CLOSED_RANK : DELIVERY_STATES[state];
};

const markOf = (state: DeliveryState): Mark => ({ rank: rankOf(state), value: state });

const STATES: readonly DeliveryState[] = [...LIVING_STATES, ...CLOSED_STATES];

/** A mark of a newer version's state is passed over: that Resident counts as not tried until the versions agree. */
const resultsOf = (item: StoredItem): ChunkResults =>
  new Map(
    Object.entries(item.marks).flatMap(([residentId, { value }]) => {
      const state = STATES.find((known) => known === value);
      return state === undefined ? [] : [[residentId, state] as const];
    }),
  );

const numberOf = (item: StoredItem): number => Number(item.key.sk.slice(RESULT.length));

/** The results of Alerts: one row for each chunk, one mark for each Resident in it. */
export const resultsIn = (table: Table): Results => ({
  mark: async ({ council, alertId, chunk }, residentId, state) => {
    await table.mark(resultKey(council, alertId, chunk), 'result', residentId, markOf(state));
  },
  markMany: async ({ council, alertId, chunk }, states) => {
    const marks = [...states].map(([residentId, state]) => [residentId, markOf(state)] as const);
    await table.markMany(resultKey(council, alertId, chunk), 'result', new Map(marks));
  },
  ofChunk: async (council, alertId, chunk) => {
    const item = await table.get(resultKey(council, alertId, chunk), { strong: true });
    return item === undefined ? new Map() : resultsOf(item);
  },
  ofAlert: async (council, alertId) =>
    new Map(
      (await listAll(table, { pk: alertPk(council, alertId), prefix: RESULT })).map((item) => [
        numberOf(item),
        resultsOf(item),
      ]),
    ),
});
