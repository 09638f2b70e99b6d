import type { Instant } from '../kernel/clock.ts';
import type { Resident } from '../people/resident.ts';
import { type Attempt, type Delivery, lookAfterTelling, mayRise, settledUntil } from './delivery.ts';
import { nextRung, type Rung } from './ladder.ts';

/** Tells the person a rung names. What it came to is written on the Delivery; the words stay honest (promise G13). Filled by `wiring`. */
export type TellRung = (delivery: Delivery, resident: Resident, rung: Rung) => Promise<Attempt>;

/** Whether a Delivery's next rung is due: nobody has acknowledged it, its time has come, and it is not a thing of the past. */
export const isRungDue = (delivery: Delivery, now: Instant): boolean => {
  const next = nextRung(delivery.ladder, delivery.climbed, delivery.dueAt);
  return next !== undefined && next.at <= now && now < delivery.expiresAt && mayRise(delivery.state, 'acknowledged');
};

/** The Delivery after its rung was climbed. */
export const climbed = (delivery: Delivery, attempt: Attempt): Delivery => {
  const after = { ...delivery, climbed: delivery.climbed + 1, attempts: [...delivery.attempts, attempt] };
  return settledUntil(after, lookAfterTelling(after));
};
