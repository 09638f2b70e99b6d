import { shardsOf } from '../adapters/table/shards.ts';
import type { Table } from '../adapters/table/table.ts';
import type { Directory } from '../core/answers/take-in-directory.ts';
import { announce } from '../core/delivery/announce.ts';
import type { Bell } from '../core/delivery/bell.ts';
import { laneOf } from '../core/delivery/bell.ts';
import { collectedBells } from '../core/delivery/collected-bells.ts';
import { nettedBell } from '../core/delivery/netted-bell.ts';
import { type Clock, SECOND } from '../core/kernel/clock.ts';
import type { Log } from '../core/kernel/log.ts';
import { holdsBack, pausedBy } from '../core/people/sending.ts';
import { fireReminder } from '../core/reminders/fire-reminder.ts';
import { overdueOf } from '../core/safeguarding/tell-onward.ts';
import { collectDue, type OnDue } from '../core/timetable/collect-due.ts';
import type { Shard } from '../core/timetable/due.ts';
import { readDispatch, walkRestored } from '../core/timetable/restored.ts';
import { fencedTick } from '../worker/fenced.ts';
import { type Ticked, tick } from '../worker/tick.ts';
import { watchDuty } from '../worker/watch-duty.ts';
import { careStores } from './care-stores.ts';
import { wireNight } from './night.ts';
import { restoredNeeds } from './restored.ts';
import { sendingAsked } from './sending-asked.ts';

export type TickEdges = {
  readonly table: Table;
  readonly bell: Bell;
  readonly clock: Clock;
  readonly realNow: () => number;
  /** Undefined until the table has answered lately. */
  readonly clockSkew: () => number | undefined;
  readonly log: Log;
  readonly council: string;
  /** Outside the table: while the council's own epoch is another, nothing is dispatched. */
  readonly dispatchEpoch: string;
  /** The council's directory of services, taken in once a night; absent: its listings are kept by hand. */
  readonly directory?: Directory | undefined;
};

/** A tick goes on with a release after a restore, and with the comparison of a night, for this long: a function lives a minute. */
const GOES_ON_FOR = 40 * SECOND;

/** The minute bell of one council. A Reminder that is due fires; a Delivery or an Alert that waits has its bell rung. */
export const wireTick = (edges: TickEdges): (() => Promise<Ticked>) => {
  const bell = nettedBell(edges.bell, edges.log);
  const stores = careStores(edges.table, edges.realNow, edges.log);
  const fire = fireReminder({
    reminders: stores.reminders,
    residents: stores.residents,
    homes: stores.homes,
    binRounds: stores.binRounds,
    announce: announce({ deliveries: stores.deliveries, bell, clock: edges.clock }),
    clock: edges.clock,
  });
  const heard = collectedBells(bell);
  const onDue: OnDue = {
    reminder: async (ref) => {
      await fire(ref.council, ref.residentId, ref.id);
    },
    // The worker of the bell looks at it: a release of minutes must not keep the reminders waiting.
    alert: (ref) => bell.ring([{ council: ref.council, alertId: ref.id }], 'urgent', 0),
    mirror: (ref) =>
      bell.ring([{ council: ref.council, mirrorOf: ref.residentId }], 'routine', Math.max(0, ref.at - edges.clock())),
    'home-mirror': (ref) =>
      bell.ring([{ council: ref.council, mirrorOfHome: ref.id }], 'routine', Math.max(0, ref.at - edges.clock())),
    delivery: async (ref, now) => {
      const key = { council: ref.council, residentId: ref.residentId, id: ref.id };
      const stored = await stores.deliveries.ofKey(key);
      const lookAt = stored?.value.lookAt;
      // The index lags: only the row says when it wants to be looked at.
      if (stored === undefined || lookAt === undefined) return;
      const { source, handling } = stored.value;
      // No chunk splits a Home, and so no bell does: an Echo that two Residents share says the words of an Alert once, also when they are repeated.
      const together = source.kind === 'alert' ? `${source.alertId} ${source.chunk}` : '';
      heard.add(key, laneOf(handling), Math.max(0, lookAt - now), together);
    },
  };
  const collecting = { index: stores.dueIndex, onDue, clock: edges.clock, log: edges.log };
  const collect = collectDue(collecting);
  // A switch holds back what is sent. A copy on an Echo that is not wanted any more is taken away all the same, or it would ring on.
  const collectHeld = collectDue({ ...collecting, kinds: ['mirror'] });
  const collectAndRing = async ({ isHeld, ...shard }: Shard & { readonly isHeld: boolean }) => {
    const collected = await (isHeld ? collectHeld : collect)(shard);
    await heard.ring();
    return collected;
  };
  const sending = sendingAsked(stores, edges);
  const shards = async () => {
    const [paused, counts] = await Promise.all([sending().then(pausedBy), stores.councilOf(edges.council)]);
    if (paused !== 'nothing') edges.log('dispatch.paused', { council: edges.council, kind: 'tick', reason: paused });
    return shardsOf(edges.council, counts)
      .map((shard) => ({ ...shard, isHeld: holdsBack(paused, shard.lane) }))
      .filter(({ isHeld, lane }) => !isHeld || lane === 'routine'); // mirrors stand in routine shards
  };
  const restored = restoredNeeds(stores, edges);
  const night = wireNight(stores, edges);
  const watch = watchDuty({
    ...edges,
    bell,
    overdue: overdueOf({ entries: stores.dutyEntries, clock: edges.clock }),
  });
  const tickOnce = tick({ shards, collect: collectAndRing, clock: edges.clock, log: edges.log });
  return fencedTick({
    council: edges.council,
    dispatch: () => readDispatch(restored),
    walk: () => {
      const until = edges.realNow() + GOES_ON_FOR;
      return walkRestored(restored)(() => edges.realNow() < until);
    },
    tick: async () => {
      const began = edges.realNow();
      const ticked = await tickOnce();
      await watch();
      // What is due comes first; the comparison of the night has what is left of the minute.
      await night(() => edges.realNow() < began + GOES_ON_FOR);
      return ticked;
    },
    log: edges.log,
  });
};
