import { nextAct } from '../audit/act.ts';
import { withAudit } from '../audit/audit-trail.ts';
import type { Instant } from '../kernel/clock.ts';
import { localDate } from '../kernel/uk-time.ts';
import type { Versioned } from '../kernel/version.ts';
import { actorOf, mayActFor } from '../people/may-act-for.ts';
import { nextOccurrence, type Occurrence } from '../timetable/occurrence.ts';
import { fireReminder } from './fire-reminder.ts';
import type { Reminder } from './reminder.ts';
import { type ReminderRefusal, roomRefusal, standingRefusal } from './reminder-rules.ts';
import { checkReminder, type ForResident, fireIfNear, type SetNeeds, type WantedReminder } from './set-reminder.ts';

export type ChangeReminderOutcome =
  | { readonly kind: 'reminder-changed'; readonly reminder: Reminder; readonly next: Occurrence }
  | {
      readonly kind: 'reminder-paused' | 'reminder-resumed' | 'reminder-cancelled' | 'reminder-confirmed';
      readonly reminder: Reminder;
    }
  | { readonly kind: 'no-such-reminder' }
  | { readonly kind: 'changed-meanwhile'; readonly current: Reminder }
  | ReminderRefusal;

/** One Reminder, as the person saw it: `act` is the number of the last act they knew of. */
export type OneReminder = ForResident & { readonly reminderId: string; readonly act: number };

type Found = { readonly kind: 'found'; readonly stored: Versioned<Reminder> } | ChangeReminderOutcome;

const find =
  (needs: SetNeeds) =>
  async (request: OneReminder, now: Instant): Promise<Found> => {
    const { acting, resident } = request;
    if (!mayActFor(acting, resident, 'set-reminders', localDate(now))) return { kind: 'not-allowed' };
    const stored = await needs.reminders.ofId(resident.council, resident.id, request.reminderId);
    if (stored === undefined || stored.value.state === 'cancelled') return { kind: 'no-such-reminder' };
    if (stored.value.lastAct.number !== request.act) return { kind: 'changed-meanwhile', current: stored.value };
    return { kind: 'found', stored };
  };

type Change = (reminder: Reminder, now: Instant) => Reminder | ReminderRefusal;

const isOverdue = ({ state, next }: Reminder, now: Instant): boolean =>
  state === 'on' && next !== undefined && next.at <= now;

const isReminder = (changed: Reminder | ReminderRefusal): changed is Reminder => 'recurrence' in changed;

/** One act on one Reminder. Somebody else's act since the person looked is never overwritten; the system's own moving-on is. */
const act =
  (needs: SetNeeds, did: string, change: Change) =>
  async (
    request: OneReminder,
  ): Promise<{ readonly kind: 'acted'; readonly reminder: Reminder } | ChangeReminderOutcome> => {
    for (;;) {
      const now = needs.clock();
      const found = await find(needs)(request, now);
      if (found.kind !== 'found') return found;
      const before = found.stored.value;
      if (isOverdue(before, now)) {
        // A tick was missing: what was due before this act is owed all the same, and its source says whether it still stands.
        await fireReminder(needs)(before.council, before.residentId, before.id);
        continue;
      }
      const changed = change(before, now);
      if (!isReminder(changed)) return changed;
      const reminder: Reminder = {
        ...changed,
        lastAct: nextAct(before.lastAct, { at: now, by: actorOf(request.acting), did }),
      };
      const saved = await withAudit(needs.audit, before.council, `REM#${before.id}`)(before, reminder, () =>
        needs.reminders.save({ value: reminder, version: found.stored.version }),
      );
      // A conflict means that a tick moved the Reminder on, or that a person changed it: `find` tells which.
      if (saved.kind === 'saved') {
        await fireIfNear(needs)(reminder);
        return { kind: 'acted', reminder };
      }
    }
  };

const withoutNext = ({ next: _next, ...reminder }: Reminder): Reminder => reminder;

const othersOf =
  (needs: SetNeeds) =>
  async ({ resident, reminderId }: OneReminder): Promise<readonly Reminder[]> =>
    (await needs.reminders.ofResident(resident.council, resident.id)).filter(({ id }) => id !== reminderId);

/** Changes what, when or who is told. A time that has passed today says so; it never fires at once by itself. */
export const changeReminder =
  (needs: SetNeeds) =>
  async (request: OneReminder, wanted: WantedReminder): Promise<ChangeReminderOutcome> => {
    const others = await othersOf(needs)(request);
    const change: Change = (reminder, now) => {
      const checked = checkReminder(request, wanted, others, now);
      if (checked.kind !== 'would-be-set') return checked;
      const { label, recurrence, ladder } = wanted;
      return { ...reminder, label, recurrence, ladder, state: 'on', next: checked.next };
    };
    const acted = await act(needs, 'change-reminder', change)(request);
    if (acted.kind !== 'acted') return acted;
    const { next } = acted.reminder;
    return next === undefined ? { kind: 'never-due' } : { kind: 'reminder-changed', reminder: acted.reminder, next };
  };

/** Pauses a Reminder: what falls into the pause is missed, not made up for. */
export const pauseReminder =
  (needs: SetNeeds) =>
  async (request: OneReminder): Promise<ChangeReminderOutcome> => {
    const acted = await act(needs, 'pause-reminder', (reminder) => ({ ...withoutNext(reminder), state: 'paused' }))(
      request,
    );
    return acted.kind === 'acted' ? { kind: 'reminder-paused', reminder: acted.reminder } : acted;
  };

/** Goes on from the next occurrence after now, unless another Reminder has taken its times meanwhile. */
export const resumeReminder =
  (needs: SetNeeds) =>
  async (request: OneReminder): Promise<ChangeReminderOutcome> => {
    const others = await othersOf(needs)(request);
    const change: Change = (reminder, now) => {
      const next = nextOccurrence(reminder.recurrence, now);
      if (next === undefined) return { kind: 'time-has-passed' };
      const refusal = standingRefusal(request.resident);
      if (refusal !== undefined) return refusal;
      return roomRefusal(others, reminder.recurrence, next) ?? { ...reminder, state: 'on', next };
    };
    const acted = await act(needs, 'resume-reminder', change)(request);
    return acted.kind === 'acted' ? { kind: 'reminder-resumed', reminder: acted.reminder } : acted;
  };

/** Ends a Reminder. Its row stays, so that what was said about it can still be read. */
export const cancelReminder =
  (needs: SetNeeds) =>
  async (request: OneReminder): Promise<ChangeReminderOutcome> => {
    const acted = await act(needs, 'cancel-reminder', (reminder) => ({ ...withoutNext(reminder), state: 'cancelled' }))(
      request,
    );
    return acted.kind === 'acted' ? { kind: 'reminder-cancelled', reminder: acted.reminder } : acted;
  };

/** "Keep it as it is": after a homecoming it is told again from its next occurrence on (see `isConfirmed`). */
export const confirmReminder =
  (needs: SetNeeds) =>
  async (request: OneReminder): Promise<ChangeReminderOutcome> => {
    const keep: Change = (reminder) => standingRefusal(request.resident) ?? reminder;
    const acted = await act(needs, 'confirm-reminder', keep)(request);
    return acted.kind === 'acted' ? { kind: 'reminder-confirmed', reminder: acted.reminder } : acted;
  };
