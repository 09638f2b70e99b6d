import type { Instant } from '../kernel/clock.ts';
import { type Delivery, mayRise } from './delivery.ts';

/** What a Resident who opens the skill still has waiting: reminders that are due and unanswered, and messages nobody has said they heard. */
export type Inbox = { readonly reminders: readonly Delivery[]; readonly messages: readonly Delivery[] };

const handlingOrder = { urgent: 0, appointment: 1, routine: 2, notice: 3, social: 4 } as const;

const isOpen = (delivery: Delivery, now: Instant): boolean =>
  mayRise(delivery.state, 'acknowledged') &&
  delivery.stoppedAt === undefined &&
  delivery.reason !== 'restored' &&
  delivery.dueAt <= now &&
  delivery.expiresAt > now;

const byUrgencyThenTime = (a: Delivery, b: Delivery): number =>
  handlingOrder[a.handling] - handlingOrder[b.handling] || a.dueAt - b.dueAt;

/** Sorts what is open now: urgent first, then by time, oldest first. Acknowledged, closed, stopped and expired ones are not in it, nor what a restore left untold. */
export const inboxOf = (deliveries: readonly Delivery[], now: Instant): Inbox => {
  const open = deliveries.filter((delivery) => isOpen(delivery, now)).sort(byUrgencyThenTime);
  return {
    reminders: open.filter((delivery) => delivery.source.kind === 'reminder'),
    messages: open.filter((delivery) => delivery.source.kind !== 'reminder'),
  };
};
