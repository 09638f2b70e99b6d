import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import type { DemoClock } from './demo-clock.ts';
import type { LocalBell } from './local-bell.ts';

export type GoForwardNeeds = {
  readonly clock: DemoClock;
  readonly bell: LocalBell;
  readonly tick: () => Promise<unknown>;
  /** The first time after an instant at which the due index has something, up to another one. */
  readonly nextDue: (after: Instant, upTo: Instant) => Promise<Instant | undefined>;
};

const earliest = (...times: readonly (Instant | undefined)[]): Instant | undefined =>
  times.reduce((least, at) => (at === undefined || (least !== undefined && least <= at) ? least : at), undefined);

/**
 * Moves the demo clock forward, as if the time between had passed: bells are held back until none is being answered, then
 * every moment at which something is due gets its tick and its bells, one after the other. Calls that come while one is
 * under way wait for it.
 */
export const goForward = (needs: GoForwardNeeds): ((to: Instant, alsoAt?: () => Promise<void>) => Promise<void>) => {
  let underWay: Promise<void> = Promise.resolve();
  const { clock, bell } = needs;

  const passMoment = async (alsoAt: () => Promise<void>): Promise<void> => {
    await needs.tick();
    await alsoAt();
    await bell.drain();
  };

  const pass = async (to: Instant, alsoAt: () => Promise<void>): Promise<void> => {
    await bell.pause();
    try {
      await passMoment(alsoAt);
      for (;;) {
        const rings = bell.next();
        const next = earliest(
          rings !== undefined && rings <= to ? rings : undefined,
          await needs.nextDue(clock.now(), to),
        );
        if (next === undefined || next > to) break;
        clock.setForward(next);
        await passMoment(alsoAt);
      }
      clock.setForward(to);
      await passMoment(alsoAt);
    } finally {
      bell.resume();
    }
  };

  return (to, alsoAt = async () => undefined) => {
    const passed = underWay.then(() => pass(to, alsoAt));
    underWay = passed.catch(() => undefined);
    return passed;
  };
};
