import type { Actor } from '../audit/act.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Homes } from '../people/people.ts';
import type { SpeakingLevel } from './echo.ts';
import type { Echos, GateOfHome, PairingCodes, PairingGate } from './pairing.ts';
import { pairEcho, pointHome } from './tie-echo.ts';

export type ConfirmPairingOutcome =
  | { readonly kind: 'echo-paired'; readonly homeId: string }
  | { readonly kind: 'not-asked-yet' }
  | { readonly kind: 'code-expired' }
  | { readonly kind: Exclude<GateOfHome, 'open'> }
  | { readonly kind: 'try-again' };

type Needs = {
  readonly homes: Homes;
  readonly echos: Echos;
  readonly codes: PairingCodes;
  readonly gate: PairingGate;
  readonly audit: AuditTrail;
  readonly clock: Clock;
};

/**
 * The installer saw the two words and says they match: the code is used up, then the Echo belongs to the Home, then the
 * Home points to it. Each step may be repeated, so a retry goes on where an earlier try stopped. An Echo that this Home
 * already has is not paired anew, and a code that is over pairs nothing: a page sent again does not undo an unpairing.
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
    if (stored === undefined) return { kind: 'code-expired' };
    const { claim: asked, state, homeId, expiresAt } = stored.value;
    if (asked === undefined) return expiresAt <= needs.clock() ? { kind: 'code-expired' } : { kind: 'not-asked-yet' };
    const home = await needs.homes.ofId(request.council, homeId);
    const known = await needs.echos.ofHash(request.council, asked.echo.hash, { strong: true });
    const isPaired = state === 'confirmed' && known?.value.state === 'paired' && known.value.homeId === homeId;
    if (home === undefined || (expiresAt <= needs.clock() && !isPaired)) return { kind: 'code-expired' };
    const gate = await needs.gate.ofHome(request.council, homeId);
    if (gate !== 'open') return { kind: gate };
    if (state !== 'confirmed') {
      const used = await needs.codes.save({ value: { ...stored.value, state: 'confirmed' }, version: stored.version });
      if (used.kind !== 'saved') return { kind: 'try-again' };
    }
    const paired = isPaired || (await pairEcho(needs)(home.value, asked.echo, request.speakingLevel, known));
    const pointed = paired && (await pointHome(needs)(home, asked.echo.hash, request.by));
    return pointed ? { kind: 'echo-paired', homeId } : { kind: 'try-again' };
  };
