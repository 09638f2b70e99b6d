/** An instant: epoch milliseconds, UTC. */
export type Instant = number;

/** Says what time it is now. Handed in everywhere; `core` never asks the machine. */
export type Clock = () => Instant;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
