import type { Chance } from '../time/seeded.ts';

/**
 * Everything that can go wrong, and how often on average: drawn once for each step to the outside, bell, tick, call or machine, as the names
 * say. None is rarer than in the first, simpler simulation of this protocol, by which its guards were chosen.
 */
export const FAULTS = {
  'a machine dies between two steps': 0.035,
  'a machine freezes': 0.02,
  'the table throttles': 0.012,
  'a read gets no answer': 0.006,
  'a write gets no answer and took no effect': 0.012,
  'a write gets no answer and took effect': 0.015,
  'an answer is lost and the write sent again': 0.02,
  'a weak read is stale': 0.2,
  'the due index lags': 0.5,
  'a bell is lost': 0.08,
  'a bell is doubled': 0.15,
  'a bell is late': 0.08,
  'a bell is early': 0.08,
  'a bell overtakes another': 0.2,
  'a bell cannot be rung': 0.02,
  'a bell gets no answer and rings': 0.02,
  'a tick is missing': 0.1,
  'a tick comes twice': 0.2,
  'a worker has a wrong clock and knows it': 0.08,
  'a worker cannot know its clock': 0.06,
  'a tick has a wrong clock': 0.08,
  'the socket write waits up to two seconds': 0.08,
  'D13 some of a call are not known there': 0.03,
  'D15 401': 0.015,
  'D17 403': 0.015,
  'D18 404': 0.015,
  'D19 409 without need': 0.02,
  'D20 429': 0.06,
  'D21 432': 0.03,
  'D22 5xx, not done': 0.03,
  'D22 5xx, done': 0.03,
  'D23 no answer, done': 0.04,
  'D23 no answer, not done': 0.04,
  'D24 an answer nobody can read': 0.02,
  'a channel throws': 0.01,
} as const;

export type FaultName = keyof typeof FAULTS;
export type Struck = Record<FaultName, number>;

export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];
export const noneStruck = (): Struck => Object.fromEntries(FAULT_NAMES.map((name) => [name, 0])) as Struck;

/** Runs differ: a third of them do without a given fault, so that none hides another, and some have it three times as often. On average 1. */
const HARSHNESS = [0, 0, 0.5, 1, 1.5, 3];

export type Faults = {
  /** Whether a fault strikes now. It does not count until it has made a difference: see `count`. */
  readonly draw: (name: FaultName) => boolean;
  /** The first of several faults that strikes now, if any. */
  readonly drawOne: (names: readonly FaultName[]) => FaultName | undefined;
  readonly count: (name: FaultName) => void;
  readonly struck: Struck;
  /** From then on nothing goes wrong. */
  readonly calm: () => void;
  readonly isCalm: () => boolean;
};

export const faultsOf = (chance: Chance, oftener: Partial<Record<FaultName, number>>): Faults => {
  const struck = noneStruck();
  // What a run is about is never left out of it.
  const rateOf = (name: FaultName): number => {
    const [harshness, times] = [chance.oneOf(HARSHNESS), oftener[name]];
    return FAULTS[name] * (times === undefined ? harshness : Math.max(1, harshness) * times);
  };
  const rate = new Map<FaultName, number>();
  for (const name of FAULT_NAMES) rate.set(name, rateOf(name));
  let isCalm = false;
  return {
    draw: (name) => !isCalm && chance.happens(rate.get(name) ?? 0),
    drawOne: (names) => {
      if (isCalm) return undefined;
      let left = chance.next();
      for (const name of names) {
        left -= rate.get(name) ?? 0;
        if (left < 0) return name;
      }
      return undefined;
    },
    count: (name) => {
      struck[name] += 1;
    },
    struck,
    calm: () => {
      isCalm = true;
    },
    isCalm: () => isCalm,
  };
};
