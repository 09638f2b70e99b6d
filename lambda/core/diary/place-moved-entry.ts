import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Diaries } from './diaries.ts';
import type { DiaryEntry } from './diary-entry.ts';

type Needs = { readonly diaries: Diaries; readonly audit: AuditTrail };
type Placed = { readonly kind: 'saved'; readonly version: number } | { readonly kind: 'conflict' };

/** What may stand where an entry moves to: nothing, the entry as it left this time before, or an earlier try of this very move. */
const isFromAnEarlierTry = (there: DiaryEntry, moved: DiaryEntry): boolean =>
  there.state === 'planned' && there.lastAct.did === moved.lastAct.did && there.lastAct.number === moved.lastAct.number;

const writeNew =
  (needs: Needs) =>
  async (moved: DiaryEntry, there: Versioned<DiaryEntry> | undefined): Promise<Placed> => {
    if (there === undefined) return needs.diaries.save({ value: moved, version: 0 });
    if (isFromAnEarlierTry(there.value, moved)) return { kind: 'saved', version: there.version };
    if (there.value.state === 'planned') return { kind: 'conflict' };
    return needs.diaries.save({ value: moved, version: there.version });
  };

/**
 * Writes a moved entry. An entry's time is part of its key, so after a change of time the new row is written first, which
 * at worst shows it twice and never not at all; then the old one is closed. When somebody else changed the old one
 * meanwhile, the new one is taken back. A retry goes on where an earlier try stopped.
 */
export const placeMovedEntry =
  (needs: Needs, auditItem: string) =>
  async (old: Versioned<DiaryEntry>, moved: DiaryEntry): Promise<Placed> => {
    const { council, residentId, id } = moved;
    const audited = withAudit(needs.audit, council, auditItem);
    if (moved.at === old.value.at)
      return audited(old.value, moved, () => needs.diaries.save({ value: moved, version: old.version }));
    const there = await needs.diaries.ofId(council, residentId, moved.at, id);
    const placed = await audited(old.value, moved, () => writeNew(needs)(moved, there));
    if (placed.kind !== 'saved') return placed;
    const left: DiaryEntry = { ...old.value, state: 'cancelled', lastAct: moved.lastAct };
    const closed = await needs.diaries.save({ value: left, version: old.version });
    if (closed.kind === 'saved') return placed;
    await needs.diaries.save({ value: { ...moved, state: 'cancelled' }, version: placed.version });
    return closed;
  };
