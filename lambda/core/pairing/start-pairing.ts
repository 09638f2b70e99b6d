import type { Clock, Instant } from '../kernel/clock.ts';
import type { Homes } from '../people/people.ts';
import type { GateOfHome, PairingCodes, PairingGate, PairingSecrets } from './pairing.ts';
import { CODE_LIVES } from './pairing-code.ts';

export type StartPairingOutcome =
  | { readonly kind: 'pairing-started'; readonly code: string; readonly codeHash: string; readonly expiresAt: Instant }
  | { readonly kind: 'no-such-home' }
  | { readonly kind: Exclude<GateOfHome, 'open'> }
  | { readonly kind: 'try-again' };

/** Gives out a code for one Home, while its set-up visit is open and there is consent. The code itself is returned once and never stored. The caller has checked who asks. */
export const startPairing =
  (needs: {
    readonly homes: Homes;
    readonly codes: PairingCodes;
    readonly secrets: PairingSecrets;
    readonly gate: PairingGate;
    readonly clock: Clock;
  }) =>
  async (request: {
    readonly council: string;
    readonly homeId: string;
    readonly startedBy: string;
  }): Promise<StartPairingOutcome> => {
    const home = await needs.homes.ofId(request.council, request.homeId);
    if (!home) return { kind: 'no-such-home' };
    const gate = await needs.gate.ofHome(request.council, request.homeId);
    if (gate !== 'open') return { kind: gate };
    const code = needs.secrets.newCode();
    const codeHash = needs.secrets.hashCode(code);
    const expiresAt = needs.clock() + CODE_LIVES;
    const fresh = { ...request, codeHash, expiresAt, state: 'open' as const };
    const saved = await needs.codes.save({ value: fresh, version: 0 });
    return saved.kind === 'saved' ? { kind: 'pairing-started', code, codeHash, expiresAt } : { kind: 'try-again' };
  };
