import type { Act } from '../../../lambda/core/audit/act.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import type { Echo } from '../../../lambda/core/pairing/echo.ts';
import type { Carer } from '../../../lambda/core/people/carer.ts';
import { CARER_RIGHTS, type CircleMember } from '../../../lambda/core/people/circle-of-care.ts';
import type { Council } from '../../../lambda/core/people/council.ts';
import type { Home } from '../../../lambda/core/people/home.ts';
import { OFFICER_RIGHTS, type Officer } from '../../../lambda/core/people/officer.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import { defaultSettings } from '../../../lambda/core/people/settings.ts';

/** The act that set a thing up, before the test began. */
export const FIRST_ACT: Act = {
  number: 1,
  at: instantOf('2026-11-02T09:00'),
  by: { kind: 'system', id: 'set-up' },
  did: 'set-up',
};

export const aCouncil = (more: Partial<Council> = {}): Council => ({
  id: 'harbour',
  name: 'Harbour County Council',
  phone: '01632 960100',
  staffedHours: ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, from: '08:30', to: '17:00' })),
  closedOn: [],
  diaryFreshForMinutes: 1440,
  areas: [
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ],
  groups: [{ id: 'lunch-club', name: 'Lunch club' }],
  urgentShards: 1,
  routineShards: 4,
  dispatchEpoch: '1',
  ...more,
});

export const anOfficer = (more: Partial<Officer> = {}): Officer => ({
  council: 'harbour',
  id: 'olga',
  name: 'Olga Byrne',
  rights: OFFICER_RIGHTS,
  ...more,
});

export const aCarer = (more: Partial<Carer> = {}): Carer => ({
  council: 'harbour',
  id: 'priya',
  name: 'Priya Shah',
  residents: ['bill'],
  ...more,
});

/** A place in the circle of care that holds, names every right, and agrees to be told from seven in the morning to eleven at night. */
export const aCircleMember = (more: Partial<CircleMember> = {}): CircleMember => ({
  carerId: 'priya',
  name: 'Priya Shah',
  rights: CARER_RIGHTS,
  from: '2026-01-01',
  agreedToBeTold: { from: '07:00', to: '23:00' },
  ...more,
});

export const aResident = (more: Partial<Resident> = {}): Resident => ({
  council: 'harbour',
  id: 'bill',
  homeId: 'home',
  fullName: 'Bill Harris',
  settings: defaultSettings('Bill'),
  presence: { kind: 'home' },
  consent: {
    state: 'given',
    decidedBy: 'resident',
    explainedBy: 'olga',
    how: 'at a home visit',
    decidedOn: '2026-11-02',
    reviewOn: '2027-11-02',
  },
  groups: [],
  isPractice: false,
  circle: [aCircleMember()],
  lastAct: FIRST_ACT,
  ...more,
});

export const aHome = (more: Partial<Home> = {}): Home => ({
  council: 'harbour',
  id: 'home',
  label: '12 Quay Street',
  nation: 'england',
  residents: ['bill'],
  echos: ['kitchen'],
  screens: [],
  lastAct: FIRST_ACT,
  ...more,
});

/** A managed Echo: it speaks unasked. */
export const anEcho = (more: Partial<Echo> = {}): Echo => ({
  council: 'harbour',
  hash: 'kitchen',
  homeId: 'home',
  residents: ['bill'],
  kind: 'managed',
  speakingLevel: 'open',
  linkVersion: 1,
  state: 'paired',
  sealedIds: 'sealed',
  apiEndpoint: 'https://api.eu.amazonalexa.com',
  notifications: { on: true, at: FIRST_ACT.at },
  ...more,
});
