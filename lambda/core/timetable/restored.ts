import { nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import { type Clock, DAY, type Instant } from '../kernel/clock.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { Council } from '../people/council.ts';
import {
  type ClosedUnsent,
  type DispatchRelease,
  type DispatchState,
  dispatchState,
  NOTHING_CLOSED,
} from '../people/dispatch.ts';
import type { ErasedAgain } from '../people/erasure.ts';
import type { Officer } from '../people/officer.ts';
import type { Councils } from '../people/people.ts';
import {
  type DueIndex,
  type DueKind,
  type DueRef,
  type DueRefOf,
  LOOKS_BEFORE_CLOSING,
  lookAgainAt,
  type Shard,
} from './due.ts';

/** What is due waits for its next look no longer than this: an Alert lives seven days. Rows further ahead are Reminders and Alerts to come. */
const LONGEST_WAIT = 8 * DAY;
/** A page of the console counts this many rows of the due index at most. */
export const MOST_COUNTED = 2_000;

/** A mirror tells nobody anything: it is left where it stands, and is made equal when the fence opens. */
type ClosedKind = Exclude<DueKind, 'mirror' | 'home-mirror'>;

/**
 * What each kind does with a row after a restore: says how many things were due at `cutOff` or before, and closes them unsent if told so.
 * Safe to repeat. Filled by `wiring`; a forgotten kind does not compile.
 */
export type OnRestored = {
  readonly [K in ClosedKind]: (ref: DueRefOf<K>, cutOff: Instant, does: 'count' | 'close') => Promise<number>;
};

export type RestoredNeeds = {
  readonly councils: Councils;
  readonly index: DueIndex;
  readonly shards: (council: Council) => readonly Shard[];
  readonly onRestored: OnRestored;
  readonly erasedAgain: ErasedAgain;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  /** The council of this deployment, and its epoch outside the table. */
  readonly council: string;
  readonly epoch: string;
};

const isClosable = (ref: DueRef): ref is DueRefOf<ClosedKind> => ref.kind !== 'mirror' && ref.kind !== 'home-mirror';

const asked = (
  onRestored: OnRestored,
  ref: DueRefOf<ClosedKind>,
  cutOff: Instant,
  does: 'count' | 'close',
): Promise<number> => {
  // A Reminder that waits for a later time owes nothing: it need not be read. One whose looks failed is looked at later than it is due.
  if (ref.kind === 'reminder')
    return ref.at > lookAgainAt(LOOKS_BEFORE_CLOSING, cutOff)
      ? Promise.resolve(0)
      : onRestored.reminder(ref, cutOff, does);
  return ref.kind === 'delivery' ? onRestored.delivery(ref, cutOff, does) : onRestored.alert(ref, cutOff, does);
};

const storedCouncil = async (needs: RestoredNeeds): Promise<Versioned<Council>> => {
  const stored = await needs.councils.stored(needs.council);
  if (stored === undefined) throw new Error('the council of this deployment has no row in the table');
  return stored;
};

/** How the fence stands now: a strong read. */
export const readDispatch = async (
  needs: Pick<RestoredNeeds, 'councils' | 'council' | 'epoch'>,
): Promise<DispatchState> => {
  const stored = await needs.councils.stored(needs.council);
  return stored === undefined ? 'fenced' : dispatchState(stored.value, needs.epoch);
};

export type WouldBeClosed = { readonly counts: ClosedUnsent; readonly isWhole: boolean };

/** Counts what a release would close unsent now; `isWhole` is false when there is more than a page may count. Changes nothing. */
export const countRestored = (needs: RestoredNeeds) => async (): Promise<WouldBeClosed> => {
  const cutOff = needs.clock();
  const counts: Record<ClosedKind, number> = { ...NOTHING_CLOSED };
  let looked = 0;
  for (const shard of needs.shards((await storedCouncil(needs)).value)) {
    let after: string | undefined;
    do {
      if (looked >= MOST_COUNTED) return { counts, isWhole: false };
      const page = await needs.index.due(shard, cutOff + LONGEST_WAIT, after);
      for (const ref of page.refs.filter(isClosable))
        counts[ref.kind] += await asked(needs.onRestored, ref, cutOff, 'count');
      looked += page.refs.length;
      after = page.after;
    } while (after !== undefined);
  }
  return { counts, isWhole: true };
};

export type ReleaseDispatchOutcome =
  | { readonly kind: 'release-begun'; readonly release: DispatchRelease }
  | { readonly kind: 'not-allowed' | 'not-fenced' | 'already-releasing' | 'changed-meanwhile' }
  /** Whoever was erased stands in the copy again: first the operator erases them there (docs/decisions/0033). */
  | { readonly kind: 'not-erased-again' };

const saveRelease = (
  needs: RestoredNeeds,
  { value: before, version }: Versioned<Council>,
  release: DispatchRelease,
  more: Partial<Council> = {},
): Promise<Saved> =>
  withAudit(needs.audit, needs.council, 'DISPATCH')(before.release, release, () =>
    needs.councils.replace({ value: { ...before, ...more, release }, version }),
  );

/**
 * An Officer who may manage lets a restored council send again. From this write on, every tick closes unsent what was due until now, and
 * only when all of it is closed does the fence open. What was due is told to nobody: it may have been told before the restore.
 */
export const releaseDispatch =
  (needs: RestoredNeeds) =>
  async (officer: Officer): Promise<ReleaseDispatchOutcome> => {
    if (officer.council !== needs.council || !officer.rights.includes('manage')) return { kind: 'not-allowed' };
    const stored = await storedCouncil(needs);
    const state = dispatchState(stored.value, needs.epoch);
    if (state === 'open') return { kind: 'not-fenced' };
    if (state === 'releasing') return { kind: 'already-releasing' };
    if (!(await needs.erasedAgain(needs.council, needs.epoch))) return { kind: 'not-erased-again' };
    const at = needs.clock();
    const by = { kind: 'officer', id: officer.id } as const;
    const release: DispatchRelease = {
      cutOff: at,
      epoch: needs.epoch,
      shard: 0,
      closed: NOTHING_CLOSED,
      lastAct: nextAct(stored.value.release?.lastAct, { at, by, did: 'release-restored' }),
    };
    const saved = await saveRelease(needs, stored, release);
    return saved.kind === 'saved' ? { kind: 'release-begun', release } : { kind: 'changed-meanwhile' };
  };

const finish = async (needs: RestoredNeeds, stored: Versioned<Council>, release: DispatchRelease): Promise<Saved> => {
  const at = needs.clock();
  const by = { kind: 'system', id: 'release' } as const;
  const lastAct = nextAct(release.lastAct, { at, by, did: 'open-dispatch' });
  return saveRelease(needs, stored, { ...release, doneAt: at, lastAct }, { dispatchEpoch: release.epoch });
};

/** One page of one shard: each row is closed, and last the cursor moves, so that a crash goes over the page again. */
const walkPage = async (needs: RestoredNeeds, stored: Versioned<Council>, release: DispatchRelease): Promise<Saved> => {
  const shard = needs.shards(stored.value)[release.shard];
  if (shard === undefined) return finish(needs, stored, release);
  const { after: from, ...rest } = release;
  const page = await needs.index.due(shard, release.cutOff + LONGEST_WAIT, from);
  const closed: Record<ClosedKind, number> = { ...release.closed };
  for (const ref of page.refs.filter(isClosable))
    closed[ref.kind] += await asked(needs.onRestored, ref, release.cutOff, 'close');
  const next: DispatchRelease =
    page.after === undefined ? { ...rest, closed, shard: release.shard + 1 } : { ...rest, closed, after: page.after };
  return needs.councils.replace({ value: { ...stored.value, release: next }, version: stored.version });
};

/**
 * Goes on with a release that is under way, page by page, until it is done or there is no more time; the next tick goes on from there.
 * Safe to run twice at once: whoever loses a write reads again. Returns how the fence stands afterwards.
 */
export const walkRestored =
  (needs: RestoredNeeds) =>
  async (mayGoOn: () => boolean): Promise<DispatchState> => {
    for (;;) {
      const stored = await storedCouncil(needs);
      const state = dispatchState(stored.value, needs.epoch);
      const { release } = stored.value;
      if (state !== 'releasing' || release === undefined || !mayGoOn()) return state;
      await walkPage(needs, stored, release);
    }
  };
