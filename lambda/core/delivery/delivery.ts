import type { Instant } from '../kernel/clock.ts';
import { nextAgain } from './again.ts';
import type { Announcement, Source } from './announcement.ts';
import type { ChannelName, OwnChannel } from './channel.ts';
import { nextClimb } from './next-climb.ts';

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

/** The same, by how far each has come. */
export const LIVING_STATES = [
  'waiting',
  'held',
  'claimed',
  'uncertain',
  'sent',
  'shown',
  'spoken',
  'acknowledged',
] as const satisfies readonly LivingState[];

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

/** How somebody acknowledged: by speaking, on the console's page, or at a Screen. */
export type AcknowledgedBy = 'voice' | 'page' | 'screen';

/** What a Resident says or presses back. */
export type Reply = 'done' | 'not-yet' | 'heard';

/** How a rung reaches somebody: a Carer on their page, by text or by e-mail, or the desk. */
export const RUNG_CHANNELS = ['carer-page', 'text', 'email', 'desk'] as const;
export type RungChannel = (typeof RUNG_CHANNELS)[number];

/** One try of one Channel, or of one rung of the ladder; `rung` is its place in the ladder, from 0. */
export type Attempt = {
  readonly at: Instant;
  readonly channel: ChannelName | OwnChannel | RungChannel;
  readonly rung?: number;
  readonly came: 'sent' | 'refused' | 'unreachable' | 'unknown';
  readonly reason?: string;
};

/** Whether an attempt was to the Resident's own Echo, and not to somebody a rung names. */
export const isToEcho = ({ channel }: Attempt): boolean => RUNG_CHANNELS.every((known) => known !== channel);

/** The Carer whom a rung names signed in and opened what its text or e-mail was about (promise G13). */
export type Opened = { readonly rung: number; readonly at: Instant };

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
  /** Looks in a row that met a fault, counted by the due index; one that comes to an end takes them away. */
  readonly failedLooks?: number;
  readonly attempts: readonly Attempt[];
  readonly climbed: number;
  /** Absent: nobody has opened a text or an e-mail about it. One entry for each rung. */
  readonly opened?: readonly Opened[];
  /** How many times it was told again because nobody acknowledged it (see `againAfter` of its handling). */
  readonly again: number;
  /** The page of a Screen was visible while it showed this (promise G13). */
  readonly shownAt?: Instant;
  /** Its Alert was stopped: from then on it is not told, shown or read. What was told before stays as evidence. */
  readonly stoppedAt?: Instant;
  /** The skill answered with these words; whether the Echo played them is not known yet. */
  readonly readOutAt?: Instant;
  /** The Echo played them: the same session went on, or ended by silence (promise G13). */
  readonly spokenAt?: Instant;
  readonly acknowledged?: { readonly at: Instant; readonly reply: Reply; readonly by: AcknowledgedBy };
  readonly notYetAt?: Instant;
};

/**
 * `<due local>#R#<reminder>`, `<due local>#D#<entry>.<act>` or `<due local>#A#<alert>`: the same for every try, so a Delivery
 * is made once (promise G3).
 */
export const deliveryId = (due: string, source: Source): string => {
  switch (source.kind) {
    case 'reminder':
      return `${due}#R#${source.reminderId}`;
    case 'diary':
      return `${due}#D#${source.entryId}.${source.act}`;
    case 'alert':
      return `${due}#A#${source.alertId}`;
  }
};

export const deliveryOf = (announcement: Announcement, lookAt: Instant): Delivery => ({
  ...announcement,
  id: deliveryId(announcement.due, announcement.source),
  state: 'waiting',
  lookAt,
  attempts: [],
  climbed: 0,
  again: 0,
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
 * When a Delivery that has been looked at wants to be looked at next: at its next rung or repeat, or else, while it is still
 * to be told, at its expiry. What is acknowledged, stopped or closed for good waits for nothing.
 */
export const lookAfterTelling = (delivery: Delivery): Instant | undefined => {
  if (delivery.stoppedAt !== undefined || !mayRise(delivery.state, 'acknowledged')) return undefined;
  const rung = nextClimb(delivery)?.at;
  const again = nextAgain(delivery);
  if (rung !== undefined || again !== undefined) return Math.min(rung ?? Infinity, again ?? Infinity);
  return isToBeTold(delivery.state) ? delivery.expiresAt : undefined;
};

/** Drops the claim, the next look and the failed ones: this look came to an end, and nothing waits on this row any more. */
export const settled = ({ lookAt: _lookAt, claim: _claim, failedLooks: _failed, ...delivery }: Delivery): Delivery =>
  delivery;

/** Drops the claim, and asks to be looked at then, or not at all. */
export const settledUntil = (delivery: Delivery, lookAt: Instant | undefined): Delivery =>
  lookAt === undefined ? settled(delivery) : { ...settled(delivery), lookAt };

/** A try of an Echo of which nobody knows the end: it may have been heard. */
const mayHaveBeenHeard = ({ attempts }: Delivery): boolean =>
  attempts.some((attempt) => isToEcho(attempt) && (attempt.came === 'unknown' || attempt.came === 'sent'));

/**
 * Closes a Delivery that was not told, with its reason. One of which an earlier try may have been heard is not said to be
 * untold: it ends as uncertain (promise G4).
 */
export const endedUntold = (delivery: Delivery, state: ClosedState, reason: string): Delivery =>
  mayHaveBeenHeard(delivery) && isToBeTold(delivery.state)
    ? { ...settled(delivery), state: 'uncertain', reason }
    : closed(delivery, state, reason);

/** Closes a Delivery, if its state allows; evidence and attempts stay. */
export const closed = (delivery: Delivery, state: ClosedState, reason?: string): Delivery =>
  mayRise(delivery.state, state)
    ? { ...settled(delivery), state, ...(reason === undefined ? {} : { reason }) }
    : settled(delivery);
