import { type Act, nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock, Instant } from '../kernel/clock.ts';
import type { Home } from '../people/home.ts';
import type { Officer } from '../people/officer.ts';
import type { Homes } from '../people/people.ts';
import { isOpen, type SetUpVisit, STAYS_OPEN } from './set-up-visit.ts';
import type { SetUpVisits } from './set-up-visits.ts';

export type SetUpNeeds = {
  readonly homes: Pick<Homes, 'ofId'>;
  readonly setUpVisits: SetUpVisits;
  readonly audit: AuditTrail;
  readonly clock: Clock;
};

export type ByOfficer = { readonly officer: Officer; readonly council: string; readonly homeId: string };

export type VisitRefusal =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'no-such-home' }
  | { readonly kind: 'no-visit-open' };

export type WriteInVisitOutcome = { readonly kind: 'written'; readonly visit: SetUpVisit } | VisitRefusal;

/** Whether an Officer may hold set-up visits: whoever may manage. */
export const maySetUp = (officer: Officer, council: string): boolean =>
  officer.council === council && officer.rights.includes('manage');

type Change = (before: SetUpVisit | undefined, home: Home, now: Instant) => Omit<SetUpVisit, 'lastAct'> | undefined;

const write =
  (needs: SetUpNeeds) =>
  async ({ officer, council, homeId }: ByOfficer, did: string, change: Change): Promise<WriteInVisitOutcome> => {
    if (!maySetUp(officer, council)) return { kind: 'not-allowed' };
    const home = await needs.homes.ofId(council, homeId);
    if (home === undefined) return { kind: 'no-such-home' };
    for (;;) {
      const now = needs.clock();
      const stored = await needs.setUpVisits.ofHome(council, homeId);
      const after = change(stored?.value, home.value, now);
      if (after === undefined) return { kind: 'no-visit-open' };
      const act: Omit<Act, 'number'> = { at: now, by: { kind: 'officer', id: officer.id }, did };
      const visit: SetUpVisit = { ...after, lastAct: nextAct(stored?.value.lastAct, act) };
      const saved = await withAudit(needs.audit, council, `SET-UP#${homeId}`)(stored?.value, visit, () =>
        needs.setUpVisits.save({ value: visit, version: stored?.version ?? 0 }),
      );
      if (saved.kind === 'saved') return { kind: 'written', visit };
    }
  };

/** Goes on with the visit of a Home, or begins a new one after the last was finished. From now on its codes may be spoken. */
export const openVisit =
  (needs: SetUpNeeds) =>
  (by: ByOfficer): Promise<WriteInVisitOutcome> =>
    write(needs)(by, 'open-visit', (before, { council, id }, now) => {
      const fresh = { council, homeId: id, openedAt: now };
      const goesOn = before !== undefined && before.finishedAt === undefined;
      return { ...(goesOn ? before : fresh), openUntil: now + STAYS_OPEN };
    });

/** Writes down one stage of the visit that is open, which stays open for longer. */
export const writeInVisit =
  (needs: SetUpNeeds) =>
  (
    by: ByOfficer,
    did: 'home-facts' | 'echo-checks' | 'test-reminder' | 'seen-there',
    more: Pick<SetUpVisit, 'facts' | 'checks' | 'test' | 'seen'>,
  ): Promise<WriteInVisitOutcome> =>
    write(needs)(by, did, (before, _home, now) =>
      before !== undefined && isOpen(before, now) ? { ...before, ...more, openUntil: now + STAYS_OPEN } : undefined,
    );

/** Leaves the visit for now: what was written down stays, and no code may be spoken until it is gone on with. */
export const leaveVisit =
  (needs: SetUpNeeds) =>
  (by: ByOfficer): Promise<WriteInVisitOutcome> =>
    write(needs)(by, 'leave-visit', (before, _home, now) =>
      before !== undefined && before.finishedAt === undefined ? { ...before, openUntil: now } : undefined,
    );

/** Finishes the visit that is open. The caller has seen that nothing is missing (`missingIn`). */
export const endVisit =
  (needs: SetUpNeeds) =>
  (by: ByOfficer): Promise<WriteInVisitOutcome> =>
    write(needs)(by, 'finish-visit', (before, _home, now) =>
      before !== undefined && isOpen(before, now) ? { ...before, openUntil: now, finishedAt: now } : undefined,
    );
