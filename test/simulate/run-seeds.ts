import { count, emptyTally, isBroken, type Tally } from './report/tally.ts';
import { runSeed, type SeedOptions } from './run-seed.ts';

/** Runs these seeds, one after the other; with `stopsAtFirst` no further than the first that breaks a promise. */
export const runSeeds = async (
  from: number,
  to: number,
  options: SeedOptions & { readonly stopsAtFirst?: boolean } = {},
): Promise<Tally> => {
  const tally = emptyTally();
  for (let seed = from; seed <= to; seed += 1) {
    count(tally, await runSeed(seed, options));
    if (options.stopsAtFirst === true && isBroken(tally)) break;
  }
  return tally;
};
