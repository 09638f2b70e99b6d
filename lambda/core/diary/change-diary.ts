import { nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Announcement, Content } from '../delivery/announcement.ts';
import { HANDLING_RULES } from '../delivery/handling.ts';
import type { Clock, Instant } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import { addDays, dateOf, instantOf, type LocalDateTime, localDate, localDateTime } from '../kernel/uk-time.ts';
import { type Acting, actorOf, mayActFor } from '../people/may-act-for.ts';
import type { Resident } from '../people/resident.ts';
import type { Diaries } from './diaries.ts';
import { type DiaryEntry, type EntrySource, endOf } from './diary-entry.ts';
import { placeMovedEntry } from './place-moved-entry.ts';

/** How far ahead the diary goes. */
export const DIARY_DAYS_AHEAD = 730;

type Needs = {
  readonly diaries: Diaries;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Tells the Resident of the change; its Delivery may already stand. */
  readonly announce: (announcement: Announcement) => Promise<unknown>;
};

/** What a carer or officer writes down; ids, source and age are added here. */
export type NewEntry =
  | Pick<Extract<DiaryEntry, { kind: 'visit' }>, 'kind' | 'what' | 'who' | 'at' | 'until'>
  | Pick<Extract<DiaryEntry, { kind: 'appointment' }>, 'kind' | 'what' | 'where' | 'at' | 'until'>;

export type ChangeDiaryOutcome =
  | { readonly kind: 'entry-added' | 'entry-moved' | 'entry-cancelled'; readonly entry: DiaryEntry }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'time-has-passed' }
  | { readonly kind: 'ends-before-it-begins' }
  | { readonly kind: 'too-far-ahead' }
  | { readonly kind: 'no-such-entry' }
  | { readonly kind: 'changed-meanwhile' };

const sourceOf = (acting: Acting): EntrySource =>
  acting.kind === 'carer' ? 'carer' : acting.kind === 'officer' ? 'council' : 'resident';

const refusalOf = (
  at: LocalDateTime,
  until: LocalDateTime | undefined,
  now: Instant,
): ChangeDiaryOutcome | undefined => {
  if (instantOf(at) <= now) return { kind: 'time-has-passed' };
  if (until !== undefined && until <= at) return { kind: 'ends-before-it-begins' };
  return dateOf(at) > addDays(localDate(now), DIARY_DAYS_AHEAD) ? { kind: 'too-far-ahead' } : undefined;
};

/** The Announcement of a change: told now if it can be, useful until the entry is over. Only changes of the coming seven days are pushed. */
export const diaryAnnouncement = (
  entry: DiaryEntry,
  change: Content & { kind: 'diary' },
  now: Instant,
): Announcement => ({
  council: entry.council,
  residentId: entry.residentId,
  source: { kind: 'diary', entryId: `${entry.at}.${entry.id}`, act: entry.lastAct.number },
  handling: 'appointment',
  due: localDateTime(now),
  dueAt: now,
  expiresAt: Math.min(
    now + HANDLING_RULES.appointment.livesFor,
    Math.max(now + 60_000, instantOf(endOf(entry)), change.before === undefined ? 0 : instantOf(change.before)),
  ),
  content: change,
  ladder: [],
});

const contentOf = (
  entry: DiaryEntry,
  change: 'added' | 'moved' | 'cancelled',
  before?: LocalDateTime,
): Content & { kind: 'diary' } => ({
  kind: 'diary',
  change,
  what: entry.what,
  at: entry.at,
  ...(entry.kind === 'visit' && entry.who !== undefined ? { who: entry.who } : {}),
  ...(before === undefined ? {} : { before }),
});

const isWorthTelling = (entry: DiaryEntry, before: LocalDateTime | undefined, now: Instant): boolean => {
  const horizon = addDays(localDate(now), 7);
  return dateOf(entry.at) <= horizon || (before !== undefined && dateOf(before) <= horizon);
};

const tell =
  (needs: Needs) =>
  async (entry: DiaryEntry, change: 'added' | 'moved' | 'cancelled', before?: LocalDateTime): Promise<void> => {
    const now = needs.clock();
    if (isWorthTelling(entry, before, now))
      await needs.announce(diaryAnnouncement(entry, contentOf(entry, change, before), now));
  };

const auditItem = (id: string): string => `DIARY#${id}`;

/** Adds a Visit or an appointment to a Resident's Diary, and tells the Resident if it is in the coming week. */
export const addEntry =
  (needs: Needs) =>
  async (request: {
    readonly acting: Acting;
    readonly resident: Resident;
    readonly entry: NewEntry;
  }): Promise<ChangeDiaryOutcome> => {
    const { acting, resident } = request;
    const now = needs.clock();
    if (!mayActFor(acting, resident, 'change-diary', localDate(now))) return { kind: 'not-allowed' };
    const refusal = refusalOf(request.entry.at, request.entry.until, now);
    if (refusal !== undefined) return refusal;
    const entry: DiaryEntry = {
      ...request.entry,
      council: resident.council,
      residentId: resident.id,
      id: needs.newId(),
      state: 'planned',
      source: sourceOf(acting),
      asOf: now,
      lastAct: nextAct(undefined, { at: now, by: actorOf(acting), did: 'add-entry' }),
    };
    const saved = await withAudit(needs.audit, resident.council, auditItem(entry.id))(undefined, entry, () =>
      needs.diaries.save({ value: entry, version: 0 }),
    );
    if (saved.kind !== 'saved') return { kind: 'changed-meanwhile' };
    await tell(needs)(entry, 'added');
    return { kind: 'entry-added', entry };
  };

type OneEntry = {
  readonly acting: Acting;
  readonly resident: Resident;
  readonly at: LocalDateTime;
  readonly id: string;
};

/** Cancels an entry. It stays in the Diary as cancelled, so that the Resident can be told. */
export const cancelEntry =
  (needs: Needs) =>
  async (request: OneEntry): Promise<ChangeDiaryOutcome> => {
    const { acting, resident } = request;
    const now = needs.clock();
    if (!mayActFor(acting, resident, 'change-diary', localDate(now))) return { kind: 'not-allowed' };
    const stored = await needs.diaries.ofId(resident.council, resident.id, request.at, request.id);
    if (stored === undefined || stored.value.state === 'cancelled') return { kind: 'no-such-entry' };
    const lastAct = nextAct(stored.value.lastAct, { at: now, by: actorOf(acting), did: 'cancel-entry' });
    const entry: DiaryEntry = { ...stored.value, state: 'cancelled', source: sourceOf(acting), asOf: now, lastAct };
    const saved = await withAudit(needs.audit, resident.council, auditItem(entry.id))(stored.value, entry, () =>
      needs.diaries.save({ value: entry, version: stored.version }),
    );
    if (saved.kind !== 'saved') return { kind: 'changed-meanwhile' };
    if (instantOf(endOf(entry)) > now) await tell(needs)(entry, 'cancelled');
    return { kind: 'entry-cancelled', entry };
  };

/** Moves an entry to another time, and tells the Resident once, with both times. A retry goes on where an earlier try stopped. */
export const moveEntry =
  (needs: Needs) =>
  async (
    request: OneEntry & { readonly to: LocalDateTime; readonly until?: LocalDateTime },
  ): Promise<ChangeDiaryOutcome> => {
    const { acting, resident } = request;
    const now = needs.clock();
    if (!mayActFor(acting, resident, 'change-diary', localDate(now))) return { kind: 'not-allowed' };
    const refusal = refusalOf(request.to, request.until, now);
    if (refusal !== undefined) return refusal;
    const stored = await needs.diaries.ofId(resident.council, resident.id, request.at, request.id);
    if (stored === undefined || stored.value.state === 'cancelled') return { kind: 'no-such-entry' };
    const lastAct = nextAct(stored.value.lastAct, { at: now, by: actorOf(acting), did: 'move-entry' });
    const { until: _until, ...rest } = stored.value;
    const moved: DiaryEntry = {
      ...rest,
      at: request.to,
      ...(request.until === undefined ? {} : { until: request.until }),
      source: sourceOf(acting),
      asOf: now,
      lastAct,
    };
    const placed = await placeMovedEntry(needs, auditItem(moved.id))(stored, moved);
    if (placed.kind !== 'saved') return { kind: 'changed-meanwhile' };
    await tell(needs)(moved, 'moved', request.at);
    return { kind: 'entry-moved', entry: moved };
  };
