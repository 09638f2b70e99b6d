import type { Ladder } from '../delivery/ladder.ts';
import { type Instant, MINUTE } from '../kernel/clock.ts';
import { instantOf, isInWindow, localDate, localTime } from '../kernel/uk-time.ts';
import { holdsOn } from '../people/circle-of-care.ts';
import { type Resident, standingOf } from '../people/resident.ts';
import { nextOccurrence, type Occurrence } from '../timetable/occurrence.ts';
import type { Recurrence } from '../timetable/recurrence.ts';
import { isLive, REMINDERS_PER_RESIDENT, type Reminder } from './reminder.ts';

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

/** Who is told needs that person's place in the circle, agreement and hours, and a Resident who has a way to reply. */
export const ladderRefusal = (
  ladder: Ladder,
  resident: Resident,
  canReply: boolean,
  occurrence: Occurrence,
): ReminderRefusal | undefined => {
  if (ladder.length > 0 && !canReply) return { kind: 'no-way-to-reply' };
  for (const { afterMinutes, tell } of ladder) {
    if (afterMinutes < TELL_AFTER.atLeast || afterMinutes > TELL_AFTER.atMost)
      return { kind: 'tell-after-out-of-range', ...TELL_AFTER };
    if (tell.kind === 'desk') continue;
    const member = resident.circle.find(
      (one) => one.carerId === tell.carerId && holdsOn(one, localDate(occurrence.at)),
    );
    const hours = member?.agreedToBeTold;
    if (hours === undefined) return { kind: 'carer-has-not-agreed', carerId: tell.carerId };
    const toldAt = localTime(occurrence.at + afterMinutes * MINUTE);
    if (!isInWindow(toldAt, hours.from, hours.to))
      return { kind: 'carer-not-in-these-hours', carerId: tell.carerId, ...hours };
  }
  return undefined;
};

/** Whether a Resident may have a further Reminder, and none at the same times yet. */
export const roomRefusal = (
  existing: readonly Reminder[],
  recurrence: Recurrence,
  occurrence: Occurrence,
): ReminderRefusal | undefined => {
  const live = existing.filter(isLive);
  const same = live.find(
    (other) => other.recurrence.kind === recurrence.kind && other.next?.local === occurrence.local,
  );
  if (same !== undefined) return { kind: 'same-time-already', reminder: same };
  return live.length >= REMINDERS_PER_RESIDENT ? { kind: 'too-many', atMost: REMINDERS_PER_RESIDENT } : undefined;
};

/** A time inside quiet hours must be confirmed when it is set; then it speaks. */
export const quietRefusal = (
  resident: Resident,
  occurrence: Occurrence,
  confirmed: boolean,
): ReminderRefusal | undefined => {
  const quiet = resident.settings.quietHours;
  const isQuiet = quiet !== undefined && isInWindow(localTime(occurrence.at), quiet.from, quiet.to);
  return isQuiet && !confirmed ? { kind: 'in-quiet-hours', occurrence } : undefined;
};

export const standingRefusal = (resident: Resident): ReminderRefusal | undefined => {
  const standing = standingOf(resident);
  return standing === 'ended' || standing === 'consent-withdrawn'
    ? { kind: 'nothing-may-be-sent', standing }
    : undefined;
};
