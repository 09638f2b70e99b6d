import { nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock, Instant } from '../kernel/clock.ts';
import type { Officer } from '../people/officer.ts';
import { isOnDuty } from './choose-safety-mode.ts';
import { type DutyEntries, type DutyEntry, type DutyState, dutyItem, dutyRecord } from './duty-entry.ts';

/** Which state may follow which. What is done is over. */
const MOVES: Readonly<Record<DutyState, readonly DutyState[]>> = {
  waiting: ['taken'],
  taken: ['taken', 'done'],
  done: [],
};

export type HandleDutyOutcome =
  | { readonly kind: 'duty-moved'; readonly entry: DutyEntry }
  | { readonly kind: 'not-allowed' | 'no-such-entry' | 'not-from-here' | 'changed-meanwhile' };

/**
 * Takes an entry, takes it over from a colleague, or finishes it. For Officers on duty of this council; whoever finishes it is the one
 * who took it.
 */
export const moveDutyEntry =
  (needs: { readonly entries: DutyEntries; readonly audit: AuditTrail; readonly clock: Clock }) =>
  async (
    officer: Officer,
    { at, id }: { readonly at: Instant; readonly id: string },
    to: 'taken' | 'done',
  ): Promise<HandleDutyOutcome> => {
    if (!isOnDuty(officer)) return { kind: 'not-allowed' };
    const stored = await needs.entries.ofId(officer.council, at, id);
    if (stored === undefined) return { kind: 'no-such-entry' };
    const before = stored.value;
    const isTheirs = before.owner === officer.id;
    if (!MOVES[before.state].includes(to) || (to === 'done') !== isTheirs) return { kind: 'not-from-here' };
    const act = { at: needs.clock(), by: { kind: 'officer', id: officer.id }, did: `duty-${to}` } as const;
    const entry: DutyEntry = { ...before, state: to, owner: officer.id, lastAct: nextAct(before.lastAct, act) };
    const saved = await withAudit(needs.audit, officer.council, dutyItem(id))(
      dutyRecord(before),
      dutyRecord(entry),
      () => needs.entries.save({ value: entry, version: stored.version }),
    );
    return saved.kind === 'saved' ? { kind: 'duty-moved', entry } : { kind: 'changed-meanwhile' };
  };
