/** Between two questions, after failures: doubled each time up to this; milliseconds. */
const LONGEST_PAUSE = 30_000;

/** How long to wait before asking again. Chance (0 to 1) keeps thousands of televisions from asking at once after an outage. */
export const pauseAfter = (every: number, failures: number, chance: number): number =>
  Math.min(LONGEST_PAUSE, every * 2 ** Math.min(failures, 10)) * (1 - 0.3 * chance);
