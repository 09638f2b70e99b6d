import { type Actor, nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Homes } from '../people/people.ts';
import type { Screens } from './screen-pairing.ts';

export type UnpairScreenOutcome =
  | { readonly kind: 'screen-unpaired' }
  | { readonly kind: 'not-paired' }
  | { readonly kind: 'try-again' };

/**
 * Unties a Screen from a Home: first the Screen (from that write on it is shown nothing), then the Home's pointer, which
 * may also be one that a broken-off pairing left behind.
 */
export const unpairScreen =
  (needs: { readonly homes: Homes; readonly screens: Screens; readonly audit: AuditTrail; readonly clock: Clock }) =>
  async (request: {
    readonly council: string;
    readonly homeId: string;
    readonly hash: string;
    readonly by: Actor;
  }): Promise<UnpairScreenOutcome> => {
    const { council, homeId, hash, by } = request;
    const screen = await needs.screens.ofHash(council, hash);
    const isHere = screen?.value.state === 'paired' && screen.value.homeId === homeId;
    if (isHere) {
      const saved = await needs.screens.save({
        value: { ...screen.value, state: 'unpaired' },
        version: screen.version,
      });
      if (saved.kind !== 'saved') return { kind: 'try-again' };
    }
    const home = await needs.homes.ofId(council, homeId);
    if (!home?.value.screens.includes(hash)) return { kind: isHere ? 'screen-unpaired' : 'not-paired' };
    const before = home.value;
    const lastAct = nextAct(before.lastAct, { at: needs.clock(), by, did: 'unpair-screen' });
    const after = { ...before, screens: before.screens.filter((each) => each !== hash), lastAct };
    const saved = await withAudit(needs.audit, council, `HOME#${homeId}`)(before, after, () =>
      needs.homes.save({ value: after, version: home.version }),
    );
    return saved.kind === 'saved' ? { kind: 'screen-unpaired' } : { kind: 'try-again' };
  };
