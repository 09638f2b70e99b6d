import { nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Ladder } from '../delivery/ladder.ts';
import type { Instant } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import { localDate } from '../kernel/uk-time.ts';
import { type Acting, actorOf, mayActFor } from '../people/may-act-for.ts';
import type { Resident } from '../people/resident.ts';
import { LOOK_AHEAD } from '../timetable/due.ts';
import { oneOfEachTime } from '../timetable/each-time.ts';
import type { Occurrence } from '../timetable/occurrence.ts';
import type { Recurrence } from '../timetable/recurrence.ts';
import { type FireNeeds, fireReminder } from './fire-reminder.ts';
import type { Reminder, ReminderLabel } from './reminder.ts';
import {
  firstOccurrence,
  ladderRefusal,
  quietRefusal,
  type ReminderRefusal,
  roomRefusal,
  standingRefusal,
} from './reminder-rules.ts';

export type SetNeeds = FireNeeds & { readonly audit: AuditTrail; readonly newId: NewId };

/** What is wanted. `quietHoursConfirmed`: whoever sets it was told that it speaks inside quiet hours and said yes. */
export type WantedReminder = {
  readonly label: ReminderLabel;
  readonly recurrence: Recurrence;
  readonly ladder: Ladder;
  readonly quietHoursConfirmed: boolean;
};

/** For whom and by whom. `canReply`: this Resident has an Echo (or another way) to say that it is done. */
export type ForResident = { readonly acting: Acting; readonly resident: Resident; readonly canReply: boolean };

/** Why the wish is refused, or its first occurrence. Nothing is written. */
export const checkReminder = (
  request: ForResident,
  wanted: WantedReminder,
  existing: readonly Reminder[],
  now: Instant,
): { readonly kind: 'would-be-set'; readonly next: Occurrence } | ReminderRefusal => {
  const { acting, resident } = request;
  if (!mayActFor(acting, resident, 'set-reminders', localDate(now))) return { kind: 'not-allowed' };
  const first = firstOccurrence(wanted.recurrence, now);
  if ('kind' in first) return first;
  const eachTime = oneOfEachTime(wanted.recurrence, now);
  const refusal =
    standingRefusal(resident) ??
    roomRefusal(existing, wanted.recurrence, first) ??
    quietRefusal(resident, eachTime, wanted.quietHoursConfirmed) ??
    eachTime
      .map((one) => ladderRefusal(wanted.ladder, resident, request.canReply, one, localDate(first.at)))
      .find((refused) => refused !== undefined);
  return refusal ?? { kind: 'would-be-set', next: first };
};

export type SetReminderOutcome =
  | { readonly kind: 'reminder-set'; readonly reminder: Reminder; readonly next: Occurrence }
  | { readonly kind: 'try-again' }
  | ReminderRefusal;

/** Whoever writes a due time inside the look-ahead does the tick's work at once: the minute tick is only the net. */
export const fireIfNear =
  (needs: FireNeeds) =>
  async (reminder: Reminder): Promise<void> => {
    if (reminder.next !== undefined && reminder.next.at <= needs.clock() + LOOK_AHEAD) {
      await fireReminder(needs)(reminder.council, reminder.residentId, reminder.id);
    }
  };

/** Sets a Reminder. "Set" is said only after it is stored (promise G1). */
export const setReminder =
  (needs: SetNeeds) =>
  async (request: ForResident, wanted: WantedReminder): Promise<SetReminderOutcome> => {
    const { acting, resident } = request;
    const now = needs.clock();
    const existing = await needs.reminders.ofResident(resident.council, resident.id);
    const checked = checkReminder(request, wanted, existing, now);
    if (checked.kind !== 'would-be-set') return checked;
    const reminder: Reminder = {
      council: resident.council,
      residentId: resident.id,
      id: needs.newId(),
      label: wanted.label,
      recurrence: wanted.recurrence,
      ladder: wanted.ladder,
      state: 'on',
      next: checked.next,
      lastAct: nextAct(undefined, { at: now, by: actorOf(acting), did: 'set-reminder' }),
    };
    const saved = await withAudit(needs.audit, resident.council, `REM#${reminder.id}`)(undefined, reminder, () =>
      needs.reminders.save({ value: reminder, version: 0 }),
    );
    if (saved.kind !== 'saved') return { kind: 'try-again' };
    await fireIfNear(needs)(reminder);
    return { kind: 'reminder-set', reminder, next: checked.next };
  };
