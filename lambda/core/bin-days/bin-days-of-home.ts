import type { LocalDate } from '../kernel/uk-time.ts';
import type { Homes } from '../people/people.ts';
import { type BinDay, type BinRoundsStore, nextBinDays, roundsIn } from './bin-rounds.ts';

/** `days` may be empty: the round is known, and nothing is planned. */
export type BinDaysOutcome =
  | { readonly kind: 'bin-days'; readonly days: readonly BinDay[] }
  | { readonly kind: 'round-not-known' };

/** So many bin days are told at once. */
const TOLD = 2;

/**
 * "Which bin is it?": the coming bin days of a Home, today's included, the nearest first. `round-not-known`: nobody has said on which round it
 * lies, or the council has taken that round away. Two reads at the same time.
 */
export const binDaysOfHome =
  (needs: { readonly homes: Pick<Homes, 'ofId'>; readonly binRounds: Pick<BinRoundsStore, 'ofCouncil'> }) =>
  async (council: string, homeId: string, today: LocalDate, most = TOLD): Promise<BinDaysOutcome> => {
    const [home, rounds] = await Promise.all([needs.homes.ofId(council, homeId), needs.binRounds.ofCouncil(council)]);
    const round = home?.value.binRound;
    if (round === undefined || rounds === undefined || !roundsIn(rounds.value).includes(round))
      return { kind: 'round-not-known' };
    return { kind: 'bin-days', days: nextBinDays(rounds.value, round, today, most) };
  };
