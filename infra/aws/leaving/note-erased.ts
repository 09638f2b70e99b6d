import { nextAct } from '../../../lambda/core/audit/act.ts';
import { withAudit } from '../../../lambda/core/audit/audit-trail.ts';
import type { Clock } from '../../../lambda/core/kernel/clock.ts';
import type { CareStores } from '../../../lambda/wiring/care-stores.ts';

/**
 * Notes that an erasure which two Officers agreed to was carried out, by whom and when: one audit entry (promise G11). It is the list by which a
 * restored table is made to forget again.
 */
export const noteErased =
  (stores: Pick<CareStores, 'erasures' | 'audit'>, clock: Clock) =>
  async (council: string, residentId: string, by: string): Promise<void> => {
    for (;;) {
      const stored = await stores.erasures.ofResident(council, residentId);
      if (stored === undefined) throw new Error('an erasure that nobody decided was carried out');
      const at = clock();
      const lastAct = nextAct(stored.value.lastAct, { at, by: { kind: 'system', id: by }, did: 'erasure-carried-out' });
      const after = { ...stored.value, state: 'erased', erasedAt: at, lastAct } as const;
      const saved = await withAudit(stores.audit, council, `ERASURE#${residentId}`)(stored.value, after, () =>
        stores.erasures.save({ value: after, version: stored.version }),
      );
      if (saved.kind === 'saved') return;
    }
  };
