import { type Bell, LONGEST_BELL, laneOf } from '../delivery/bell.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Alert } from './alert.ts';

/**
 * Rings the bell of an Alert that somebody has just approved, stopped or corrected, so that it is looked at when it wants to be, not at
 * the next tick. One that starts later than a bell can be delayed is left to the tick.
 */
export const ringAlert =
  ({ bell, clock }: { readonly bell: Bell; readonly clock: Clock }) =>
  async ({ council, id, content, lookAt }: Alert): Promise<void> => {
    if (lookAt === undefined) return;
    const delay = Math.max(0, lookAt - clock());
    if (delay <= LONGEST_BELL) await bell.ring([{ council, alertId: id }], laneOf(content.handling ?? 'notice'), delay);
  };
