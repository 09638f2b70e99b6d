import type { Actor } from '../audit/act.ts';
import type { LocalDate } from '../kernel/uk-time.ts';
import type { Carer } from './carer.ts';
import { type CarerRight, holdsOn } from './circle-of-care.ts';
import type { Officer, OfficerRight } from './officer.ts';
import type { Resident } from './resident.ts';

/** Who is at the door: somebody signed in, or the Resident speaking at a paired Echo. */
export type Acting =
  | { readonly kind: 'carer'; readonly carer: Carer }
  | { readonly kind: 'officer'; readonly officer: Officer }
  | { readonly kind: 'resident'; readonly residentId: string };

const officerRight: Record<CarerRight, OfficerRight> = {
  see: 'see',
  'set-reminders': 'set-reminders',
  'change-diary': 'set-reminders',
};

/**
 * Whether somebody may do something for a Resident today. A Carer needs a place in the circle that holds today and names
 * the right (the right to see comes with any other); an Officer needs the same council and the permission; a Resident may act for themselves.
 */
export const mayActFor = (acting: Acting, resident: Resident, right: CarerRight, today: LocalDate): boolean => {
  switch (acting.kind) {
    case 'resident':
      return acting.residentId === resident.id;
    case 'officer':
      return acting.officer.council === resident.council && acting.officer.rights.includes(officerRight[right]);
    case 'carer':
      return (
        acting.carer.council === resident.council &&
        resident.circle.some(
          (member) =>
            member.carerId === acting.carer.id &&
            holdsOn(member, today) &&
            (right === 'see' ? member.rights.length > 0 : member.rights.includes(right)),
        )
      );
  }
};

/** The actor that stands in the audit trail for whoever is acting. */
export const actorOf = (acting: Acting): Actor => {
  switch (acting.kind) {
    case 'carer':
      return { kind: 'carer', id: acting.carer.id };
    case 'officer':
      return { kind: 'officer', id: acting.officer.id };
    case 'resident':
      return { kind: 'resident', id: acting.residentId };
  }
};
