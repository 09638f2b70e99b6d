import { type Actor, nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import { addDays, type LocalDate, localDate } from '../kernel/uk-time.ts';
import { type Consent, LONGEST_CONSENT } from './consent.ts';
import { actorOf } from './may-act-for.ts';
import type { Officer } from './officer.ts';
import type { Residents } from './people.ts';
import type { Resident } from './resident.ts';

type Needs = { readonly residents: Residents; readonly audit: AuditTrail; readonly clock: Clock };

/** What is written down of a decision. `decidedOn` is the day on which it is written. */
export type Decision = Omit<Consent, 'state' | 'decidedOn'> & { readonly state: 'given' | 'withdrawn' };

export type ConsentRefusal =
  | { readonly kind: 'decider-missing' }
  | { readonly kind: 'document-not-seen' }
  | { readonly kind: 'no-purpose' }
  | { readonly kind: 'others-not-told' }
  | { readonly kind: 'review-not-possible' };

/**
 * Why a decision may not be written down, or undefined. Somebody other than the person is named, and an attorney or a deputy has
 * shown the document (Mental Capacity Act 2005, sections 9 and 16); whoever agrees agrees to something, the others in the home
 * have been told, and it is looked at again within a year.
 */
export const consentRefusal = (decision: Decision, today: LocalDate): ConsentRefusal | undefined => {
  if (decision.decidedBy !== 'resident' && (decision.decider ?? '') === '') return { kind: 'decider-missing' };
  const needsDocument = decision.decidedBy === 'attorney' || decision.decidedBy === 'deputy';
  if (needsDocument && decision.documentSeen !== true) return { kind: 'document-not-seen' };
  if (decision.state === 'withdrawn') return undefined;
  if ((decision.purposes ?? []).length === 0) return { kind: 'no-purpose' };
  if (decision.othersTold === undefined) return { kind: 'others-not-told' };
  const isPossible = decision.reviewOn > today && decision.reviewOn <= addDays(today, LONGEST_CONSENT);
  return isPossible ? undefined : { kind: 'review-not-possible' };
};

export type RecordConsentOutcome =
  | { readonly kind: 'consent-recorded'; readonly resident: Resident }
  | { readonly kind: 'no-such-resident' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'ended-is-final' }
  | ConsentRefusal;

const change =
  (needs: Needs) =>
  async (
    { council, residentId, by, did }: { council: string; residentId: string; by: Actor; did: string },
    consentAfter: (before: Resident) => Consent | undefined,
  ): Promise<Resident | undefined> => {
    for (;;) {
      const stored = await needs.residents.ofId(council, residentId, { strong: true });
      const consent = stored === undefined ? undefined : consentAfter(stored.value);
      if (stored === undefined || consent === undefined) return stored?.value;
      const before = stored.value;
      const lastAct = nextAct(before.lastAct, { at: needs.clock(), by, did });
      const after: Resident = { ...before, consent, lastAct };
      const saved = await withAudit(needs.audit, council, `RES#${residentId}`)(before, after, () =>
        needs.residents.save({ value: after, version: stored.version }),
      );
      if (saved.kind === 'saved') return after;
    }
  };

/** An Officer who may manage writes down what was decided, yes or no. It holds from that write on, for every Channel. */
export const recordConsent =
  (needs: Needs) =>
  async (request: {
    readonly officer: Officer;
    readonly council: string;
    readonly residentId: string;
    readonly decision: Decision;
  }): Promise<RecordConsentOutcome> => {
    const { officer, council, residentId, decision } = request;
    if (officer.council !== council || !officer.rights.includes('manage')) return { kind: 'not-allowed' };
    const today = localDate(needs.clock());
    const refusal = consentRefusal(decision, today);
    if (refusal !== undefined) return refusal;
    const by = actorOf({ kind: 'officer', officer });
    const did = decision.state === 'given' ? 'consent-given' : 'consent-withdrawn';
    const consent: Consent = { ...decision, decidedOn: today };
    const resident = await change(needs)({ council, residentId, by, did }, ({ presence }) =>
      presence.kind === 'ended' ? undefined : consent,
    );
    if (resident === undefined) return { kind: 'no-such-resident' };
    return resident.presence.kind === 'ended' ? { kind: 'ended-is-final' } : { kind: 'consent-recorded', resident };
  };

export type WithdrawConsentOutcome = { readonly kind: 'consent-withdrawn' } | { readonly kind: 'consent-not-changed' };

/**
 * A Resident says that everything is to stop. One write, and from it on nothing is spoken, shown or sent; saying it again changes
 * nothing. What they had agreed to stays written down.
 */
export const withdrawConsent =
  (needs: Needs) =>
  async (request: { readonly council: string; readonly residentId: string }): Promise<WithdrawConsentOutcome> => {
    const { council, residentId } = request;
    const by = { kind: 'resident', id: residentId } as const;
    const decidedOn = localDate(needs.clock());
    const resident = await change(needs)({ council, residentId, by, did: 'consent-withdrawn' }, ({ consent }) =>
      consent.state === 'withdrawn' ? undefined : { ...consent, state: 'withdrawn', decidedBy: 'resident', decidedOn },
    );
    return resident === undefined ? { kind: 'consent-not-changed' } : { kind: 'consent-withdrawn' };
  };
