import type { Deliveries } from '../delivery/deliveries.ts';
import type { ResidentsDeliveries } from '../delivery/show-cards.ts';
import type { Clock } from '../kernel/clock.ts';
import { addDays, localDate } from '../kernel/uk-time.ts';
import type { Echo } from '../pairing/echo.ts';
import type { Echos } from '../pairing/pairing.ts';
import type { Homes, Residents } from '../people/people.ts';
import type { HomeMirror, HomeMirrorKey } from './home-mirror.ts';

/** A Home as a look finds it. `echos`: those that are paired to it now; `others`: those on which something of it was, and that are not. */
export type HomeSeen = {
  readonly residents: readonly ResidentsDeliveries[];
  readonly echos: readonly Echo[];
  readonly others: readonly Echo[];
};

export type SeeNeeds = {
  readonly homes: Homes;
  readonly residents: Pick<Residents, 'ofId'>;
  readonly echos: Pick<Echos, 'ofHash'>;
  readonly deliveries: Pick<Deliveries, 'between'>;
  readonly clock: Clock;
};

/** An Alert lives seven days at most; one that was released before that is over. */
const LOOKED_BACK = 8;

/** Reads everything that a look needs, the people and their Echos strongly. A Home that is gone has nobody and no Echo. */
export const seeHome =
  (needs: SeeNeeds) =>
  async ({ council, homeId }: HomeMirrorKey, mirror: HomeMirror): Promise<HomeSeen> => {
    const home = (await needs.homes.ofId(council, homeId))?.value;
    const hashes = [...(home?.echos ?? []), ...[...mirror.pins, ...mirror.widgets].map(({ echo }) => echo)];
    const today = localDate(needs.clock());
    const [echos, residents] = await Promise.all([
      Promise.all([...new Set(hashes)].map((hash) => needs.echos.ofHash(council, hash, { strong: true }))),
      Promise.all(
        (home?.residents ?? []).map(async (id) => {
          const [resident, deliveries] = await Promise.all([
            needs.residents.ofId(council, id, { strong: true }),
            needs.deliveries.between(council, id, addDays(today, -LOOKED_BACK), addDays(today, 1)),
          ]);
          return resident === undefined ? [] : [{ resident: resident.value, deliveries }];
        }),
      ),
    ]);
    const known = echos.flatMap((echo) => (echo === undefined ? [] : [echo.value]));
    const isOurs = (echo: Echo) => echo.state === 'paired' && echo.homeId === homeId;
    return {
      residents: residents.flat(),
      echos: known.filter(isOurs),
      others: known.filter((echo) => !isOurs(echo)),
    };
  };
