import type { Clock } from '../kernel/clock.ts';
import { localDate } from '../kernel/uk-time.ts';
import type { Echo } from '../pairing/echo.ts';
import type { Echos } from '../pairing/pairing.ts';
import type { Homes } from '../people/people.ts';
import type { ReadResidentPage, ResidentPage } from '../reminders/resident-page.ts';
import type { HomeMirror, HomeMirrorKey } from './home-mirror.ts';

/** A Home as a look finds it. `echos`: those that are paired to it now; `others`: those on which something of it was, and that are not. */
export type HomeSeen = {
  readonly residents: readonly ResidentPage[];
  readonly echos: readonly Echo[];
  readonly others: readonly Echo[];
};

export type SeeNeeds = {
  readonly homes: Homes;
  readonly echos: Pick<Echos, 'ofHash'>;
  /** As the Residents are told of them; an Alert lives as long as its Deliveries are read. */
  readonly readPage: ReadResidentPage;
  readonly clock: Clock;
};

/** Reads everything that a look needs, the people and their Echos strongly. A Home that is gone has nobody and no Echo. */
export const seeHome =
  (needs: SeeNeeds) =>
  async ({ council, homeId }: HomeMirrorKey, mirror: HomeMirror): Promise<HomeSeen> => {
    const home = (await needs.homes.ofId(council, homeId))?.value;
    const hashes = [...(home?.echos ?? []), ...[...mirror.pins, ...mirror.widgets].map(({ echo }) => echo)];
    const today = localDate(needs.clock());
    const [echos, residents] = await Promise.all([
      Promise.all([...new Set(hashes)].map((hash) => needs.echos.ofHash(council, hash, { strong: true }))),
      Promise.all((home?.residents ?? []).map((id) => needs.readPage(council, id, today))),
    ]);
    const known = echos.flatMap((echo) => (echo === undefined ? [] : [echo.value]));
    const isOurs = (echo: Echo) => echo.state === 'paired' && echo.homeId === homeId;
    return {
      residents: residents.filter((page) => page !== undefined),
      echos: known.filter(isOurs),
      others: known.filter((echo) => !isOurs(echo)),
    };
  };
