import { nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock, Instant } from '../kernel/clock.ts';
import type { Officer } from '../people/officer.ts';
import { CALL_BACK_MOVES, type CallBack, type CallBackState } from './call-back.ts';
import type { CallBacks } from './call-backs.ts';

/** The longest note, in characters. */
export const NOTE_LENGTH = 500;

export type HandleCallBackOutcome =
  | { readonly kind: 'call-back-moved'; readonly callBack: CallBack }
  | { readonly kind: 'note-added'; readonly callBack: CallBack }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'no-such-call-back' }
  | { readonly kind: 'taken-by-another'; readonly callBack: CallBack }
  | { readonly kind: 'not-from-here'; readonly callBack: CallBack }
  | { readonly kind: 'note-empty' }
  | { readonly kind: 'note-too-long'; readonly atMost: number }
  | { readonly kind: 'changed-meanwhile' };

type Needs = { readonly callBacks: CallBacks; readonly audit: AuditTrail; readonly clock: Clock };
type OneCallBack = { readonly officer: Officer; readonly askedAt: Instant; readonly id: string };

type Change = (
  callBack: CallBack,
  now: Instant,
) => CallBack | Exclude<HandleCallBackOutcome, { kind: 'call-back-moved' | 'note-added' }>;

const act =
  (needs: Needs, did: string, change: Change) =>
  async ({
    officer,
    askedAt,
    id,
  }: OneCallBack): Promise<{ readonly kind: 'acted'; readonly callBack: CallBack } | HandleCallBackOutcome> => {
    if (!officer.rights.includes('see')) return { kind: 'not-allowed' };
    const stored = await needs.callBacks.ofId(officer.council, askedAt, id);
    if (stored === undefined) return { kind: 'no-such-call-back' };
    const now = needs.clock();
    const changed = change(stored.value, now);
    if ('kind' in changed) return changed;
    const lastAct = nextAct(stored.value.lastAct, { at: now, by: { kind: 'officer', id: officer.id }, did });
    const callBack = { ...changed, lastAct };
    const saved = await withAudit(needs.audit, officer.council, `CALL#${id}`)(stored.value, callBack, () =>
      needs.callBacks.save({ value: callBack, version: stored.version }),
    );
    return saved.kind === 'saved' ? { kind: 'acted', callBack } : { kind: 'changed-meanwhile' };
  };

const isAnothers = (callBack: CallBack, officer: Officer): boolean =>
  callBack.state === 'taken' && callBack.owner !== undefined && callBack.owner !== officer.id;

/** Moves a call-back on: taken (by this officer), done, or could not reach. Only moves in the table; another's stays theirs. */
export const moveCallBack =
  (needs: Needs) =>
  async (one: OneCallBack, to: CallBackState): Promise<HandleCallBackOutcome> => {
    const change: Change = (callBack) => {
      if (isAnothers(callBack, one.officer)) return { kind: 'taken-by-another', callBack };
      if (!CALL_BACK_MOVES[callBack.state].includes(to)) return { kind: 'not-from-here', callBack };
      return { ...callBack, state: to, owner: one.officer.id };
    };
    const acted = await act(needs, `call-back-${to}`, change)(one);
    return acted.kind === 'acted' ? { kind: 'call-back-moved', callBack: acted.callBack } : acted;
  };

/** Adds a note for colleagues, 1 to 500 characters. */
export const noteCallBack =
  (needs: Needs) =>
  async (one: OneCallBack, text: string): Promise<HandleCallBackOutcome> => {
    const note = text.trim();
    if (note === '') return { kind: 'note-empty' };
    if (note.length > NOTE_LENGTH) return { kind: 'note-too-long', atMost: NOTE_LENGTH };
    const change: Change = (callBack, at) => ({
      ...callBack,
      notes: [...callBack.notes, { at, by: one.officer.id, text: note }],
    });
    const acted = await act(needs, 'note-call-back', change)(one);
    return acted.kind === 'acted' ? { kind: 'note-added', callBack: acted.callBack } : acted;
  };
