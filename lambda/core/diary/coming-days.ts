import type { Instant } from '../kernel/clock.ts';
import { addDays, type LocalDate } from '../kernel/uk-time.ts';
import { appointmentsOnDay } from './appointments.ts';
import type { Appointment, DiaryEntry, Visit } from './diary-entry.ts';
import type { PartOfDay } from './part-of-day.ts';
import { type Age, type DiaryOfResident, whoIsComing } from './who-is-coming.ts';

/** Days in a row, both ends included. */
export type Days = { readonly from: LocalDate; readonly to: LocalDate };

export type VisitsBetweenOutcome =
  | {
      readonly kind: 'visits-between';
      readonly days: Days;
      readonly visits: readonly Visit[];
      /** False: for some of the days there is no plan, so more may be coming. */
      readonly isCovered: boolean;
      readonly age: Age;
    }
  | { readonly kind: 'no-visits-between'; readonly days: Days; readonly age: Age }
  | { readonly kind: 'no-plan-between'; readonly days: Days };

export type AppointmentsBetweenOutcome =
  | { readonly kind: 'appointments-between'; readonly days: Days; readonly appointments: readonly Appointment[] }
  | { readonly kind: 'no-appointments-between'; readonly days: Days };

const eachOf = ({ from, to }: Days): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** Who is coming on several days: what `whoIsComing` says of each, with the same care about days that no plan covers. */
export const visitsBetween = (
  diary: DiaryOfResident,
  question: Days & { readonly part?: PartOfDay; readonly now: Instant; readonly freshForMinutes: number },
): VisitsBetweenOutcome => {
  const { from, to, ...asked } = question;
  const days = { from, to };
  const told = eachOf(days).map((day) => whoIsComing(diary, { ...asked, day }));
  const visits = told.flatMap((one) => (one.kind === 'visits' ? one.visits : []));
  const isCovered = told.every((one) => one.kind !== 'no-plan');
  const age = told.flatMap((one) => (one.kind === 'no-plan' ? [] : [one.age])).find((one) => one !== undefined);
  if (visits.length > 0) return { kind: 'visits-between', days, visits, isCovered, age };
  return isCovered ? { kind: 'no-visits-between', days, age } : { kind: 'no-plan-between', days };
};

/** The appointments of several days in order of time. */
export const appointmentsBetween = (
  entries: readonly DiaryEntry[],
  days: Days,
  now: Instant,
): AppointmentsBetweenOutcome => {
  const told = eachOf(days).map((day) => appointmentsOnDay(entries, day, now));
  const appointments = told.flatMap((one) => (one.kind === 'appointments-on-day' ? one.appointments : []));
  return appointments.length > 0
    ? { kind: 'appointments-between', days, appointments }
    : { kind: 'no-appointments-between', days };
};
