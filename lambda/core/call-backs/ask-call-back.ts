import type { CareSubject } from '../answers/answer.ts';
import { type Actor, nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import { type Council, type OfficeHours, officeHours } from '../people/council.ts';
import type { CallBack, CallBackOrigin } from './call-back.ts';
import type { CallBacks } from './call-backs.ts';

export type AskCallBackOutcome =
  | {
      readonly kind: 'call-asked';
      readonly callBack: CallBack;
      readonly office: Exclude<OfficeHours, { kind: 'never-staffed' }>;
    }
  | { readonly kind: 'call-already-asked'; readonly callBack: CallBack; readonly office: OfficeHours }
  | { readonly kind: 'nobody-rings-back'; readonly phone: string }
  | { readonly kind: 'try-again' };

type Needs = {
  readonly callBacks: CallBacks;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly newId: NewId;
};

/**
 * Asks that somebody ring a Resident. With no staffed hours configured nothing is promised: the council's number is the
 * answer. One open request a Resident is enough; asking again is answered with the one that stands.
 */
export const askCallBack =
  (needs: Needs) =>
  async (request: {
    readonly council: Council;
    readonly residentId: string;
    readonly subject?: CareSubject;
    readonly origin: CallBackOrigin;
    readonly by: Actor;
  }): Promise<AskCallBackOutcome> => {
    const { council, residentId, subject, origin, by } = request;
    const now = needs.clock();
    const office = officeHours(council, now);
    if (office.kind === 'never-staffed') return { kind: 'nobody-rings-back', phone: council.phone };
    const standing = await needs.callBacks.openOf(council.id, residentId);
    if (standing !== undefined) return { kind: 'call-already-asked', callBack: standing, office };
    const callBack: CallBack = {
      council: council.id,
      id: needs.newId(),
      residentId,
      ...(subject === undefined ? {} : { subject }),
      origin,
      askedAt: now,
      state: 'asked',
      notes: [],
      lastAct: nextAct(undefined, { at: now, by, did: 'ask-call-back' }),
    };
    const saved = await withAudit(needs.audit, council.id, `CALL#${callBack.id}`)(undefined, callBack, () =>
      needs.callBacks.save({ value: callBack, version: 0 }),
    );
    return saved.kind === 'saved' ? { kind: 'call-asked', callBack, office } : { kind: 'try-again' };
  };
