import { DAY, type Instant } from '../kernel/clock.ts';
import { timeOf } from '../kernel/uk-time.ts';
import { nextOccurrences, type Occurrence } from './occurrence.ts';
import { type HoursRecurrence, type Recurrence, timesOf } from './recurrence.ts';

/** From one of these days on, a round of the dial (71 days at the longest) lies wholly in winter, and from another in summer. */
const BEGINNINGS = [0, 60, 120, 180, 240, 300, 360].map((days) => days * DAY);

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** Elapsed hours go round the dial, and in the other half of the year they go an hour beside: the first at each time of day. */
const ofHours = (rule: HoursRecurrence, now: Instant): readonly Occurrence[] => {
  const round = 24 / commonDivisor(24, rule.every);
  const found = new Map<string, Occurrence>();
  for (const occurrence of BEGINNINGS.flatMap((later) => nextOccurrences(rule, now + later, round))) {
    const time = timeOf(occurrence.local);
    if (!found.has(time)) found.set(time, occurrence);
  }
  return [...found.values()];
};

/**
 * Of a rule after now, an occurrence at every time of day at which it is due, the earliest of each and in order, so that each can
 * be held against quiet hours and the hours of whoever is told.
 */
export const oneOfEachTime = (recurrence: Recurrence, now: Instant): readonly Occurrence[] => {
  switch (recurrence.kind) {
    case 'once':
      return nextOccurrences(recurrence, now, 1);
    case 'every-n-hours':
      return ofHours(recurrence, now);
    default:
      return nextOccurrences(recurrence, now, timesOf(recurrence).length);
  }
};
