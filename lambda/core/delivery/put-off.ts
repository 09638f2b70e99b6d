import { SECOND } from '../kernel/clock.ts';
import type { Lane } from '../timetable/due.ts';
import { LONGEST_BELL } from './bell.ts';
import { isClaimed } from './claim.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import { type Delivery, keyOf } from './delivery.ts';
import { record } from './record.ts';
import { step, type Telling } from './telling.ts';

/**
 * Gives back what a Channel has no turn for now: nothing is claimed, each row asks to be looked at again in so many milliseconds, and one bell is
 * rung for all of them. Its state stays as it is: nobody has tried it yet. One that is answered or stopped meanwhile waits for nothing.
 */
export const putOff =
  (needs: DeliverNeeds) =>
  async (tellings: readonly Telling[], lane: Lane, wait: number): Promise<void> => {
    const waiting = tellings.filter(
      ({ stored, attempts }) => attempts.length === 0 && stored.value.claim === undefined,
    );
    const [first] = waiting;
    if (first === undefined) return;
    const now = needs.clock();
    // A bell is rung in whole seconds.
    const lookAt = now + Math.min(Math.max(wait, SECOND), LONGEST_BELL);
    const later = (delivery: Delivery): Delivery | undefined =>
      delivery.lookAt === undefined || delivery.lookAt >= lookAt || isClaimed(delivery, now)
        ? undefined
        : { ...delivery, lookAt };
    await Promise.all(
      waiting.map((telling) =>
        step(needs)(telling, () => record(needs.deliveries)(keyOf(telling.stored.value), later)),
      ),
    );
    const keys = waiting.map(({ stored }) => keyOf(stored.value));
    await step(needs)(first, () => needs.bell.ring(keys, lane, lookAt - now));
  };
