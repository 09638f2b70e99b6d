import type { Officer } from '../../lambda/core/people/officer.ts';
import { carersOf } from './demo-council/carers.ts';
import { DEFAULT_RESIDENT, DEMO_HOMES } from './demo-council/demo-homes.ts';
import { HARBOUR, OFFICERS } from './demo-council/harbour-county-council.ts';
import type { DemoPerson } from './sign-in/sign-in-page.ts';

const RESIDENTS = DEMO_HOMES.flatMap((home) => home.residents);

const namesOf = (residentIds: readonly string[]): string =>
  RESIDENTS.filter(({ id }) => residentIds.includes(id))
    .map(({ fullName }) => fullName)
    .join(', ');

const noteOn = ({ rights }: Officer): string => {
  if (rights.includes('duty')) return 'On the safeguarding duty';
  return rights.includes('manage')
    ? 'Looks after people, homes and call-backs'
    : 'Looks after reminders and call-backs';
};

const carers: readonly DemoPerson[] = carersOf(DEMO_HOMES)
  .map(({ id, name, residents }) => ({
    id,
    name,
    role: 'carer' as const,
    council: HARBOUR,
    note: `Cares for ${namesOf(residents)}`,
    first: residents.includes(DEFAULT_RESIDENT),
  }))
  .sort((a, b) => Number(b.first) - Number(a.first) || a.name.localeCompare(b.name, 'en-GB'))
  .map(({ first: _first, ...person }) => person);

const officers: readonly DemoPerson[] = OFFICERS.map((officer) => ({
  id: officer.id,
  name: officer.name,
  role: 'officer',
  council: HARBOUR,
  note: noteOn(officer),
}));

/** Everybody of the demo council who can sign in: carers with the default Resident's first, then officers. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [...carers, ...officers];
