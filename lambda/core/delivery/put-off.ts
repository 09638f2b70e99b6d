import { type Instant, SECOND } from '../kernel/clock.ts';
import { LONGEST_BELL, laneOf } from './bell.ts';
import { isClaimed } from './claim.ts';
import { isRungDue } from './climb.ts';
import { climbRung } from './climb-rung.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import { type Delivery, keyOf } from './delivery.ts';
import { nextClimb } from './next-climb.ts';
import { record } from './record.ts';
import { step, type Telling } from './telling.ts';

/** A bell is rung in whole seconds. */
const lookAgainAt = (until: Instant, now: Instant): Instant =>
  now + Math.min(Math.max(until - now, SECOND), LONGEST_BELL);

/** Each row asks to be looked at again then, and no later than its next rung. A rung that is due waits for no Channel: it is climbed now. */
const putOffOne =
  (needs: DeliverNeeds) =>
  async ({ stored, resident }: Telling, lookAt: Instant): Promise<void> => {
    const now = needs.clock();
    if (isRungDue(stored.value, now) && (await needs.maySend(stored.value.handling))) {
      await climbRung(needs)(stored, resident);
      return;
    }
    const later = (delivery: Delivery): Delivery | undefined => {
      const at = Math.min(lookAt, Math.max(nextClimb(delivery)?.at ?? Infinity, now + SECOND));
      if (delivery.lookAt === undefined || delivery.lookAt >= at || isClaimed(delivery, now)) return undefined;
      return { ...delivery, lookAt: at };
    };
    await record(needs.deliveries)(keyOf(stored.value), later);
  };

/**
 * Gives back what no Channel had a turn for in this look: nothing is claimed, and one bell is rung for all that wait equally long. Its state stays
 * as it is: nobody has tried it yet. One that is answered or stopped meanwhile waits for nothing.
 */
export const putOff =
  (needs: DeliverNeeds) =>
  async (tellings: readonly Telling[]): Promise<void> => {
    const waiting = tellings.flatMap((telling) => {
      const { stored, attempts, noTurn } = telling;
      if (noTurn === undefined || attempts.length > 0 || stored.value.claim !== undefined) return [];
      return [{ telling, until: noTurn.until, lane: laneOf(stored.value.handling) }];
    });
    for (const group of Map.groupBy(waiting, ({ lane, until }) => `${lane} ${until}`).values()) {
      const [first] = group;
      if (first === undefined) continue;
      const now = needs.clock();
      const lookAt = lookAgainAt(first.until, now);
      await Promise.all(group.map(({ telling }) => step(needs)(telling, () => putOffOne(needs)(telling, lookAt))));
      const keys = group.map(({ telling }) => keyOf(telling.stored.value));
      await step(needs)(first.telling, () => needs.bell.ring(keys, first.lane, lookAt - now));
    }
  };
