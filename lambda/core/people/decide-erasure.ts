import { nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Erasure, Erasures } from './erasure.ts';
import type { Officer } from './officer.ts';
import type { Residents } from './people.ts';

/** `ask`: one Officer wants a Resident forgotten. `agree`: another one does too. `take-back`: either of them, or a third, says no. */
export const ERASURE_ACTS = ['ask', 'agree', 'take-back'] as const;
export type ErasureAct = (typeof ERASURE_ACTS)[number];

export type ErasureRefusal =
  /** They have no right to manage. */
  | 'not-allowed'
  /** The service still goes on for this Resident: first everything falls silent, and what stands on an Echo is taken away. */
  | 'not-ended'
  /** Whoever asked may not agree too. */
  | 'needs-another-officer'
  /** It stands so already, or nothing of the kind is open. */
  | 'nothing-to-decide'
  | 'changed-meanwhile';

export type DecideErasureOutcome =
  | { readonly kind: 'erasure-decided'; readonly erasure: Erasure }
  | { readonly kind: 'no-such-resident' }
  | { readonly kind: ErasureRefusal };

type Needs = {
  readonly residents: Pick<Residents, 'ofId'>;
  readonly erasures: Erasures;
  readonly audit: AuditTrail;
  readonly clock: Clock;
};

const STATE_AFTER = { ask: 'asked', agree: 'agreed', 'take-back': 'taken-back' } as const;

/** Why an act is not possible on what stands, or undefined. */
export const erasureRefusal = (
  officer: Officer,
  act: ErasureAct,
  before: Erasure | undefined,
): ErasureRefusal | undefined => {
  if (!officer.rights.includes('manage')) return 'not-allowed';
  const isOpen = before?.state === 'asked' || before?.state === 'agreed';
  if (act === 'ask') return isOpen ? 'nothing-to-decide' : undefined;
  if (!isOpen || (act === 'agree' && before.state === 'agreed')) return 'nothing-to-decide';
  return act === 'agree' && before.askedBy === officer.id ? 'needs-another-officer' : undefined;
};

const decided = (officer: Officer, act: ErasureAct, before: Erasure | undefined, residentId: string, at: number) => {
  const lastAct = nextAct(before?.lastAct, {
    at,
    by: { kind: 'officer', id: officer.id },
    did: `erasure-${STATE_AFTER[act]}`,
  });
  const erasedAt = before?.erasedAt === undefined ? {} : { erasedAt: before.erasedAt };
  const agreed = act === 'agree' ? { agreedBy: officer.id } : {};
  const askedBy = act === 'ask' || before === undefined ? officer.id : before.askedBy;
  return {
    council: officer.council,
    residentId,
    state: STATE_AFTER[act],
    askedBy,
    ...agreed,
    ...erasedAt,
    lastAct,
  } satisfies Erasure;
};

/**
 * Two Officers who may manage decide that a Resident is forgotten, each act one audit entry (promise G11). Only once the service has ended: from
 * then on nothing is said to them, and copies on Echos are being taken away. Nothing is erased here: the operator's command does, of what was agreed.
 */
export const decideErasure =
  (needs: Needs) =>
  async (officer: Officer, residentId: string, act: ErasureAct): Promise<DecideErasureOutcome> => {
    const { council } = officer;
    const resident = await needs.residents.ofId(council, residentId, { strong: true });
    if (resident === undefined) return { kind: 'no-such-resident' };
    const stored = await needs.erasures.ofResident(council, residentId);
    const refusal = erasureRefusal(officer, act, stored?.value);
    if (refusal !== undefined) return { kind: refusal };
    if (act !== 'take-back' && resident.value.presence.kind !== 'ended') return { kind: 'not-ended' };
    const after = decided(officer, act, stored?.value, residentId, needs.clock());
    const saved = await withAudit(needs.audit, council, `ERASURE#${residentId}`)(stored?.value, after, () =>
      needs.erasures.save({ value: after, version: stored?.version ?? 0 }),
    );
    return saved.kind === 'saved' ? { kind: 'erasure-decided', erasure: after } : { kind: 'changed-meanwhile' };
  };
