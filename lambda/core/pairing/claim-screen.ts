import type { Actor } from '../audit/act.ts';
import type { Clock, Instant } from '../kernel/clock.ts';
import { localDate } from '../kernel/uk-time.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Homes } from '../people/people.ts';
import type { PairingCodes, PairingSecrets } from './pairing.ts';
import { isPairingCode, TRIES_PER_COUNCIL } from './pairing-code.ts';
import { SCREENS_PER_HOME } from './screen.ts';
import { SCREEN_TRIES_PER_HOME, type ScreenPairing, type ScreenPairings } from './screen-pairing.ts';

/** `screenHash` names the Screen for the confirmation that follows. */
export type ClaimScreenOutcome =
  | { readonly kind: 'screen-asked'; readonly words: readonly [string, string]; readonly screenHash: string }
  | { readonly kind: 'code-not-eight-digits' }
  | { readonly kind: 'code-not-known' }
  | { readonly kind: 'too-many-tries' }
  | { readonly kind: 'too-many-screens' }
  | { readonly kind: 'no-such-home' };

type Needs = {
  readonly homes: Homes;
  readonly screenPairings: ScreenPairings;
  readonly codes: PairingCodes;
  readonly secrets: PairingSecrets;
  readonly clock: Clock;
};

type Request = { readonly council: string; readonly homeId: string; readonly code: string; readonly by: Actor };

const isOpenTo = ({ expiresAt, state, claim }: ScreenPairing, homeId: string, now: Instant): boolean =>
  expiresAt > now && (state === 'open' || (state === 'claimed' && claim?.homeId === homeId));

const countWrongTry =
  (needs: Needs) =>
  async (council: string, now: Instant): Promise<ClaimScreenOutcome> => {
    const counted = await needs.codes.countTry(council, 'COUNCIL', localDate(now), TRIES_PER_COUNCIL, now);
    return counted === 'full' ? { kind: 'too-many-tries' } : { kind: 'code-not-known' };
  };

const claim =
  (needs: Needs) =>
  async ({ value, version }: Versioned<ScreenPairing>, { homeId, by }: Request): Promise<ClaimScreenOutcome> => {
    const { screenHash } = value;
    if (value.claim !== undefined) return { kind: 'screen-asked', words: value.claim.words, screenHash };
    const words = needs.secrets.newWords();
    const saved = await needs.screenPairings.save({
      value: { ...value, state: 'claimed', claim: { homeId, by, words, wordsMatch: false, okPressed: false } },
      version,
    });
    return saved.kind === 'saved' ? { kind: 'screen-asked', words, screenHash } : { kind: 'code-not-known' };
  };

/**
 * Somebody of a Home enters or says the code that a Screen shows. A right code is claimed for that Home, and both sides
 * have the same two words to compare; nothing personal is shown before both agree. The answer to a wrong, used, foreign or
 * old code is always the same, and tries are counted as those of Echos are. The caller has checked who asks.
 */
export const claimScreen =
  (needs: Needs) =>
  async (request: Request): Promise<ClaimScreenOutcome> => {
    const { council, homeId, code } = request;
    if (!isPairingCode(code)) return { kind: 'code-not-eight-digits' };
    const now = needs.clock();
    const home = await needs.homes.ofId(council, homeId);
    if (home === undefined) return { kind: 'no-such-home' };
    if (home.value.screens.length >= SCREENS_PER_HOME) return { kind: 'too-many-screens' };
    const tried = await needs.codes.countTry(council, `home:${homeId}`, localDate(now), SCREEN_TRIES_PER_HOME, now);
    if (tried === 'full') return { kind: 'too-many-tries' };
    const codeHash = needs.secrets.hashCode(code);
    const found = await needs.screenPairings.ofCode(council, codeHash);
    const isRight = found?.value.codeHash === codeHash && isOpenTo(found.value, homeId, now);
    return isRight ? claim(needs)(found, request) : countWrongTry(needs)(council, now);
  };
