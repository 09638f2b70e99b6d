import type { Acted } from '../audit/act.ts';
import { nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock, Instant } from '../kernel/clock.ts';
import { calendarDay, dayOfMonth, type LocalDate, localDate, monthAfter, monthOf } from '../kernel/uk-time.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { Officer } from './officer.ts';

/** A Resident asked to be forgotten. `answerBy`: the last day on which the council may do it, or say why not. */
export type ForgetRequest = Acted & {
  readonly council: string;
  readonly residentId: string;
  readonly askedAt: Instant;
  readonly answerBy: LocalDate;
  readonly state: 'asked' | 'done';
};

export type ForgetRequests = {
  /** A strong read. */
  readonly of: (council: string, residentId: string) => Promise<Versioned<ForgetRequest> | undefined>;
  readonly save: (request: Versioned<ForgetRequest>) => Promise<Saved>;
  /** All that are kept, those asked for first first. What is done goes after a year. */
  readonly ofCouncil: (council: string) => Promise<readonly ForgetRequest[]>;
};

type Needs = { readonly requests: ForgetRequests; readonly audit: AuditTrail; readonly clock: Clock };

/** The same day of the next month, or its last (UK GDPR, article 12(3); ICO, "What should we consider when responding to a request?"). */
export const aMonthAfter = (date: LocalDate): LocalDate => dayOfMonth(monthAfter(monthOf(date)), calendarDay(date).day);

const itemOf = (residentId: string): string => `FORGET#${residentId}`;

/**
 * A Resident asks the council to delete what is kept about them. One request stands until it is done; asking again changes nothing, and
 * moves no date.
 */
export const askToBeForgotten =
  (needs: Needs) =>
  async ({
    council,
    residentId,
  }: {
    readonly council: string;
    readonly residentId: string;
  }): Promise<{ readonly kind: 'forgetting-asked' | 'already-asked' }> => {
    for (;;) {
      const stored = await needs.requests.of(council, residentId);
      if (stored?.value.state === 'asked') return { kind: 'already-asked' };
      const at = needs.clock();
      const by = { kind: 'resident', id: residentId } as const;
      const request: ForgetRequest = {
        council,
        residentId,
        askedAt: at,
        answerBy: aMonthAfter(localDate(at)),
        state: 'asked',
        lastAct: nextAct(stored?.value.lastAct, { at, by, did: 'ask-to-be-forgotten' }),
      };
      const saved = await withAudit(needs.audit, council, itemOf(residentId))(stored?.value, request, () =>
        needs.requests.save({ value: request, version: stored?.version ?? 0 }),
      );
      if (saved.kind === 'saved') return { kind: 'forgetting-asked' };
    }
  };

export type CloseForgettingOutcome = {
  readonly kind: 'forgetting-closed' | 'not-allowed' | 'no-such-request' | 'changed-meanwhile';
};

/** An Officer who may manage says that it is done: what was to be deleted is gone, or the person was told why not. */
export const closeForgetting =
  (needs: Needs) =>
  async (officer: Officer, residentId: string): Promise<CloseForgettingOutcome> => {
    if (!officer.rights.includes('manage')) return { kind: 'not-allowed' };
    const { council } = officer;
    const stored = await needs.requests.of(council, residentId);
    if (stored === undefined) return { kind: 'no-such-request' };
    if (stored.value.state === 'done') return { kind: 'forgetting-closed' };
    const act = { at: needs.clock(), by: { kind: 'officer', id: officer.id }, did: 'close-forgetting' } as const;
    const request: ForgetRequest = {
      ...stored.value,
      state: 'done',
      lastAct: nextAct(stored.value.lastAct, act),
    };
    const saved = await withAudit(needs.audit, council, itemOf(residentId))(stored.value, request, () =>
      needs.requests.save({ value: request, version: stored.version }),
    );
    return { kind: saved.kind === 'saved' ? 'forgetting-closed' : 'changed-meanwhile' };
  };
