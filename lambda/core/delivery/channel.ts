import type { BinDay } from '../bin-days/bin-rounds.ts';
import type { Instant } from '../kernel/clock.ts';
import type { Echo } from '../pairing/echo.ts';

/** The ways to reach a person now. The inbox is no push: a Resident who opens the skill reads their own Deliveries. */
export const CHANNEL_NAMES = ['smart-properties', 'proactive-events'] as const;
export type ChannelName = (typeof CHANNEL_NAMES)[number];

/** The ways in which an Echo tells something by itself, without a call of ours: a copy placed on it, or a routine that starts the skill. */
export const OWN_CHANNELS = ['placed-reminder', 'routine'] as const;
export type OwnChannel = (typeof OWN_CHANNELS)[number];

/**
 * What a Message is about, where a Channel that takes no words of ours has a sentence of its own for it: something in the diary that
 * was added, moved or cancelled, a programme that begins, or bins that are collected. `at` is an instant.
 */
export type About =
  | { readonly kind: 'occasion'; readonly change: 'added' | 'moved' | 'cancelled'; readonly at: Instant }
  | { readonly kind: 'programme'; readonly at: Instant }
  | ({ readonly kind: 'bins' } & BinDay);

/**
 * Words ready for one Channel. `speech` is plain text, escaped by the Channel; `reference` names one telling, the same for
 * every try of it and for every Echo, in whatever letters; `expiresAt` is an instant.
 */
export type Message = {
  readonly council: string;
  readonly echo: Echo;
  readonly speech: string;
  readonly title: string;
  readonly reference: string;
  /** Absent: only that there is a message may be said. */
  readonly about?: About;
  readonly urgent: boolean;
  /** It must not speak unasked: a chime, and the words wait. */
  readonly quietly?: true;
  readonly expiresAt: Instant;
};

/** What one try came to, for one Message. `unknown`: it may or may not have happened (promise G4). */
export type ChannelResult =
  | { readonly kind: 'sent' }
  /** `retryAfter`: the Channel asks for no further call for so many milliseconds. */
  | { readonly kind: 'refused'; readonly reason: string; readonly retryAfter?: number }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Why a Channel refuses what it would take if it were asked less often (HTTP 429). */
export const TOO_MANY_CALLS = 'too-many-calls';

export const isTooManyCalls = (result: ChannelResult): boolean =>
  result.kind === 'refused' && result.reason === TOO_MANY_CALLS;

/**
 * One Channel. `send` never throws for what a channel answers: one result for each Message, in order. `atOnce` is the most
 * Messages with the same words that one call takes.
 */
export type Channel = {
  readonly name: ChannelName;
  readonly atOnce: number;
  readonly send: (messages: readonly Message[]) => Promise<readonly ChannelResult[]>;
};

export type Channels = Readonly<Record<ChannelName, Channel>>;

/** Which Channel reaches an Echo unasked: a managed one speaks, a consumer one only chimes and shines. */
export const channelOf = (echo: Echo): ChannelName =>
  echo.kind === 'managed' ? 'smart-properties' : 'proactive-events';
