import type { Instant } from '../kernel/clock.ts';
import type { Announcement, Source } from './announcement.ts';
import type { ChannelName } from './channel.ts';
import { nextRung } from './ladder.ts';

/** The states of a Delivery (promise G2), with how far each has come. A Delivery only rises, or is closed. */
export const DELIVERY_STATES = {
  waiting: 0,
  held: 1,
  claimed: 2,
  uncertain: 3,
  sent: 4,
  shown: 5,
  spoken: 6,
  acknowledged: 7,
} as const;
export type LivingState = keyof typeof DELIVERY_STATES;

export const CLOSED_STATES = [
  'missed',
  'superseded',
  'unreachable',
  'failed',
  'cancelled',
  'expired',
  'removed',
] as const;
export type ClosedState = (typeof CLOSED_STATES)[number];

export type DeliveryState = LivingState | ClosedState;

export const isClosed = (state: DeliveryState): state is ClosedState =>
  CLOSED_STATES.some((closed) => closed === state);

/** What a Resident says or presses back. */
export type Reply = 'done' | 'not-yet' | 'heard';

/** One try of one Channel, or one rung of the ladder climbed. */
export type Attempt = {
  readonly at: Instant;
  readonly channel: ChannelName | 'carer-page' | 'desk';
  readonly came: 'sent' | 'refused' | 'unreachable' | 'unknown';
  readonly reason?: string;
};

export type DeliveryKey = { readonly council: string; readonly residentId: string; readonly id: string };

/** Whoever holds the claim may call a Channel until it ends. `calling` is written right before the call. */
export type Claim = { readonly token: string; readonly until: Instant; readonly calling: boolean };

/**
 * One Announcement owed to one Resident: the inbox entry, the occurrence that fired and the evidence, in one row.
 * `lookAt` is when the row wants to be looked at again; without it, it waits for nothing. `claim`: only its holder calls a Channel.
 */
export type Delivery = Announcement & {
  readonly id: string;
  readonly state: DeliveryState;
  readonly reason?: string;
  readonly lookAt?: Instant;
  readonly claim?: Claim;
  readonly attempts: readonly Attempt[];
  readonly climbed: number;
  /** The skill answered with these words; whether the Echo played them is not known yet. */
  readonly readOutAt?: Instant;
  /** The Echo played them: the same session went on, or ended by silence (promise G13). */
  readonly spokenAt?: Instant;
  readonly acknowledged?: { readonly at: Instant; readonly reply: Reply; readonly by: 'voice' | 'page' };
  readonly notYetAt?: Instant;
};

/** `<due local>#R#<reminder>` or `<due local>#D#<entry>.<act>`: the same for every try, so a Delivery is made once (promise G3). */
export const deliveryId = (due: string, source: Source): string =>
  source.kind === 'reminder' ? `${due}#R#${source.reminderId}` : `${due}#D#${source.entryId}.${source.act}`;

export const deliveryOf = (announcement: Announcement, lookAt: Instant): Delivery => ({
  ...announcement,
  id: deliveryId(announcement.due, announcement.source),
  state: 'waiting',
  lookAt,
  attempts: [],
  climbed: 0,
});

export const keyOf = (delivery: Delivery): DeliveryKey => ({
  council: delivery.council,
  residentId: delivery.residentId,
  id: delivery.id,
});

/**
 * Whether a state may follow another: only upwards, and a closed or acknowledged one is final. One exception: what could
 * not be told by itself (too late to speak, or no Echo to reach) is still in the inbox and may be acknowledged.
 */
export const mayRise = (from: DeliveryState, to: DeliveryState): boolean => {
  if (from === 'missed' || from === 'unreachable') return to === 'acknowledged';
  if (isClosed(from) || from === 'acknowledged') return false;
  return isClosed(to) || DELIVERY_STATES[to] >= DELIVERY_STATES[from];
};

/** Whether a Delivery is still to be told by a Channel. */
export const isToBeTold = (state: DeliveryState): boolean =>
  state === 'waiting' || state === 'held' || state === 'claimed';

/**
 * When a Delivery that has been looked at wants to be looked at next: at its next rung, or else, while it is still to be
 * told, at its expiry. What is acknowledged or closed for good waits for nothing.
 */
export const lookAfterTelling = (delivery: Delivery): Instant | undefined => {
  if (!mayRise(delivery.state, 'acknowledged')) return undefined;
  const rung = nextRung(delivery.ladder, delivery.climbed, delivery.dueAt);
  return rung?.at ?? (isToBeTold(delivery.state) ? delivery.expiresAt : undefined);
};

/** Drops the claim and the next look: nothing waits on this row any more. */
export const settled = ({ lookAt: _lookAt, claim: _claim, ...delivery }: Delivery): Delivery => delivery;

/** Drops the claim, and asks to be looked at then, or not at all. */
export const settledUntil = (delivery: Delivery, lookAt: Instant | undefined): Delivery =>
  lookAt === undefined ? settled(delivery) : { ...settled(delivery), lookAt };

/** Closes a Delivery, if its state allows; evidence and attempts stay. */
export const closed = (delivery: Delivery, state: ClosedState, reason?: string): Delivery =>
  mayRise(delivery.state, state)
    ? { ...settled(delivery), state, ...(reason === undefined ? {} : { reason }) }
    : settled(delivery);
