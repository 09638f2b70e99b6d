import type { AuditTrail } from '../audit/audit-trail.ts';
import { noteAct } from '../audit/note-act.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Officer } from '../people/officer.ts';
import { alertItem } from './act-on-alert.ts';
import type { Alert } from './alert.ts';

/** The audit item of whoever took the names of an Alert out of the system. It changes nothing of the Alert itself. */
export const exportsItem = (alertId: string): string => `${alertItem(alertId)}#EXPORTS`;

/** Writes down that an Officer exports the not-reached list of an Alert (promise G11), before the first name leaves. */
export const noteExport =
  (needs: { readonly audit: AuditTrail; readonly clock: Clock }) =>
  async (officer: Officer, { council, id, state }: Alert): Promise<void> => {
    const by = { kind: 'officer', id: officer.id } as const;
    await noteAct(needs)(council, exportsItem(id), { by, did: 'export-not-reached' }, { state });
  };
