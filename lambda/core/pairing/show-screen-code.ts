import type { Clock, Instant } from '../kernel/clock.ts';
import { localDate } from '../kernel/uk-time.ts';
import type { PairingCodes, PairingSecrets } from './pairing.ts';
import { CODE_LIVES } from './pairing-code.ts';
import { pairedScreen } from './screen.ts';
import { CODES_PER_SCREEN, SCREEN_CODES_PER_COUNCIL, type ScreenPairings, type Screens } from './screen-pairing.ts';

export type ShowScreenCodeOutcome =
  | { readonly kind: 'screen-code'; readonly code: string; readonly expiresAt: Instant }
  | { readonly kind: 'already-paired' }
  | { readonly kind: 'too-many-codes' }
  | { readonly kind: 'try-again' };

type Needs = {
  readonly screens: Screens;
  readonly screenPairings: ScreenPairings;
  readonly codes: PairingCodes;
  readonly secrets: PairingSecrets;
  readonly clock: Clock;
};

const mayHaveCode =
  (needs: Needs) =>
  async (council: string, screenHash: string, now: Instant): Promise<boolean> => {
    const day = localDate(now);
    const own = await needs.codes.countTry(council, `screen:${screenHash}`, day, CODES_PER_SCREEN, now);
    if (own === 'full') return false;
    const all = await needs.codes.countTry(council, 'SCREEN-CODES', day, SCREEN_CODES_PER_COUNCIL, now);
    return all === 'counted';
  };

/**
 * A Screen that is not paired shows a fresh code for ten minutes; the one before no longer works. The code is returned
 * once and stored only as its keyed hash.
 */
export const showScreenCode =
  (needs: Needs) =>
  async (request: { readonly council: string; readonly screenHash: string }): Promise<ShowScreenCodeOutcome> => {
    const { council, screenHash } = request;
    const now = needs.clock();
    const screen = await needs.screens.ofHash(council, screenHash);
    if (pairedScreen(screen?.value) !== undefined) return { kind: 'already-paired' };
    if (!(await mayHaveCode(needs)(council, screenHash, now))) return { kind: 'too-many-codes' };
    const code = needs.secrets.newCode();
    const expiresAt = now + CODE_LIVES;
    const before = await needs.screenPairings.ofScreen(council, screenHash);
    const begun = await needs.screenPairings.begin({
      value: {
        council,
        screenHash,
        codeHash: needs.secrets.hashCode(code),
        expiresAt,
        state: 'open',
        linkVersion: (screen?.value.linkVersion ?? 0) + 1,
      },
      version: before?.version ?? 0,
    });
    return begun.kind === 'saved' ? { kind: 'screen-code', code, expiresAt } : { kind: 'try-again' };
  };
