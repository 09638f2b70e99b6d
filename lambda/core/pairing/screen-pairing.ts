import type { Actor } from '../audit/act.ts';
import type { Instant } from '../kernel/clock.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { Screen } from './screen.ts';

/** A Screen shows at most this many new codes a day, and all unpaired Screens of one council together this many. */
export const CODES_PER_SCREEN = 60;
export const SCREEN_CODES_PER_COUNCIL = 10_000;

/** A Home claims at most this many Screens a day, right codes counted (as one Echo may try, `TRIES_PER_ECHO`). */
export const SCREEN_TRIES_PER_HOME = 10;

/** Somebody of a Home entered or said the code. Both sides see or hear `words`, and both must agree. */
export type ScreenClaim = {
  readonly homeId: string;
  readonly by: Actor;
  readonly words: readonly [string, string];
  /** The person who entered or said the code says that the Screen shows the same two words. */
  readonly wordsMatch: boolean;
  /** OK was pressed on the Screen. */
  readonly okPressed: boolean;
};

/**
 * The pairing of one Screen that is under way: one row for a Screen, so that a new code makes the one before void. Only the
 * code's keyed hash is stored. `agreed`: both sides have confirmed, and the Screen gets `linkVersion`.
 */
export type ScreenPairing = {
  readonly council: string;
  readonly screenHash: string;
  readonly codeHash: string;
  readonly expiresAt: Instant;
  readonly state: 'open' | 'claimed' | 'agreed' | 'refused';
  readonly linkVersion: number;
  readonly claim?: ScreenClaim;
};

/** Screens by the keyed hash of their token; every read is strong, so that an unpaired one shows nothing more. */
export type Screens = {
  readonly ofHash: (council: string, hash: string) => Promise<Versioned<Screen> | undefined>;
  readonly save: (screen: Versioned<Screen>) => Promise<Saved>;
};

/** Pairings under way. `ofCode` follows a pointer, so the caller compares the code; `conflict` also when the code is taken. */
export type ScreenPairings = {
  readonly ofScreen: (council: string, screenHash: string) => Promise<Versioned<ScreenPairing> | undefined>;
  readonly ofCode: (council: string, codeHash: string) => Promise<Versioned<ScreenPairing> | undefined>;
  /** Writes a pairing with a fresh code, and then what points from the code to it. */
  readonly begin: (pairing: Versioned<ScreenPairing>) => Promise<Saved>;
  readonly save: (pairing: Versioned<ScreenPairing>) => Promise<Saved>;
};
