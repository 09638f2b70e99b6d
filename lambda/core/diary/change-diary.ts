import { nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock, Instant } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import { addDays, dateOf, instantOf, type LocalDateTime, localDate } from '../kernel/uk-time.ts';
import { type Acting, actorOf, mayActFor } from '../people/may-act-for.ts';
import type { Resident } from '../people/resident.ts';
import type { Diaries } from './diaries.ts';
import { diaryAnnouncement } from './diary-announcement.ts';
import { type DiaryEntry, type EntrySource, endOf } from './diary-entry.ts';
import { placeMovedEntry } from './place-moved-entry.ts';
import { saveAndTell, type TellNeeds } from './save-and-tell.ts';

/** How far ahead the diary goes. */
export const DIARY_DAYS_AHEAD = 730;

type Needs = TellNeeds & {
  readonly diaries: Diaries;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly newId: NewId;
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
    const saved = await saveAndTell(needs)(diaryAnnouncement(entry, 'added'), () =>
      withAudit(needs.audit, resident.council, auditItem(entry.id))(undefined, entry, () =>
        needs.diaries.save({ value: entry, version: 0 }),
      ),
    );
    return saved.kind === 'saved' ? { kind: 'entry-added', entry } : { kind: 'changed-meanwhile' };
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
    const isOver = instantOf(endOf(entry)) <= now;
    const saved = await saveAndTell(needs)(isOver ? undefined : diaryAnnouncement(entry, 'cancelled'), () =>
      withAudit(needs.audit, resident.council, auditItem(entry.id))(stored.value, entry, () =>
        needs.diaries.save({ value: entry, version: stored.version }),
      ),
    );
    return saved.kind === 'saved' ? { kind: 'entry-cancelled', entry } : { kind: 'changed-meanwhile' };
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
    const placed = await saveAndTell(needs)(diaryAnnouncement(moved, 'moved', request.at), () =>
      placeMovedEntry(needs, auditItem(moved.id))(stored, moved),
    );
    return placed.kind === 'saved' ? { kind: 'entry-moved', entry: moved } : { kind: 'changed-meanwhile' };
  };
