import { HOUR, type Instant, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { addDays, atTime, instantOf, localDate } from '../../../lambda/core/kernel/uk-time.ts';

/** The furthest a single move may go. */
export const FURTHEST_MOVE = 7 * 24 * HOUR;

/** The next time the UK clock shows a time of day. */
const nextAt = (time: string, now: Instant): Instant => {
  const today = instantOf(atTime(localDate(now), time));
  return today > now ? today : instantOf(atTime(addDays(localDate(now), 1), time));
};

const tomorrowAt = (time: string, now: Instant): Instant => instantOf(atTime(addDays(localDate(now), 1), time));

/** Where the clock is to go: a number of minutes (1 to 10,080), `evening` (the next eight o'clock at night) or `morning` (eight tomorrow). */
export const clockTarget = (forward: string, now: Instant): Instant | undefined => {
  if (forward === 'evening') return nextAt('20:00', now);
  if (forward === 'morning') return tomorrowAt('08:00', now);
  const minutes = Number(forward);
  const isMove = Number.isInteger(minutes) && minutes >= 1 && minutes * MINUTE <= FURTHEST_MOVE;
  return isMove ? now + minutes * MINUTE : undefined;
};
