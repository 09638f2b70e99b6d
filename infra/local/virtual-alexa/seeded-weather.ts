import type { ApiFailure, ApiWeather } from './alexa-apis.ts';

/** How likely each trouble is, from 0 to 1 together. */
export type Rates = {
  readonly tooMany: number;
  readonly error: number;
  /** A time-out of a call that never arrived, and one whose answer was lost on a half-open connection. */
  readonly timeOut: number;
  readonly halfOpen: number;
  readonly late: number;
};

/** A small generator of numbers from 0 to 1 (mulberry32, public domain): the same seed gives the same weather. */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let n = Math.imul(state ^ (state >>> 15), 1 | state);
    n = (n + Math.imul(n ^ (n >>> 7), 61 | n)) ^ n;
    return ((n ^ (n >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Troubles of Amazon's side by a seed: 429, 500, a time-out without its effect, a lost answer with it, and late answers. */
export const seededWeather = (seed: number, rates: Rates, lateMs = 50): ApiWeather => {
  const next = numbersFrom(seed);
  const troubles: readonly (readonly [number, ApiFailure])[] = [
    [rates.tooMany, { kind: 'status', status: 429 }],
    [rates.error, { kind: 'status', status: 500 }],
    [rates.timeOut, { kind: 'no-answer', effect: false }],
    [rates.halfOpen, { kind: 'no-answer', effect: true }],
    [rates.late, { kind: 'late', ms: lateMs }],
  ];
  return () => {
    let left = next();
    for (const [rate, failure] of troubles) {
      if (left < rate) return failure;
      left -= rate;
    }
    return undefined;
  };
};
