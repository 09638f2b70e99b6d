import { NTHS, type Recurrence } from '../../../lambda/core/timetable/recurrence.ts';

const from = '2026-11-24';
const ofDays = { time: '09:00', from } as const;
const notOn = (instead: 'nothing' | 'next-working-day') => ({ bankHolidays: { nation: 'england', instead } }) as const;

/** A rule for every sentence that can be said of one, by what is special about it. */
export const everyRule: readonly Recurrence[] = [
  { kind: 'once', at: '2026-11-24T08:00' },
  { kind: 'daily', ...ofDays, until: '2026-12-04' },
  { kind: 'weekdays', ...ofDays, andAt: ['13:00', '18:00'] },
  { kind: 'chosen-weekdays', days: [1, 3], ...ofDays, ...notOn('next-working-day') },
  { kind: 'every-n-days', every: 2, ...ofDays },
  { kind: 'every-n-days', every: 3, ...ofDays },
  { kind: 'every-n-weeks', every: 2, days: [2], ...ofDays, until: '2027-05-01', ...notOn('nothing') },
  { kind: 'every-n-weeks', every: 2, days: [5, 2], ...ofDays },
  { kind: 'every-n-weeks', every: 3, days: [2], ...ofDays, ...notOn('nothing') },
  { kind: 'monthly-on-date', day: 5, ...ofDays },
  { kind: 'monthly-on-date', day: 30, ...ofDays },
  { kind: 'monthly-on-date', day: 31, ...ofDays },
  ...NTHS.map((nth) => ({ kind: 'monthly-on-weekday', nth, weekday: 1, ...ofDays }) as const),
  { kind: 'daily', ...ofDays, except: ['2026-12-25', '2027-01-01'] },
  { kind: 'every-n-hours', every: 1, first: '2026-11-24T08:00+00:00' },
  { kind: 'every-n-hours', every: 4, first: '2026-11-24T08:00+00:00', until: '2026-12-04' },
];
