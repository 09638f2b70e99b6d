import { type Actor, nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Home } from '../people/home.ts';
import type { Homes } from '../people/people.ts';
import type { SpeakingLevel } from './echo.ts';
import type { Echos, PairingCodes } from './pairing.ts';
import type { AskingEcho } from './pairing-code.ts';

export type ConfirmPairingOutcome =
  | { readonly kind: 'echo-paired'; readonly homeId: string }
  | { readonly kind: 'not-asked-yet' }
  | { readonly kind: 'code-expired' }
  | { readonly kind: 'try-again' };

type Needs = {
  readonly homes: Homes;
  readonly echos: Echos;
  readonly codes: PairingCodes;
  readonly audit: AuditTrail;
  readonly clock: Clock;
};

const pairEcho =
  (needs: Needs) =>
  async (home: Home, echo: AskingEcho, speakingLevel: SpeakingLevel): Promise<boolean> => {
    const known = await needs.echos.ofHash(home.council, echo.hash, { strong: true });
    const saved = await needs.echos.save({
      value: {
        council: home.council,
        ...echo,
        homeId: home.id,
        residents: home.residents,
        speakingLevel,
        linkVersion: (known?.value.linkVersion ?? 0) + 1,
        state: 'paired',
        notifications: known?.value.notifications ?? { on: false, at: 0 },
      },
      version: known?.version ?? 0,
    });
    return saved.kind === 'saved';
  };

const pointHome =
  (needs: Needs) =>
  async (stored: Versioned<Home>, echoHash: string, by: Actor): Promise<boolean> => {
    const before = stored.value;
    if (before.echos.includes(echoHash)) return true;
    const lastAct = nextAct(before.lastAct, { at: needs.clock(), by, did: 'pair-echo' });
    const after = { ...before, echos: [...before.echos, echoHash], lastAct };
    const saved = await withAudit(needs.audit, before.council, `HOME#${before.id}`)(before, after, () =>
      needs.homes.save({ value: after, version: stored.version }),
    );
    return saved.kind === 'saved';
  };

/**
 * The installer saw the two words and says they match: the code is used up, then the Echo belongs to the Home, then the
 * Home points to it. Each step may be repeated, so a retry goes on where an earlier try stopped.
 */
export const confirmPairing =
  (needs: Needs) =>
  async (request: {
    readonly council: string;
    readonly codeHash: string;
    readonly speakingLevel: SpeakingLevel;
    readonly by: Actor;
  }): Promise<ConfirmPairingOutcome> => {
    const stored = await needs.codes.ofHash(request.council, request.codeHash);
    if (!stored || (stored.value.expiresAt <= needs.clock() && stored.value.state !== 'confirmed'))
      return { kind: 'code-expired' };
    const asked = stored.value.claim;
    if (!asked) return { kind: 'not-asked-yet' };
    const home = await needs.homes.ofId(request.council, stored.value.homeId);
    if (!home) return { kind: 'code-expired' };
    if (stored.value.state !== 'confirmed') {
      const used = await needs.codes.save({ value: { ...stored.value, state: 'confirmed' }, version: stored.version });
      if (used.kind !== 'saved') return { kind: 'try-again' };
    }
    const paired = await pairEcho(needs)(home.value, asked.echo, request.speakingLevel);
    const pointed = paired && (await pointHome(needs)(home, asked.echo.hash, request.by));
    return pointed ? { kind: 'echo-paired', homeId: home.value.id } : { kind: 'try-again' };
  };
