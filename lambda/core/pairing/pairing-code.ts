import { type Instant, MINUTE } from '../kernel/clock.ts';

/** A code lives this long, is used once, and may be tried wrongly this often a day from one Echo and from one council. */
export const CODE_LIVES = 10 * MINUTE;
export const TRIES_PER_ECHO = 10;
export const TRIES_PER_COUNCIL = 200;

/** Under this name codes are counted that somebody offered while no set-up visit was open. */
export const UNASKED = 'UNASKED';

const CODE = /^[1-9]\d{7}$/;

/** Eight digits, the first not a nought, because a spoken leading nought is lost. */
export const isPairingCode = (text: string): boolean => CODE.test(text);

/** An Echo, as it asked to be paired. */
export type AskingEcho = {
  readonly hash: string;
  readonly kind: 'consumer' | 'managed';
  readonly sealedIds: string;
  readonly apiEndpoint: string;
  readonly account?: string;
};

/** One code. Only its keyed hash is stored. `words` are what the Echo said: the installer must see the same two. */
export type PairingCode = {
  readonly council: string;
  readonly codeHash: string;
  readonly homeId: string;
  readonly startedBy: string;
  readonly expiresAt: Instant;
  readonly state: 'open' | 'claimed' | 'confirmed';
  readonly claim?: { readonly echo: AskingEcho; readonly words: readonly [string, string] };
};
