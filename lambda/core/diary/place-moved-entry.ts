import type { Act } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Diaries } from './diaries.ts';
import type { DiaryEntry } from './diary-entry.ts';

type Needs = { readonly diaries: Diaries; readonly audit: AuditTrail };
type Placed = { readonly kind: 'saved'; readonly version: number } | { readonly kind: 'conflict' };

/** What may stand where an entry moves to: nothing, the entry as it left this time before, or an earlier try of this very move. */
const isFromAnEarlierTry = (there: DiaryEntry, moved: DiaryEntry): boolean =>
  there.state === 'planned' && there.lastAct.did === moved.lastAct.did && there.lastAct.number === moved.lastAct.number;

/** `standing`: what now stands at the new time, which may be an earlier try's. */
type Written = { readonly kind: 'saved'; readonly standing: Versioned<DiaryEntry> } | { readonly kind: 'conflict' };

const writeNew =
  (needs: Needs) =>
  async (moved: DiaryEntry, there: Versioned<DiaryEntry> | undefined): Promise<Written> => {
    if (there !== undefined && isFromAnEarlierTry(there.value, moved)) return { kind: 'saved', standing: there };
    if (there?.value.state === 'planned') return { kind: 'conflict' };
    const saved = await needs.diaries.save({ value: moved, version: there?.version ?? 0 });
    return saved.kind === 'saved' ? { kind: 'saved', standing: { value: moved, version: saved.version } } : saved;
  };

const isSameAct = (one: Act, other: Act): boolean =>
  one.at === other.at && one.did === other.did && one.by.kind === other.by.kind && one.by.id === other.by.id;

/** Closes the old row by the act that wrote the new one. Whoever else went on with the same move may have done so already. */
const closeOld =
  (needs: Needs) =>
  async (old: Versioned<DiaryEntry>, { lastAct }: DiaryEntry): Promise<boolean> => {
    const saved = await needs.diaries.save({
      value: { ...old.value, state: 'cancelled', lastAct },
      version: old.version,
    });
    if (saved.kind === 'saved') return true;
    const { council, residentId, at, id } = old.value;
    const now = await needs.diaries.ofId(council, residentId, at, id);
    return now !== undefined && isSameAct(now.value.lastAct, lastAct);
  };

/**
 * Writes a moved entry. An entry's time is part of its key, so after a change of time the new row is written first, which
 * at worst shows it twice and never not at all; then the old one is closed. When somebody else changed the old one
 * meanwhile, the new one is taken back. A retry goes on where an earlier try stopped, also while that one is under way.
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
    const { value, version } = placed.standing;
    if (await closeOld(needs)(old, value)) return { kind: 'saved', version };
    await needs.diaries.save({ value: { ...value, state: 'cancelled' }, version });
    return { kind: 'conflict' };
  };
