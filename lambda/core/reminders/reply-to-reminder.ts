import { acknowledge } from '../delivery/acknowledge.ts';
import type { Deliveries } from '../delivery/deliveries.ts';
import { type Delivery, deliveryOf, keyOf, mayRise } from '../delivery/delivery.ts';
import { record } from '../delivery/record.ts';
import { type Clock, HOUR, type Instant } from '../kernel/clock.ts';
import { dateOf, type LocalTime, localDate, timeOf } from '../kernel/uk-time.ts';
import type { Occurrence } from '../timetable/occurrence.ts';
import type { Reminder } from './reminder.ts';
import { announcementOf } from './reminder-announcement.ts';

/** A Reminder may be said to be done this long before its time. */
export const DONE_EARLY = 2 * HOUR;

export type ReplyOutcome =
  | { readonly kind: 'reminder-done'; readonly delivery: Delivery; readonly isEarly: boolean }
  | { readonly kind: 'already-done'; readonly delivery: Delivery; readonly at: Instant }
  | { readonly kind: 'not-yet-noted'; readonly delivery: Delivery }
  | { readonly kind: 'which-reminder'; readonly deliveries: readonly Delivery[] }
  | { readonly kind: 'nothing-due'; readonly next?: Occurrence };

type Needs = { readonly deliveries: Deliveries; readonly clock: Clock };

/** What is known of the Resident: the Reminders, and the Deliveries of the last days. */
export type KnownReminders = { readonly reminders: readonly Reminder[]; readonly deliveries: readonly Delivery[] };

/** "Eight o'clock" names 08:00 and 20:00 alike. */
const isSameDialTime = (a: LocalTime, b: LocalTime): boolean =>
  Number(a.slice(0, 2)) % 12 === Number(b.slice(0, 2)) % 12 && a.slice(3) === b.slice(3);

const isReminder = (delivery: Delivery): boolean => delivery.source.kind === 'reminder';

const isUnanswered = (delivery: Delivery, now: Instant): boolean =>
  isReminder(delivery) && mayRise(delivery.state, 'acknowledged') && delivery.dueAt <= now && delivery.expiresAt > now;

const latestFirst = (a: Delivery, b: Delivery): number => b.dueAt - a.dueAt;

const askedFor = (time: LocalTime | undefined) => (delivery: Delivery) =>
  time === undefined || isSameDialTime(timeOf(delivery.due), time);

/**
 * Reminders that come soon, the soonest first, as Deliveries that could be acknowledged early. In the last two minutes a
 * tick has made the Delivery already, and its Reminder has moved on.
 */
const comingSoon = (known: KnownReminders, now: Instant): readonly Delivery[] => {
  const made = known.deliveries.filter(
    (delivery) => isReminder(delivery) && mayRise(delivery.state, 'acknowledged') && delivery.dueAt > now,
  );
  const toBeMade = known.reminders.flatMap((reminder) => {
    if (reminder.state !== 'on' || reminder.next === undefined) return [];
    return [deliveryOf(announcementOf(reminder, reminder.next), reminder.next.at)];
  });
  const isKnown = new Set(known.deliveries.map(({ id }) => id));
  return [...made, ...toBeMade.filter(({ id }) => !isKnown.has(id))]
    .filter(({ dueAt }) => dueAt <= now + DONE_EARLY)
    .sort((a, b) => a.dueAt - b.dueAt);
};

const nextOf = (known: KnownReminders): Occurrence | undefined =>
  known.reminders
    .flatMap((reminder) => (reminder.state === 'on' && reminder.next !== undefined ? [reminder.next] : []))
    .sort((a, b) => a.at - b.at)[0];

type Found =
  | { readonly kind: 'this-one'; readonly delivery: Delivery; readonly isEarly: boolean }
  | Extract<ReplyOutcome, { kind: 'already-done' | 'which-reminder' | 'nothing-due' }>;

/**
 * Which Reminder a Resident means. Those due and unanswered come first; with a time, those of that time on the dial; two at
 * different times and no time said: ask which. Then one that was answered today, then one that comes within two hours.
 */
export const findReminder = (known: KnownReminders, time: LocalTime | undefined, now: Instant): Found => {
  const due = known.deliveries
    .filter((delivery) => isUnanswered(delivery, now))
    .filter(askedFor(time))
    .sort(latestFirst);
  const [first, ...more] = due;
  if (first !== undefined && (more.length === 0 || time !== undefined))
    return { kind: 'this-one', delivery: first, isEarly: false };
  if (first !== undefined) return { kind: 'which-reminder', deliveries: due.toReversed() };
  const [answered] = known.deliveries
    .filter((delivery) => isReminder(delivery) && dateOf(delivery.due) === localDate(now))
    .filter(askedFor(time))
    .filter((delivery) => delivery.acknowledged !== undefined)
    .sort(latestFirst);
  const [early] = comingSoon(known, now).filter(askedFor(time));
  if (early !== undefined && (time !== undefined || answered === undefined))
    return { kind: 'this-one', delivery: early, isEarly: true };
  if (answered?.acknowledged !== undefined)
    return { kind: 'already-done', delivery: answered, at: answered.acknowledged.at };
  const next = nextOf(known);
  return { kind: 'nothing-due', ...(next === undefined ? {} : { next }) };
};

/**
 * "It's done." The occurrence is acknowledged; said early, its Delivery is made now so that it does not fire any more. It is
 * recorded that somebody said so and when, never what was done.
 */
export const replyDone =
  (needs: Needs) =>
  async (known: KnownReminders, time: LocalTime | undefined, by: 'voice' | 'page'): Promise<ReplyOutcome> => {
    const found = findReminder(known, time, needs.clock());
    if (found.kind !== 'this-one') return found;
    if (found.isEarly) await needs.deliveries.add(found.delivery);
    const outcome = await acknowledge(needs)(keyOf(found.delivery), 'done', by);
    if (outcome.kind === 'acknowledged')
      return { kind: 'reminder-done', delivery: outcome.delivery, isEarly: found.isEarly };
    if (outcome.kind === 'already-acknowledged' && outcome.delivery.acknowledged !== undefined) {
      return { kind: 'already-done', delivery: outcome.delivery, at: outcome.delivery.acknowledged.at };
    }
    return { kind: 'nothing-due' };
  };

/** "Not yet." Noted with its time; the ladder stays, and the act is not prompted again. */
export const replyNotYet =
  (needs: Needs) =>
  async (known: KnownReminders, time: LocalTime | undefined): Promise<ReplyOutcome> => {
    const found = findReminder(known, time, needs.clock());
    if (found.kind !== 'this-one') return found;
    if (found.isEarly) return { kind: 'not-yet-noted', delivery: found.delivery };
    const notYetAt = needs.clock();
    const recorded = await record(needs.deliveries)(keyOf(found.delivery), (delivery) =>
      delivery.acknowledged === undefined ? { ...delivery, notYetAt } : undefined,
    );
    return recorded.kind === 'no-such-delivery'
      ? { kind: 'nothing-due' }
      : { kind: 'not-yet-noted', delivery: recorded.delivery };
  };
