import type { Bell } from '../delivery/bell.ts';
import type { Deliveries } from '../delivery/deliveries.ts';
import type { Diaries } from '../diary/diaries.ts';
import { type Clock, MINUTE } from '../kernel/clock.ts';
import { unlessUnreadable } from '../kernel/unreadable.ts';
import type { Echos } from '../pairing/pairing.ts';
import type { Residents } from '../people/people.ts';
import type { Reminders } from '../reminders/reminders.ts';
import type { Lane } from '../timetable/due.ts';
import { type HomeMirrors, lookSoonAtHome } from './home-mirror.ts';
import { isPinned } from './pin-steps.ts';

type Stores = {
  readonly residents: Residents;
  readonly echos: Echos;
  readonly deliveries: Deliveries;
  readonly reminders: Reminders;
  readonly diaries: Diaries;
  readonly homeMirrors: HomeMirrors;
};

/** Whose Home is asked to be looked at, how soon its bell is heard, and whether a mirror begins where there is none. */
type Asks = { readonly homeId: string; readonly lane: Lane; readonly begins: boolean };

type Edges = { readonly bell?: Bell; readonly clock: Clock };

const keeps =
  (stores: Stores, { bell, clock }: Edges) =>
  <T extends { readonly value: { readonly council: string } }, R>(
    save: (one: T) => Promise<R>,
    asksOf: (value: T['value']) => Promise<Asks | undefined> | Asks | undefined,
  ) =>
  async (one: T): Promise<R> => {
    const asks = await asksOf(one.value);
    if (asks === undefined) return save(one);
    const key = { council: one.value.council, homeId: asks.homeId };
    const look = (at: number, begins: boolean) =>
      unlessUnreadable(lookSoonAtHome(stores.homeMirrors)(key, at, begins), () => 'nothing-there' as const);
    if ((await look(clock() + MINUTE, asks.begins)) === 'nothing-there') return save(one);
    const saved = await save(one);
    await look(clock(), false);
    await bell?.ring([{ council: key.council, mirrorOfHome: key.homeId }], asks.lane, 0);
    return saved;
  };

/**
 * Stores whose changes reach what Bellbird keeps on the screens of a Home's Echos: an urgent Alert that was told, acknowledged, stopped or
 * closed, a Resident, an Echo, a Reminder, the Diary. The wish is written before the change, for a minute later, so that no crash between the two loses it; after
 * it the bell is rung, where there is one: else the next tick finds it. A mirror that cannot be read keeps nobody from changing anything.
 */
export const homeMirrorsKept = (stores: Stores, edges: Edges): Omit<Stores, 'homeMirrors'> => {
  const kept = keeps(stores, edges);
  const homeOf = async (of: { readonly council: string; readonly residentId: string }, more: Omit<Asks, 'homeId'>) => {
    const resident = await stores.residents.ofId(of.council, of.residentId);
    return resident === undefined ? undefined : { homeId: resident.value.homeId, ...more };
  };
  const quietly = { lane: 'routine', begins: false } as const;
  return {
    residents: {
      ...stores.residents,
      save: kept(stores.residents.save, ({ homeId }) => ({ homeId, ...quietly })),
    },
    echos: {
      ...stores.echos,
      // An Echo that is paired begins with nothing of anybody else's on its screen.
      save: kept(stores.echos.save, ({ homeId, kind, state, widget }) => ({
        homeId,
        lane: 'routine',
        begins: state === 'paired' && (kind === 'managed' || widget?.on === true),
      })),
    },
    deliveries: {
      ...stores.deliveries,
      save: kept(stores.deliveries.save, async (delivery) =>
        isPinned(delivery) ? homeOf(delivery, { lane: 'urgent', begins: true }) : undefined,
      ),
    },
    reminders: { ...stores.reminders, save: kept(stores.reminders.save, (reminder) => homeOf(reminder, quietly)) },
    diaries: { ...stores.diaries, save: kept(stores.diaries.save, (entry) => homeOf(entry, quietly)) },
  };
};
