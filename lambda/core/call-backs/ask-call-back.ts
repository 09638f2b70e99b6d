import type { CareSubject } from '../answers/answer.ts';
import { type Actor, nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import { type Council, type OfficeHours, officeHours } from '../people/council.ts';
import { type AskedAgain, type CallBack, type CallBackOrigin, isOpen } from './call-back.ts';
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

type Asking = {
  readonly council: Council;
  readonly residentId: string;
  readonly subject?: CareSubject;
  readonly origin: CallBackOrigin;
  readonly by: Actor;
};

type Reason = Omit<AskedAgain, 'at'>;

const isSameReason =
  (one: Reason) =>
  (other: Reason): boolean =>
    one.origin === other.origin && one.subject === other.subject;

const reasonOf = ({ origin, subject }: Asking): Reason => ({ origin, ...(subject === undefined ? {} : { subject }) });

/** A person who repeats what stands says nothing new. A ladder does: a further Reminder stayed without a reply. */
const isNews = (standing: CallBack, reason: Reason): boolean =>
  reason.origin === 'no-reply' || ![standing, ...(standing.again ?? [])].some(isSameReason(reason));

/** Writes a further reason on an open call-back, where officers see it. False: it changed meanwhile, or is over. */
const addReason =
  (needs: Needs) =>
  async (asking: Asking, { askedAt, id }: CallBack, reason: Reason): Promise<boolean> => {
    const stored = await needs.callBacks.ofId(asking.council.id, askedAt, id);
    if (stored === undefined || !isOpen(stored.value)) return false;
    const at = needs.clock();
    const others = (stored.value.again ?? []).filter((line) => !isSameReason(reason)(line));
    const callBack: CallBack = {
      ...stored.value,
      again: [...others, { ...reason, at }],
      lastAct: nextAct(stored.value.lastAct, { at, by: asking.by, did: 'ask-call-back-again' }),
    };
    const saved = await withAudit(needs.audit, asking.council.id, `CALL#${id}`)(stored.value, callBack, () =>
      needs.callBacks.save({ value: callBack, version: stored.version }),
    );
    return saved.kind === 'saved';
  };

const askNew =
  (needs: Needs) =>
  async (asking: Asking): Promise<CallBack | undefined> => {
    const at = needs.clock();
    const callBack: CallBack = {
      council: asking.council.id,
      id: needs.newId(),
      residentId: asking.residentId,
      ...reasonOf(asking),
      askedAt: at,
      state: 'asked',
      notes: [],
      lastAct: nextAct(undefined, { at, by: asking.by, did: 'ask-call-back' }),
    };
    const saved = await withAudit(needs.audit, asking.council.id, `CALL#${callBack.id}`)(undefined, callBack, () =>
      needs.callBacks.save({ value: callBack, version: 0 }),
    );
    return saved.kind === 'saved' ? callBack : undefined;
  };

/**
 * Asks that somebody ring a Resident. With no staffed hours configured nothing is promised: the council's number is the
 * answer. One open request a Resident is enough; asking again is answered with the one that stands, and a further reason is
 * written on it first.
 */
export const askCallBack =
  (needs: Needs) =>
  async (asking: Asking): Promise<AskCallBackOutcome> => {
    const { council, residentId } = asking;
    const office = officeHours(council, needs.clock());
    if (office.kind === 'never-staffed') return { kind: 'nobody-rings-back', phone: council.phone };
    const reason = reasonOf(asking);
    let standing = await needs.callBacks.openOf(council.id, residentId);
    while (standing !== undefined) {
      if (!isNews(standing, reason) || (await addReason(needs)(asking, standing, reason)))
        return { kind: 'call-already-asked', callBack: standing, office };
      standing = await needs.callBacks.openOf(council.id, residentId);
    }
    const callBack = await askNew(needs)(asking);
    return callBack === undefined ? { kind: 'try-again' } : { kind: 'call-asked', callBack, office };
  };
