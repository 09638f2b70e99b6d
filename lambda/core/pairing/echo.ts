import type { Instant } from '../kernel/clock.ts';

/**
 * What may be said aloud at an Echo, chosen for its Home at set-up: names and times (`open`), counts and a question
 * (`ask-first`), or counts only (`closed`).
 */
export const SPEAKING_LEVELS = ['open', 'ask-first', 'closed'] as const;
export type SpeakingLevel = (typeof SPEAKING_LEVELS)[number];

/**
 * What Amazon calls one Echo. `endpointId` is there for a managed one; it outlives the first two. `unitId` is its room, which stays the same
 * when another Echo is put there.
 */
export type EchoIds = {
  readonly userId: string;
  readonly deviceId: string;
  readonly endpointId?: string;
  readonly unitId?: string;
};

/** The keyed hash under which an Echo is stored: of its endpoint, or else of account and device. */
export type HashEcho = (ids: EchoIds) => string;

/** The keyed hash of an account's `userId`. It changes when the skill is disabled and enabled again. */
export type HashAccount = (userId: string) => string;

/** Seals an Echo's ids, so that only the sender can read them. */
export type SealIds = (ids: EchoIds) => string;

/**
 * One Echo tied to a Home. `hash` is a keyed hash of account and device (or endpoint); the ids themselves are kept
 * sealed, for the sender only. `residents`: one to four, the first is spoken to by default.
 */
export type Echo = {
  readonly council: string;
  readonly hash: string;
  readonly homeId: string;
  readonly residents: readonly string[];
  readonly kind: 'consumer' | 'managed';
  readonly speakingLevel: SpeakingLevel;
  /** "Someone's here": until then only counts are said (see `levelNow`). */
  readonly hushedUntil?: Instant;
  /** Rises with every pairing: nothing meant for an old pairing reaches a new one. */
  readonly linkVersion: number;
  readonly state: 'paired' | 'unpaired';
  readonly sealedIds: string;
  readonly apiEndpoint: string;
  readonly notifications: { readonly on: boolean; readonly at: Instant };
  /** Whether the skill may set reminders, as Alexa last said; absent: she has not. */
  readonly mayRemind?: { readonly on: boolean; readonly at: Instant };
  /** Whether somebody has added the widget on an Echo Show of this account, as Alexa last said; absent: she has not. */
  readonly widget?: { readonly on: boolean; readonly at: Instant };
  /** Who was spoken to in earlier pairings: copies meant for them may still stand there, and are to be removed. */
  readonly formerResidents?: readonly string[];
  /** The keyed hash of the account, by which skill events name it. Absent: nobody has spoken to it since it was paired. */
  readonly account?: string;
};
