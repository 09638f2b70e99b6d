import { SECOND } from '../kernel/clock.ts';
import type { Lane } from '../timetable/due.ts';
import type { Bell } from './bell.ts';
import { KEYS_ON_A_BELL } from './bell-message.ts';
import type { DeliveryKey } from './delivery.ts';

type Waiting = { readonly key: DeliveryKey; readonly delay: number };

/** Keys for bells that a tick finds one by one, rung together at its end. */
export type CollectedBells = {
  /** `together`: what is named alike is rung by one bell of its own. */
  readonly add: (key: DeliveryKey, lane: Lane, delay: number, together?: string) => void;
  /** Rings all that was added since; delays are in milliseconds. */
  readonly ring: () => Promise<void>;
};

/**
 * Deliveries of one lane that are due within the same second share a bell, up to the most it names: those who share an Echo
 * are then told in one call, which says the words once. Such a bell rings at the latest of their times.
 */
export const collectedBells = (bell: Bell): CollectedBells => {
  let waiting = new Map<string, { readonly lane: Lane; readonly all: Waiting[] }>();
  return {
    add: (key, lane, delay, together = '') => {
      const group = `${lane} ${key.council} ${Math.ceil(delay / SECOND)} ${together}`;
      const found = waiting.get(group) ?? { lane, all: [] };
      found.all.push({ key, delay });
      waiting.set(group, found);
    },
    ring: async () => {
      const groups = [...waiting.values()];
      waiting = new Map();
      for (const { lane, all } of groups) {
        const delay = all.reduce((latest, one) => Math.max(latest, one.delay), 0);
        for (let from = 0; from < all.length; from += KEYS_ON_A_BELL)
          await bell.ring(
            all.slice(from, from + KEYS_ON_A_BELL).map(({ key }) => key),
            lane,
            delay,
          );
      }
    },
  };
};
