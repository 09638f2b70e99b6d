import { type Actor, nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Homes } from '../people/people.ts';
import type { Echos } from './pairing.ts';

export type UnpairEchoOutcome =
  | { readonly kind: 'echo-unpaired' }
  | { readonly kind: 'not-paired' }
  | { readonly kind: 'try-again' };

/** Unties an Echo from its Home: first the Echo (from that write on it says nothing personal), then the Home's pointer. */
export const unpairEcho =
  (needs: { readonly homes: Homes; readonly echos: Echos; readonly audit: AuditTrail; readonly clock: Clock }) =>
  async (request: {
    readonly council: string;
    readonly hash: string;
    readonly by: Actor;
  }): Promise<UnpairEchoOutcome> => {
    const echo = await needs.echos.ofHash(request.council, request.hash, { strong: true });
    if (!echo) return { kind: 'not-paired' };
    if (echo.value.state === 'paired') {
      const saved = await needs.echos.save({ value: { ...echo.value, state: 'unpaired' }, version: echo.version });
      if (saved.kind !== 'saved') return { kind: 'try-again' };
    }
    const home = await needs.homes.ofId(request.council, echo.value.homeId);
    if (!home?.value.echos.includes(request.hash)) return { kind: 'echo-unpaired' };
    const before = home.value;
    const lastAct = nextAct(before.lastAct, { at: needs.clock(), by: request.by, did: 'unpair-echo' });
    const after = { ...before, echos: before.echos.filter((hash) => hash !== request.hash), lastAct };
    const saved = await withAudit(needs.audit, before.council, `HOME#${before.id}`)(before, after, () =>
      needs.homes.save({ value: after, version: home.version }),
    );
    return saved.kind === 'saved' ? { kind: 'echo-unpaired' } : { kind: 'try-again' };
  };
