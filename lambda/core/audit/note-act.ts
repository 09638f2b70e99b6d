import type { Clock } from '../kernel/clock.ts';
import type { Act, Actor } from './act.ts';
import type { AuditTrail } from './audit-trail.ts';

/**
 * Writes down an act on something that does not carry its last act itself: the number that follows on what stands, and the next one if
 * somebody else writes at the same time (promise G11). `after` is what is kept of the thing.
 */
export const noteAct =
  (needs: { readonly audit: AuditTrail; readonly clock: Clock }) =>
  async (
    council: string,
    item: string,
    who: { readonly by: Actor; readonly did: string },
    after: unknown,
  ): Promise<void> => {
    let number = (await needs.audit.of(council, item)).length + 1;
    for (;;) {
      const act: Act = { number, at: needs.clock(), ...who };
      const written = await needs.audit.append({ council, item, act, after });
      if (written.kind === 'new') return;
      number += 1;
    }
  };
