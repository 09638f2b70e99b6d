import { withAudit } from '../audit/audit-trail.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { Officer, OfficerRight } from '../people/officer.ts';
import type { Alert } from './alert.ts';
import type { AlertNeeds, OnAlert } from './alert-needs.ts';
import { type AlertAct, acted, mayAct } from './transitions.ts';

/** Why an act on an Alert was refused, whatever the act. `changed-meanwhile`: look at it again, then decide. */
export type ActRefused =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'no-such-alert' }
  | { readonly kind: 'not-in-this-state'; readonly alert: Alert }
  | { readonly kind: 'changed-meanwhile' };

export const alertItem = (id: string): string => `ALERT#${id}`;

export const holds = (officer: Officer, ...rights: readonly OfficerRight[]): boolean =>
  rights.some((right) => officer.rights.includes(right));

/** Saves an Alert after an act, with its audit entry. */
export const saveActed =
  (needs: Pick<AlertNeeds, 'alerts' | 'audit'>) =>
  (before: Versioned<Alert> | undefined, after: Alert): Promise<Saved> =>
    withAudit(needs.audit, after.council, alertItem(after.id))(before?.value, after, () =>
      needs.alerts.save({ value: after, version: before?.version ?? 0 }),
    );

/** The Alert that an Officer may do this to now, or why not. */
export const alertFor =
  (needs: AlertNeeds) =>
  async (
    officer: Officer,
    { alertId, version }: OnAlert,
    act: AlertAct,
    ...rights: readonly OfficerRight[]
  ): Promise<ActRefused | { readonly kind: 'found'; readonly stored: Versioned<Alert> }> => {
    if (!holds(officer, ...rights)) return { kind: 'not-allowed' };
    const stored = await needs.alerts.ofId(officer.council, alertId);
    if (stored === undefined) return { kind: 'no-such-alert' };
    if (!mayAct(stored.value.state, act)) return { kind: 'not-in-this-state', alert: stored.value };
    return stored.version === version ? { kind: 'found', stored } : { kind: 'changed-meanwhile' };
  };

/** Does one act on a found Alert and saves it. */
export const doAct =
  (needs: AlertNeeds) =>
  async (
    stored: Versioned<Alert>,
    act: AlertAct,
    who: { readonly officer: Officer; readonly reason?: string },
    change: Partial<Alert> = {},
  ): Promise<
    | Exclude<ActRefused, { kind: 'not-allowed' | 'no-such-alert' }>
    | { readonly kind: 'saved'; readonly stored: Versioned<Alert> }
  > => {
    const reason = who.reason === undefined ? {} : { reason: who.reason };
    const by = { kind: 'officer', id: who.officer.id } as const;
    const after = acted(stored.value, act, { by, at: needs.clock(), ...reason }, change);
    if (after === undefined) return { kind: 'not-in-this-state', alert: stored.value };
    const saved = await saveActed(needs)(stored, after);
    return saved.kind === 'saved'
      ? { kind: 'saved', stored: { value: after, version: saved.version } }
      : { kind: 'changed-meanwhile' };
  };
