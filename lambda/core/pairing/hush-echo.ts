import { type Clock, HOUR, type Instant } from '../kernel/clock.ts';
import type { Echo, SpeakingLevel } from './echo.ts';
import type { Echos } from './pairing.ts';

/** "Someone's here" closes an Echo for this long, in milliseconds. */
export const HUSHED_FOR = 2 * HOUR;

export type HushOutcome =
  | { readonly kind: 'hushed' }
  | { readonly kind: 'not-hushed' }
  | { readonly kind: 'hush-not-changed' };

/** What may be said aloud at an Echo now: while it is hushed, counts only, whatever was chosen for the Home. */
export const levelNow = (
  { speakingLevel, hushedUntil }: Pick<Echo, 'speakingLevel' | 'hushedUntil'>,
  now: Instant,
): SpeakingLevel => (hushedUntil !== undefined && hushedUntil > now ? 'closed' : speakingLevel);

/**
 * Closes an Echo for two hours, or undoes it. Undoing leads back to what was chosen for the Home and never beyond it, so it needs no
 * proof of who speaks. Tries again once if somebody else wrote meanwhile.
 */
export const hushEcho =
  (needs: { readonly echos: Echos; readonly clock: Clock }) =>
  async (request: {
    readonly council: string;
    readonly hash: string;
    readonly hush: boolean;
  }): Promise<HushOutcome> => {
    for (let tries = 0; tries < 2; tries += 1) {
      const stored = await needs.echos.ofHash(request.council, request.hash, { strong: true });
      if (stored === undefined) return { kind: 'hush-not-changed' };
      const { hushedUntil: _until, ...echo } = stored.value;
      const value: Echo = request.hush ? { ...echo, hushedUntil: needs.clock() + HUSHED_FOR } : echo;
      const saved = await needs.echos.save({ value, version: stored.version });
      if (saved.kind === 'saved') return { kind: request.hush ? 'hushed' : 'not-hushed' };
    }
    return { kind: 'hush-not-changed' };
  };
