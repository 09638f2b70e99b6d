import { type Act, nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import { type LocalDate, localDate } from '../kernel/uk-time.ts';
import type { Carer } from './carer.ts';
import { type CircleMember, holdsOn } from './circle-of-care.ts';
import { type Contact, isSameContact, waysOf } from './contact.ts';
import type { Carers, Residents } from './people.ts';
import type { Resident } from './resident.ts';
import type { DayWindow } from './settings.ts';

/** How a Carer wants to be told: at which number or address for everybody, and whether and when about this Resident. */
export type WantedTelling = { readonly contact: Contact; readonly agreed?: DayWindow };

export type ChangeTellingOutcome = {
  readonly kind: 'telling-changed' | 'telling-already-so' | 'not-in-the-circle' | 'changed-meanwhile';
};

type Needs = {
  readonly carers: Carers;
  readonly residents: Residents;
  readonly audit: AuditTrail;
  readonly clock: Clock;
};
type Request = {
  readonly council: string;
  readonly carerId: string;
  readonly residentId: string;
  readonly wanted: WantedTelling;
};

/** The place in the circle by which a Carer is told: theirs, holding today, the latest that began. */
export const placeOf = (circle: readonly CircleMember[], carerId: string, today: LocalDate): CircleMember | undefined =>
  circle
    .filter((member) => member.carerId === carerId && member.rights.length > 0 && holdsOn(member, today))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];

const isSameWindow = (one?: DayWindow, other?: DayWindow): boolean =>
  one?.from === other?.from && one?.to === other?.to;

const agreeing = (member: CircleMember, agreed: DayWindow | undefined): CircleMember => {
  const { agreedToBeTold: _before, ...rest } = member;
  return agreed === undefined ? rest : { ...rest, agreedToBeTold: agreed };
};

const actBy = (needs: Needs, before: Act | undefined, carerId: string, did: string): Act =>
  nextAct(before, { at: needs.clock(), by: { kind: 'carer', id: carerId }, did });

/** The trail holds which ways there are, never the number or the address: it is kept for longer than they are needed. */
const auditable = (carer: Carer, lastAct: Act) => ({ carerId: carer.id, ways: waysOf(carer.contact), lastAct });

const changeContact = async (
  needs: Needs,
  { council, carerId, wanted }: Request,
): Promise<'same' | 'saved' | 'lost'> => {
  const stored = await needs.carers.stored(council, carerId);
  if (stored === undefined) return 'lost';
  const before = stored.value;
  if (isSameContact(before.contact, wanted.contact)) return 'same';
  const lastAct = actBy(needs, before.lastAct, carerId, 'change-contact');
  const after: Carer = { ...before, contact: wanted.contact, lastAct };
  const saved = await withAudit(needs.audit, council, `CARER#${carerId}`)(
    before.lastAct && auditable(before, before.lastAct),
    auditable(after, lastAct),
    () => needs.carers.replace({ value: after, version: stored.version }),
  );
  return saved.kind === 'saved' ? 'saved' : 'lost';
};

const changeAgreement = async (needs: Needs, request: Request): Promise<'same' | 'saved' | 'lost' | 'no-place'> => {
  const { council, carerId, residentId, wanted } = request;
  const stored = await needs.residents.ofId(council, residentId, { strong: true });
  const place = stored && placeOf(stored.value.circle, carerId, localDate(needs.clock()));
  if (stored === undefined || place === undefined) return 'no-place';
  if (isSameWindow(place.agreedToBeTold, wanted.agreed)) return 'same';
  const before = stored.value;
  const after: Resident = {
    ...before,
    circle: before.circle.map((member) => (member === place ? agreeing(member, wanted.agreed) : member)),
    lastAct: actBy(
      needs,
      before.lastAct,
      carerId,
      wanted.agreed === undefined ? 'no-longer-told' : 'agreed-to-be-told',
    ),
  };
  const saved = await withAudit(needs.audit, council, `RES#${residentId}`)(before, after, () =>
    needs.residents.save({ value: after, version: stored.version }),
  );
  return saved.kind === 'saved' ? 'saved' : 'lost';
};

/**
 * A Carer says how they are told when a Resident of theirs does not reply. Nobody else can say it for them. The agreement
 * is written first: a number without one is never used. Safe to repeat.
 */
export const changeTelling =
  (needs: Needs) =>
  async (request: Request): Promise<ChangeTellingOutcome> => {
    const agreement = await changeAgreement(needs, request);
    if (agreement === 'no-place') return { kind: 'not-in-the-circle' };
    if (agreement === 'lost') return { kind: 'changed-meanwhile' };
    const contact = await changeContact(needs, request);
    if (contact === 'lost') return { kind: 'changed-meanwhile' };
    return { kind: agreement === 'same' && contact === 'same' ? 'telling-already-so' : 'telling-changed' };
  };
