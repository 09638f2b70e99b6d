import type { Clock, Instant } from '../kernel/clock.ts';
import { localDate } from '../kernel/uk-time.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Echos, PairingCodes, PairingSecrets } from './pairing.ts';
import { type AskingEcho, isPairingCode, type PairingCode, TRIES_PER_COUNCIL, TRIES_PER_ECHO } from './pairing-code.ts';

export type CompletePairingOutcome =
  | { readonly kind: 'pairing-asked'; readonly words: readonly [string, string] }
  | { readonly kind: 'already-paired' }
  | { readonly kind: 'code-not-eight-digits' }
  | { readonly kind: 'code-not-known' }
  | { readonly kind: 'too-many-tries' };

type Needs = {
  readonly echos: Echos;
  readonly codes: PairingCodes;
  readonly secrets: PairingSecrets;
  readonly clock: Clock;
};

const isOpenTo = (code: PairingCode, echo: AskingEcho, now: Instant): boolean =>
  code.expiresAt > now && (code.state === 'open' || (code.state === 'claimed' && code.claim?.echo.hash === echo.hash));

const countWrongTry =
  (needs: Needs) =>
  async (council: string, now: Instant): Promise<CompletePairingOutcome> => {
    const counted = await needs.codes.countTry(council, 'COUNCIL', localDate(now), TRIES_PER_COUNCIL, now);
    return counted === 'full' ? { kind: 'too-many-tries' } : { kind: 'code-not-known' };
  };

const claim =
  (needs: Needs) =>
  async (stored: Versioned<PairingCode>, echo: AskingEcho): Promise<CompletePairingOutcome> => {
    const before = stored.value.claim;
    if (before) return { kind: 'pairing-asked', words: before.words };
    const words = needs.secrets.newWords();
    const saved = await needs.codes.save({
      value: { ...stored.value, state: 'claimed', claim: { echo, words } },
      version: stored.version,
    });
    return saved.kind === 'saved' ? { kind: 'pairing-asked', words } : { kind: 'code-not-known' };
  };

/**
 * An Echo was told a code. A right code is claimed by this Echo and two words are said, which the installer must match
 * on the page; nothing personal is said before that. The answer to a wrong, used, foreign or old code is always the same.
 * Every try of one Echo counts; only wrong ones count for the council, so a right code is never refused for others' guesses.
 */
export const completePairing =
  (needs: Needs) =>
  async (request: {
    readonly council: string;
    readonly code: string;
    readonly echo: AskingEcho;
  }): Promise<CompletePairingOutcome> => {
    if (!isPairingCode(request.code)) return { kind: 'code-not-eight-digits' };
    const now = needs.clock();
    const known = await needs.echos.ofHash(request.council, request.echo.hash);
    if (known?.value.state === 'paired') return { kind: 'already-paired' };
    const tried = await needs.codes.countTry(request.council, request.echo.hash, localDate(now), TRIES_PER_ECHO, now);
    if (tried === 'full') return { kind: 'too-many-tries' };
    const stored = await needs.codes.ofHash(request.council, needs.secrets.hashCode(request.code));
    if (!stored || !isOpenTo(stored.value, request.echo, now)) return countWrongTry(needs)(request.council, now);
    return claim(needs)(stored, request.echo);
  };
