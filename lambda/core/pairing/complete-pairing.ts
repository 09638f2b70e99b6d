import type { Clock, Instant } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import { localDate } from '../kernel/uk-time.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Echos, PairingCodes, PairingGate, PairingSecrets } from './pairing.ts';
import {
  type AskingEcho,
  isPairingCode,
  type PairingCode,
  TRIES_PER_COUNCIL,
  TRIES_PER_ECHO,
  UNASKED,
} from './pairing-code.ts';

export type CompletePairingOutcome =
  | { readonly kind: 'pairing-asked'; readonly words: readonly [string, string] }
  | { readonly kind: 'already-paired' }
  | { readonly kind: 'code-not-eight-digits' }
  | { readonly kind: 'code-not-known' }
  | { readonly kind: 'too-many-tries' }
  | { readonly kind: 'no-number-needed' };

type Needs = {
  readonly echos: Echos;
  readonly codes: PairingCodes;
  readonly secrets: PairingSecrets;
  readonly gate: PairingGate;
  readonly clock: Clock;
  readonly log: Log;
};

const isOpenTo = (code: PairingCode, echo: AskingEcho, now: Instant): boolean =>
  code.expiresAt > now && (code.state === 'open' || (code.state === 'claimed' && code.claim?.echo.hash === echo.hash));

const countWrongTry =
  (needs: Needs) =>
  async (council: string, now: Instant): Promise<CompletePairingOutcome> => {
    const counted = await needs.codes.countTry(council, 'COUNCIL', localDate(now), TRIES_PER_COUNCIL, now);
    if (counted === 'counted') return { kind: 'code-not-known' };
    needs.log('pairing.guessed', { council, reason: 'council' });
    return { kind: 'too-many-tries' };
  };

/**
 * Nobody is setting anything up, so nobody needs a number: whoever asked the Resident for one is not from the Council. It is
 * counted for the day, as a sign that somebody is ringing people.
 */
const unasked =
  (needs: Needs) =>
  async (council: string): Promise<CompletePairingOutcome> => {
    const now = needs.clock();
    await needs.codes.countTry(council, UNASKED, localDate(now), Number.MAX_SAFE_INTEGER, now);
    needs.log('pairing.unasked', { council });
    return { kind: 'no-number-needed' };
  };

/** The answer to whoever offers a code at a time when none is expected, or undefined while a set-up visit is open. */
export const turnAwayCode =
  (needs: Needs) =>
  async (council: string): Promise<CompletePairingOutcome | undefined> =>
    (await needs.gate.isAnybodyExpecting(council)) ? undefined : unasked(needs)(council);

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
 * While no set-up visit of the council is open nobody needs a number; of a Home without one, no code works.
 */
export const completePairing =
  (needs: Needs) =>
  async (request: {
    readonly council: string;
    readonly code: string;
    readonly echo: AskingEcho;
  }): Promise<CompletePairingOutcome> => {
    const now = needs.clock();
    const turnedAway = await turnAwayCode(needs)(request.council);
    if (turnedAway !== undefined) return turnedAway;
    if (!isPairingCode(request.code)) return { kind: 'code-not-eight-digits' };
    const known = await needs.echos.ofHash(request.council, request.echo.hash);
    if (known?.value.state === 'paired') return { kind: 'already-paired' };
    const tried = await needs.codes.countTry(request.council, request.echo.hash, localDate(now), TRIES_PER_ECHO, now);
    if (tried === 'full') {
      needs.log('pairing.guessed', { council: request.council, reason: 'echo' });
      return { kind: 'too-many-tries' };
    }
    const stored = await needs.codes.ofHash(request.council, needs.secrets.hashCode(request.code));
    if (!stored || !isOpenTo(stored.value, request.echo, now)) return countWrongTry(needs)(request.council, now);
    const gate = await needs.gate.ofHome(request.council, stored.value.homeId);
    if (gate !== 'open') return countWrongTry(needs)(request.council, now);
    return claim(needs)(stored, request.echo);
  };
