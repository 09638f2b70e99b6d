import { shardsOf } from '../adapters/table/shards.ts';
import type { Table } from '../adapters/table/table.ts';
import { announce } from '../core/delivery/announce.ts';
import type { Bell } from '../core/delivery/bell.ts';
import { laneOf } from '../core/delivery/bell.ts';
import { nettedBell } from '../core/delivery/netted-bell.ts';
import type { Clock } from '../core/kernel/clock.ts';
import type { Log } from '../core/kernel/log.ts';
import { fireReminder } from '../core/reminders/fire-reminder.ts';
import { collectDue, type OnDue } from '../core/timetable/collect-due.ts';
import { type Ticked, tick } from '../worker/tick.ts';
import { careStores } from './care-stores.ts';

export type TickEdges = {
  readonly table: Table;
  readonly bell: Bell;
  readonly clock: Clock;
  readonly realNow: () => number;
  readonly log: Log;
  readonly council: string;
};

/** The minute bell of one council. A Reminder that is due fires; a Delivery that waits has its bell rung. */
export const wireTick = (edges: TickEdges): (() => Promise<Ticked>) => {
  const bell = nettedBell(edges.bell, edges.log);
  const stores = careStores(edges.table, edges.realNow);
  const fire = fireReminder({
    reminders: stores.reminders,
    announce: announce({ deliveries: stores.deliveries, bell, clock: edges.clock }),
    clock: edges.clock,
  });
  const onDue: OnDue = {
    reminder: async (ref) => {
      await fire(ref.council, ref.residentId, ref.id);
    },
    delivery: async (ref, now) => {
      const key = { council: ref.council, residentId: ref.residentId, id: ref.id };
      const stored = await stores.deliveries.ofKey(key);
      const lookAt = stored?.value.lookAt;
      // The index lags: only the row says when it wants to be looked at.
      if (stored === undefined || lookAt === undefined) return;
      await bell.ring([key], laneOf(stored.value.handling), Math.max(0, lookAt - now));
    },
  };
  const collect = collectDue({ index: stores.dueIndex, onDue, clock: edges.clock, log: edges.log });
  const shards = async () => shardsOf(edges.council, await stores.councilOf(edges.council));
  return tick({ shards, collect, clock: edges.clock, log: edges.log });
};
