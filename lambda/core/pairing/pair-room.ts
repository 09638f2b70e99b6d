import type { Actor } from '../audit/act.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Homes } from '../people/people.ts';
import type { SpeakingLevel } from './echo.ts';
import type { ManagedProperty } from './managed-property.ts';
import type { Echos, GateOfHome, PairingGate } from './pairing.ts';
import { pairEcho, pointHome } from './tie-echo.ts';

/** `echo-not-there`: it has been moved since the list was read. `paired-elsewhere`: another Home has it. */
export type PairRoomOutcome =
  | { readonly kind: 'echo-paired'; readonly homeId: string }
  | { readonly kind: Exclude<GateOfHome, 'open'> }
  | { readonly kind: 'no-such-home' | 'echo-not-there' | 'paired-elsewhere' | 'rooms-not-read' | 'try-again' };

type Needs = {
  readonly homes: Homes;
  readonly echos: Echos;
  readonly gate: PairingGate;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly property: ManagedProperty;
};

/**
 * Pairs a managed Echo by picking its room: no code is spoken, because the council's own sign-in says which Echos are its. The list
 * is asked again, since an Echo may have been moved. Saying it again pairs nothing anew.
 */
export const pairRoom =
  (needs: Needs) =>
  async (request: {
    readonly council: string;
    readonly homeId: string;
    readonly unitId: string;
    readonly endpointId: string;
    readonly speakingLevel: SpeakingLevel;
    readonly by: Actor;
  }): Promise<PairRoomOutcome> => {
    const { council, homeId, unitId, endpointId, speakingLevel, by } = request;
    const home = await needs.homes.ofId(council, homeId);
    if (home === undefined) return { kind: 'no-such-home' };
    const gate = await needs.gate.ofHome(council, homeId);
    if (gate !== 'open') return { kind: gate };
    const found = await needs.property.find(unitId, endpointId);
    if (found.kind === 'not-read') return { kind: 'rooms-not-read' };
    if (found.kind !== 'echo') return found;
    const { hash, sealedIds, apiEndpoint } = found;
    const known = await needs.echos.ofHash(council, hash, { strong: true });
    const isPaired = known?.value.state === 'paired';
    if (isPaired && known.value.homeId !== homeId) return { kind: 'paired-elsewhere' };
    const asking = { hash, kind: 'managed', sealedIds, apiEndpoint } as const;
    const paired = isPaired || (await pairEcho(needs)(home.value, asking, speakingLevel, known));
    return paired && (await pointHome(needs)(home, hash, by)) ? { kind: 'echo-paired', homeId } : { kind: 'try-again' };
  };
