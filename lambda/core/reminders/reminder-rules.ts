import type { Ladder } from '../delivery/ladder.ts';
import { type Instant, MINUTE } from '../kernel/clock.ts';
import { instantOf, isInWindow, type LocalDate, localDate, localTime, timeOf } from '../kernel/uk-time.ts';
import { holdsOn } from '../people/circle-of-care.ts';
import { type Resident, standingOf } from '../people/resident.ts';
import { nextOccurrence, type Occurrence } from '../timetable/occurrence.ts';
import type { Recurrence } from '../timetable/recurrence.ts';
import { isLive, REMINDERS_PER_RESIDENT, type Reminder } from './reminder.ts';
import { isDueTogether } from './same-time.ts';

/** Telling somebody waits at least this long and at most this long, in minutes. */
export const TELL_AFTER = { atLeast: 5, atMost: 240 } as const;

/** Why a Reminder may not be set as asked. Each has words on the page and in speech. */
export type ReminderRefusal =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'nothing-may-be-sent'; readonly standing: 'ended' | 'consent-withdrawn' }
  | { readonly kind: 'time-has-passed' }
  | { readonly kind: 'never-due' }
  | { readonly kind: 'too-many'; readonly atMost: number }
  | { readonly kind: 'same-time-already'; readonly reminder: Reminder }
  | { readonly kind: 'in-quiet-hours'; readonly occurrence: Occurrence }
  | { readonly kind: 'carer-has-not-agreed'; readonly carerId: string }
  | { readonly kind: 'carer-not-in-these-hours'; readonly carerId: string; readonly from: string; readonly to: string }
  | { readonly kind: 'no-way-to-reply' }
  | { readonly kind: 'tell-after-out-of-range'; readonly atLeast: number; readonly atMost: number };

/** The first occurrence, or why there is none. */
export const firstOccurrence = (recurrence: Recurrence, now: Instant): Occurrence | ReminderRefusal => {
  if (recurrence.kind === 'once' && instantOf(recurrence.at) <= now) return { kind: 'time-has-passed' };
  if (recurrence.kind !== 'once' && recurrence.until !== undefined && recurrence.until < localDate(now))
    return { kind: 'time-has-passed' };
  return nextOccurrence(recurrence, now) ?? { kind: 'never-due' };
};

/**
 * Who is told needs that person's place in the circle on a day (that of the occurrence, if none is named), agreement and hours,
 * and a Resident who has a way to reply.
 */
export const ladderRefusal = (
  ladder: Ladder,
  resident: Resident,
  canReply: boolean,
  occurrence: Occurrence,
  on: LocalDate = localDate(occurrence.at),
): ReminderRefusal | undefined => {
  if (ladder.length > 0 && !canReply) return { kind: 'no-way-to-reply' };
  for (const { afterMinutes, tell } of ladder) {
    if (afterMinutes < TELL_AFTER.atLeast || afterMinutes > TELL_AFTER.atMost)
      return { kind: 'tell-after-out-of-range', ...TELL_AFTER };
    if (tell.kind === 'desk') continue;
    const member = resident.circle.find((one) => one.carerId === tell.carerId && holdsOn(one, on));
    const hours = member?.agreedToBeTold;
    if (hours === undefined) return { kind: 'carer-has-not-agreed', carerId: tell.carerId };
    const toldAt = localTime(occurrence.at + afterMinutes * MINUTE);
    if (!isInWindow(toldAt, hours.from, hours.to))
      return { kind: 'carer-not-in-these-hours', carerId: tell.carerId, ...hours };
  }
  return undefined;
};

/**
 * Whether a Resident may have a further Reminder, and none that is on and ever due at the same local time. The rules are
 * compared, not what each waits for: in its last two minutes a Reminder waits for its next time already.
 */
export const roomRefusal = (
  existing: readonly Reminder[],
  recurrence: Recurrence,
  occurrence: Occurrence,
): ReminderRefusal | undefined => {
  const same = existing.find(
    (other) => other.state === 'on' && isDueTogether(recurrence, occurrence.local, other.recurrence),
  );
  if (same !== undefined) return { kind: 'same-time-already', reminder: same };
  const live = existing.filter(isLive);
  return live.length >= REMINDERS_PER_RESIDENT ? { kind: 'too-many', atMost: REMINDERS_PER_RESIDENT } : undefined;
};

/** Of the times at which a rule is due, the first that lies in a Resident's quiet hours. */
export const firstQuiet = (resident: Resident, eachTime: readonly Occurrence[]): Occurrence | undefined => {
  const quiet = resident.settings.quietHours;
  return quiet === undefined
    ? undefined
    : eachTime.find(({ local }) => isInWindow(timeOf(local), quiet.from, quiet.to));
};

/** A time inside quiet hours must be confirmed when it is set; then it speaks. */
export const quietRefusal = (
  resident: Resident,
  eachTime: readonly Occurrence[],
  confirmed: boolean,
): ReminderRefusal | undefined => {
  const occurrence = confirmed ? undefined : firstQuiet(resident, eachTime);
  return occurrence === undefined ? undefined : { kind: 'in-quiet-hours', occurrence };
};

export const standingRefusal = (resident: Resident): ReminderRefusal | undefined => {
  const standing = standingOf(resident);
  return standing === 'ended' || standing === 'consent-withdrawn'
    ? { kind: 'nothing-may-be-sent', standing }
    : undefined;
};
