import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Instant } from '../kernel/clock.ts';
import { saveActed } from './act-on-alert.ts';
import type { Alert } from './alert.ts';
import type { Alerts } from './alerts.ts';
import { acted } from './transitions.ts';

/** Whether an Alert was about to be released, or its release was under way, at `cutOff`. */
const isOwed = ({ state, approval }: Alert, cutOff: Instant): boolean =>
  approval !== undefined && approval.startsAt <= cutOff && (state === 'approved' || state === 'releasing');

/**
 * After a restore an Alert that was due at `cutOff` or before is not released, and one whose release was under way goes no further: it
 * expires. It may have been sent, or stopped, in the time that is lost (promise G12). Returns 1 if it was owed.
 */
export const expireRestored =
  (needs: { readonly alerts: Alerts; readonly audit: AuditTrail }) =>
  async (
    at: { readonly council: string; readonly id: string },
    cutOff: Instant,
    does: 'count' | 'close',
  ): Promise<number> => {
    for (;;) {
      const stored = await needs.alerts.ofId(at.council, at.id);
      if (stored === undefined || !isOwed(stored.value, cutOff)) return 0;
      if (does === 'count') return 1;
      const who = { by: { kind: 'system', id: 'release' }, at: cutOff, reason: 'restored' } as const;
      const after = acted(stored.value, 'expire', who, { lookAt: cutOff });
      if (after === undefined) return 0;
      if ((await saveActed(needs)(stored, after)).kind === 'saved') return 1;
    }
  };
