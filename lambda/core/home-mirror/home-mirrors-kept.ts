import type { Bell } from '../delivery/bell.ts';
import type { Deliveries } from '../delivery/deliveries.ts';
import { type Clock, MINUTE } from '../kernel/clock.ts';
import { unlessUnreadable } from '../kernel/unreadable.ts';
import type { Echos } from '../pairing/pairing.ts';
import type { Residents } from '../people/people.ts';
import type { Lane } from '../timetable/due.ts';
import { type HomeMirrors, lookSoonAtHome } from './home-mirror.ts';
import { isPinned } from './pin-steps.ts';

type Stores = {
  readonly residents: Residents;
  readonly echos: Echos;
  readonly deliveries: Deliveries;
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
 * closed, a Resident, an Echo. The wish is written before the change, for a minute later, so that no crash between the two loses it; after
 * it the bell is rung, where there is one: else the next tick finds it. A mirror that cannot be read keeps nobody from changing anything.
 */
export const homeMirrorsKept = (
  stores: Stores,
  edges: Edges,
): Pick<Stores, 'residents' | 'echos'> & { readonly deliveries: Deliveries } => {
  const kept = keeps(stores, edges);
  return {
    residents: {
      ...stores.residents,
      save: kept(stores.residents.save, ({ homeId }) => ({ homeId, lane: 'routine', begins: false })),
    },
    echos: {
      ...stores.echos,
      // A managed Echo that is paired begins with nothing of anybody else's on its screen.
      save: kept(stores.echos.save, ({ homeId, kind, state }) => ({
        homeId,
        lane: 'routine',
        begins: kind === 'managed' && state === 'paired',
      })),
    },
    deliveries: {
      ...stores.deliveries,
      save: kept(stores.deliveries.save, async (delivery) => {
        if (!isPinned(delivery)) return undefined;
        const resident = await stores.residents.ofId(delivery.council, delivery.residentId);
        return resident === undefined ? undefined : { homeId: resident.value.homeId, lane: 'urgent', begins: true };
      }),
    },
  };
};
