import type { LocalDate, Weekday } from '../../../lambda/core/kernel/uk-time.ts';
import { addDays, weekdayOf } from '../../../lambda/core/kernel/uk-time.ts';
import type { Council, NamedPart } from '../../../lambda/core/people/council.ts';
import type { Officer } from '../../../lambda/core/people/officer.ts';
import { BANK_HOLIDAYS } from './bank-holidays.ts';

export const HARBOUR = 'harbour';

const OFFICE_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

/** Groups that people were put in by the council, as it already does for its day services. */
export const GROUPS: readonly NamedPart[] = [
  { id: 'harbour-day-centre', name: 'Harbour Day Centre' },
  { id: 'lunch-club', name: 'Lunch club' },
  { id: 'shopping-bus', name: 'Shopping bus' },
];

/**
 * Harbour County Council, invented. Every number of the demo lies in the ranges that Ofcom keeps free for drama:
 * 01632 960000 to 960999 and 07700 900000 to 900999.
 */
export const HARBOUR_COUNTY_COUNCIL: Council = {
  id: HARBOUR,
  name: 'Harbour County Council',
  phone: '01632 960100',
  staffedHours: OFFICE_DAYS.map((weekday) => ({ weekday, from: '08:30', to: '17:00' })),
  closedOn: BANK_HOLIDAYS,
  diaryFreshForMinutes: 1440,
  areas: [
    { id: 'gannet-bay', name: 'Gannet Bay' },
    { id: 'lanternham', name: 'Lanternham' },
    { id: 'port-haven', name: 'Port Haven' },
    { id: 'saltmere', name: 'Saltmere' },
    { id: 'upper-tidewell', name: 'Upper Tidewell' },
    { id: 'wrackford', name: 'Wrackford' },
  ],
  groups: GROUPS,
  urgentShards: 1,
  routineShards: 4,
  dispatchEpoch: '1',
};

export const OFFICERS: readonly Officer[] = [
  { council: HARBOUR, id: 'priya-nair', name: 'Priya Nair', rights: ['see', 'set-reminders', 'manage'] },
  { council: HARBOUR, id: 'tom-okafor', name: 'Tom Okafor', rights: ['see', 'set-reminders', 'write-alerts'] },
  {
    council: HARBOUR,
    id: 'helen-marsh',
    name: 'Helen Marsh',
    rights: ['see', 'set-reminders', 'approve-alerts', 'manage'],
  },
  { council: HARBOUR, id: 'ruth-abel', name: 'Ruth Abel', rights: ['duty'] },
];

const isWorkingDay = (date: LocalDate): boolean =>
  OFFICE_DAYS.includes(weekdayOf(date)) && !BANK_HOLIDAYS.includes(date);

/** The nth working day of the council after a date; before it when `n` is negative. */
export const workingDay = (date: LocalDate, n: number): LocalDate => {
  const step = n < 0 ? -1 : 1;
  let found = date;
  for (let left = Math.abs(n); left > 0; ) {
    found = addDays(found, step);
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
};
