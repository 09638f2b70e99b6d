import type { Handling } from '../../../lambda/core/delivery/handling.ts';
import { FAULT_NAMES, noneStruck, type Struck } from '../edges/faults.ts';
import { type Broken, RULES, type Rule } from '../people/world.ts';
import type { SeedResult } from '../run-seed.ts';

/** How many Deliveries of a handling were told, and how many of them an Echo was heard with twice in one telling. */
export type Heard = Readonly<Record<Handling, { told: number; twice: number }>>;

export type Failure = { readonly seed: number; readonly broken: Broken };

/** What many runs came to. */
export type Tally = {
  runs: number;
  deliveries: number;
  calls: number;
  told: number;
  uncertain: number;
  alerts: number;
  steps: number;
  readonly heard: Heard;
  readonly broken: Record<Rule, number>;
  readonly failures: Failure[];
  readonly struck: Struck;
};

const FAILURES_KEPT = 20;

export const nothingHeard = (): Heard => ({
  urgent: { told: 0, twice: 0 },
  routine: { told: 0, twice: 0 },
  appointment: { told: 0, twice: 0 },
  notice: { told: 0, twice: 0 },
  social: { told: 0, twice: 0 },
});

export const emptyTally = (): Tally => ({
  runs: 0,
  deliveries: 0,
  calls: 0,
  told: 0,
  uncertain: 0,
  alerts: 0,
  steps: 0,
  heard: nothingHeard(),
  broken: Object.fromEntries(RULES.map((rule) => [rule, 0])) as Record<Rule, number>,
  failures: [],
  struck: noneStruck(),
});

const keep = (tally: Tally, failures: readonly Failure[]): void => {
  tally.failures.push(...failures);
  tally.failures.sort((a, b) => a.seed - b.seed);
  tally.failures.length = Math.min(tally.failures.length, FAILURES_KEPT);
};

/** Adds one run. */
export const count = (tally: Tally, result: SeedResult): void => {
  tally.runs += 1;
  tally.deliveries += result.deliveries;
  tally.calls += result.calls;
  tally.told += result.told;
  tally.uncertain += result.uncertain;
  tally.alerts += result.alerts;
  tally.steps += result.steps;
  for (const [handling, { told, twice }] of Object.entries(result.heard)) {
    const heard = tally.heard[handling as Handling];
    heard.told += told;
    heard.twice += twice;
  }
  for (const { rule } of result.broken) tally.broken[rule] += 1;
  for (const name of FAULT_NAMES) tally.struck[name] += result.struck[name];
  keep(
    tally,
    result.broken.map((broken) => ({ seed: result.seed, broken })),
  );
};

/** Adds what other runs came to. */
export const addTo = (tally: Tally, other: Tally): void => {
  for (const name of ['runs', 'deliveries', 'calls', 'told', 'uncertain', 'alerts', 'steps'] as const)
    tally[name] += other[name];
  for (const [handling, { told, twice }] of Object.entries(other.heard)) {
    const heard = tally.heard[handling as Handling];
    heard.told += told;
    heard.twice += twice;
  }
  for (const rule of RULES) tally.broken[rule] += other.broken[rule];
  for (const name of FAULT_NAMES) tally.struck[name] += other.struck[name];
  keep(tally, other.failures);
};

export const isBroken = ({ failures }: Tally): boolean => failures.length > 0;

export const neverStruck = ({ struck }: Tally): readonly string[] => FAULT_NAMES.filter((name) => struck[name] === 0);
