import { type Delivery, deliveryId } from '../delivery/delivery.ts';
import type { Instant } from '../kernel/clock.ts';
import { addDays, atTime, dateOf, instantOf, type LocalDate, type LocalDateTime } from '../kernel/uk-time.ts';
import { nextLocal, occurrenceAt } from '../timetable/occurrence.ts';
import type { Reminder, ReminderLabel } from './reminder.ts';
import { announcementOf } from './reminder-announcement.ts';

/** One occurrence as a Resident or Carer sees it. `done` and `not-yet` are what somebody said, not what happened. */
export type ListedOccurrence = {
  readonly reminderId: string;
  readonly label: ReminderLabel;
  readonly at: LocalDateTime;
  readonly state: 'coming' | 'due' | 'done' | 'no-reply';
  readonly doneAt?: Instant;
};

export type ListRemindersOutcome =
  | { readonly kind: 'reminders'; readonly day: LocalDate; readonly occurrences: readonly ListedOccurrence[] }
  | { readonly kind: 'no-reminders-on-day'; readonly day: LocalDate; readonly next?: ListedOccurrence }
  | { readonly kind: 'no-reminders' };

/** Days in a row, both ends included. */
export type ReminderDays = { readonly from: LocalDate; readonly to: LocalDate };

export type RemindersBetweenOutcome =
  | {
      readonly kind: 'reminders-between';
      readonly days: ReminderDays;
      readonly occurrences: readonly ListedOccurrence[];
    }
  | { readonly kind: 'no-reminders-between'; readonly days: ReminderDays };

/** The occurrences of a rule on one day, in order. */
const occurrencesOn = (reminder: Reminder, day: LocalDate): readonly LocalDateTime[] => {
  const found: LocalDateTime[] = [];
  const dayBefore = atTime(addDays(day, -1), '23:59');
  for (
    let at = nextLocal(reminder.recurrence, dayBefore);
    at !== undefined && dateOf(at) === day;
    at = nextLocal(reminder.recurrence, at)
  ) {
    found.push(at);
  }
  return found;
};

/** In order of time; two of one instant by their dial. */
const byTime = (a: ListedOccurrence, b: ListedOccurrence): number =>
  instantOf(a.at) - instantOf(b.at) || (a.at < b.at ? -1 : 1);

const listed = (
  reminder: Reminder,
  at: LocalDateTime,
  deliveries: ReadonlyMap<string, Delivery>,
  now: Instant,
): ListedOccurrence => {
  const announcement = announcementOf(reminder, occurrenceAt(at));
  const delivery = deliveries.get(deliveryId(announcement.due, announcement.source));
  const one = { reminderId: reminder.id, label: reminder.label, at };
  if (delivery?.acknowledged !== undefined) return { ...one, state: 'done', doneAt: delivery.acknowledged.at };
  if (announcement.dueAt > now) return { ...one, state: 'coming' };
  return { ...one, state: announcement.expiresAt > now ? 'due' : 'no-reply' };
};

/**
 * A Resident's Reminders on one day, in order of time, each with what was said about it. Paused and cancelled ones are left
 * out, and so is what a rule named before the Reminder was set or while it was paused.
 */
export const remindersOnDay = (
  known: { readonly reminders: readonly Reminder[]; readonly deliveries: readonly Delivery[] },
  day: LocalDate,
  now: Instant,
): ListRemindersOutcome => {
  const on = known.reminders.filter((reminder) => reminder.state === 'on');
  const deliveries = new Map(known.deliveries.map((delivery) => [delivery.id, delivery]));
  const wasFired = ({ state, at, reminderId }: ListedOccurrence) => {
    if (state === 'coming') return true;
    const delivery = deliveries.get(deliveryId(at, { kind: 'reminder', reminderId, occurrence: at }));
    return delivery !== undefined && delivery.state !== 'cancelled';
  };
  const occurrences = on
    .flatMap((reminder) => occurrencesOn(reminder, day).map((at) => listed(reminder, at, deliveries, now)))
    .filter(wasFired)
    .sort(byTime);
  if (occurrences.length > 0) return { kind: 'reminders', day, occurrences };
  const coming = on
    .flatMap((reminder) =>
      reminder.next === undefined ? [] : [listed(reminder, reminder.next.local, deliveries, now)],
    )
    .filter((one) => instantOf(one.at) > now)
    .sort(byTime);
  const [next] = coming;
  if (on.length === 0) return { kind: 'no-reminders' };
  return { kind: 'no-reminders-on-day', day, ...(next === undefined ? {} : { next }) };
};

/** What `remindersOnDay` says of several days, in order of time. */
export const remindersBetween = (
  known: { readonly reminders: readonly Reminder[]; readonly deliveries: readonly Delivery[] },
  days: ReminderDays,
  now: Instant,
): RemindersBetweenOutcome => {
  const occurrences: ListedOccurrence[] = [];
  for (let day = days.from; day <= days.to; day = addDays(day, 1)) {
    const told = remindersOnDay(known, day, now);
    if (told.kind === 'reminders') occurrences.push(...told.occurrences);
  }
  return occurrences.length > 0
    ? { kind: 'reminders-between', days, occurrences }
    : { kind: 'no-reminders-between', days };
};
