import type { Carer } from '../../../lambda/core/people/carer.ts';
import type { Contact } from '../../../lambda/core/people/contact.ts';
import type { DemoHome } from './demo-home.ts';
import { HARBOUR } from './harbour-county-council.ts';

/** Family and friends, and one paid personal assistant (Grace Adeyemi). They sign in by these ids. */
const CARER_NAMES: Readonly<Record<string, string>> = {
  'alan-hargreaves': 'Alan Hargreaves',
  'ania-nowak': 'Ania Nowak',
  'aoife-gallagher': 'Aoife Gallagher',
  'bethan-griffiths': 'Bethan Griffiths',
  'carol-whitaker': 'Carol Whitaker',
  'catriona-ross': 'Catriona Ross',
  'chidi-okoro': 'Chidi Okoro',
  'claire-tully': 'Claire Tully',
  'dan-bennett': 'Dan Bennett',
  'david-chan': 'David Chan',
  'declan-doyle': 'Declan Doyle',
  'elin-rees': 'Elin Rees',
  'euan-drummond': 'Euan Drummond',
  'fadumo-hussein': 'Fadumo Hussein',
  'grace-adeyemi': 'Grace Adeyemi',
  'grace-lau': 'Grace Lau',
  'hetal-shah': 'Hetal Shah',
  'hodan-warsame': 'Hodan Warsame',
  'iain-macleod': 'Iain MacLeod',
  'jaspreet-gill': 'Jaspreet Gill',
  'jenny-nightingale': 'Jenny Nightingale',
  'judith-pemberton': 'Judith Pemberton',
  'julie-underhill': 'Julie Underhill',
  'karen-sutton': 'Karen Sutton',
  'linda-ashworth': 'Linda Ashworth',
  'manjit-sandhu': 'Manjit Sandhu',
  'marcia-campbell': 'Marcia Campbell',
  'mark-tranter': 'Mark Tranter',
  'mina-raval': 'Mina Raval',
  'niamh-oshea': "Niamh O'Shea",
  'nisha-patel': 'Nisha Patel',
  'rafiq-ahmed': 'Rafiq Ahmed',
  'rhodri-morgan': 'Rhodri Morgan',
  'ruth-farrow': 'Ruth Farrow',
  'shamima-miah': 'Shamima Miah',
  'sion-pritchard': 'Sion Pritchard',
  'stephen-marlow': 'Stephen Marlow',
  'susan-catchpole': 'Susan Catchpole',
  'tomasz-kaminski': 'Tomasz Kaminski',
  'wendy-tranter': 'Wendy Tranter',
  'yvonne-francis': 'Yvonne Francis',
};

/** The name a Carer goes by. A circle of care that names nobody of the table is a fault. */
export const carerName = (carerId: string): string => {
  const name = CARER_NAMES[carerId];
  if (name === undefined) throw new Error('the demo has no such carer');
  return name;
};

/** Numbers that Ofcom keeps for drama (07700 900000 to 900999), one for each; every fifth has an address only. */
const FIRST_NUMBER = 115;
const contactOf = (id: string, place: number): Contact =>
  place % 5 === 4 ? { email: `${id}@example.org` } : { text: `+447700900${FIRST_NUMBER + place}` };

/** Every Carer, pointing to whoever has them in the circle of care. A place that has ended still points. */
export const carersOf = (homes: readonly DemoHome[]): readonly Carer[] => {
  const residents = homes.flatMap((home) => home.residents);
  return Object.entries(CARER_NAMES).map(([id, name], place) => ({
    council: HARBOUR,
    id,
    name,
    contact: contactOf(id, place),
    residents: residents
      .filter(({ circle }) => circle.some((member) => member.carerId === id))
      .map((resident) => resident.id),
  }));
};
