import { type Actor, nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Residents } from './people.ts';

/** `on`: how it stands now. */
export type SwitchScreenOutcome =
  | { readonly kind: 'screen-switched'; readonly on: boolean }
  | { readonly kind: 'screen-already-so'; readonly on: boolean }
  | { readonly kind: 'screen-not-switched' };

/** "Stop putting things on my telly", or again. From then on no Screen shows anything of this Resident, or does. */
export const switchScreen =
  (needs: { readonly residents: Residents; readonly audit: AuditTrail; readonly clock: Clock }) =>
  async (request: {
    readonly council: string;
    readonly residentId: string;
    readonly on: boolean;
    readonly by: Actor;
  }): Promise<SwitchScreenOutcome> => {
    const { council, residentId, on, by } = request;
    for (let tries = 0; tries < 2; tries += 1) {
      const stored = await needs.residents.ofId(council, residentId, { strong: true });
      if (stored === undefined) return { kind: 'screen-not-switched' };
      const before = stored.value;
      if (before.settings.screen.on === on) return { kind: 'screen-already-so', on };
      const lastAct = nextAct(before.lastAct, { at: needs.clock(), by, did: on ? 'screen-on' : 'screen-off' });
      const settings = { ...before.settings, screen: { ...before.settings.screen, on } };
      const after = { ...before, settings, lastAct };
      const saved = await withAudit(needs.audit, council, `RES#${before.id}`)(before, after, () =>
        needs.residents.save({ value: after, version: stored.version }),
      );
      if (saved.kind === 'saved') return { kind: 'screen-switched', on };
    }
    return { kind: 'screen-not-switched' };
  };
