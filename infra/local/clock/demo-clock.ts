import type { Clock, Instant } from '../../../lambda/core/kernel/clock.ts';

/** The one clock that the heart and the virtual Alexa share: real time, moved forward by whoever tries things out. */
export type DemoClock = {
  readonly now: Clock;
  /** How far it is ahead of real time, in milliseconds. */
  readonly ahead: () => number;
  /** Sets it forward to an instant; an instant that has passed changes nothing. It never goes back. */
  readonly setForward: (to: Instant) => void;
};

export const demoClock = (realNow: Clock, aheadAtFirst: number): DemoClock => {
  let ahead = Math.max(0, aheadAtFirst);
  const now = (): Instant => realNow() + ahead;
  return {
    now,
    ahead: () => ahead,
    setForward: (to) => {
      ahead += Math.max(0, to - now());
    },
  };
};
