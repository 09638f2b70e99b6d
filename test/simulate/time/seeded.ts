/** Chance that depends on a seed and on nothing else. */
export type Chance = {
  /** From 0 up to, but not including, 1. */
  readonly next: () => number;
  readonly happens: (probability: number) => boolean;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  readonly oneOf: <T>(list: readonly T[]) => T;
};

/** Splitmix32: good enough to choose by, and fast. Seeds next to each other give unlike runs. */
export const seeded = (seed: number): Chance => {
  let state = Math.imul(seed, 0x9e3779b1) | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    happens: (probability) => next() < probability,
    between,
    oneOf: (list) => {
      const one = list[between(0, list.length - 1)];
      if (one === undefined) throw new Error('nothing to choose from');
      return one;
    },
  };
};
