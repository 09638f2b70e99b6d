import { type Instant, MINUTE } from '../kernel/clock.ts';
import { LOOK_AHEAD } from '../timetable/due.ts';
import type { Mended, Waiting } from '../timetable/night.ts';
import { nextOccurrence, occurrenceAt } from '../timetable/occurrence.ts';
import type { Reminder } from './reminder.ts';

/** A tick whose clock is minutes ahead fires early (T10), and the Reminder then waits for its next time, or for nothing, already. */
const FIRED_EARLY = LOOK_AHEAD + 10 * MINUTE;

/** Only what lies further ahead than anything may have fired can have been forgotten. */
const isFarAhead = (at: Instant, now: Instant): boolean => at > now + FIRED_EARLY;

/** A Reminder that is on, has times to come, and waits for none of them. */
const forgotten = (reminder: Reminder, now: Instant): Mended<Reminder> | undefined => {
  const next = nextOccurrence(reminder.recurrence, now);
  return next !== undefined && isFarAhead(next.at, now)
    ? { finding: 'forgotten', value: { ...reminder, next } }
    : undefined;
};

/**
 * What is wrong with the row of a Reminder and how it should be, or undefined. `isEnded`: the service has ended for its Resident, so that it
 * waits for nothing any more. An instant is reckoned again from its wall time, because the rules of the clock may have changed (T19). A row
 * whose looks failed stands later in the index than it is due, on purpose.
 */
export const mendedReminder = (
  { value: reminder, due, failedLooks }: Waiting<Reminder>,
  isEnded: boolean,
  now: Instant,
): Mended<Reminder> | undefined => {
  const { next, state } = reminder;
  if (state !== 'on' || next === undefined) {
    if (due !== undefined) return { finding: 'waits-for-nothing', value: reminder };
    return state === 'on' && !isEnded ? forgotten(reminder, now) : undefined;
  }
  const reckoned = occurrenceAt(next.local);
  if (reckoned.at !== next.at) return { finding: 'clock-rules', value: { ...reminder, next: reckoned } };
  if (due === undefined || (failedLooks === 0 && due !== next.at)) return { finding: 'not-due', value: reminder };
  return undefined;
};
