import type { Instant } from '../kernel/clock.ts';
import { dateOf, type LocalDate, localDateTime } from '../kernel/uk-time.ts';
import { type Appointment, type DiaryEntry, endOf, isPlanned } from './diary-entry.ts';

export type NextAppointmentOutcome =
  | { readonly kind: 'next-appointment'; readonly appointment: Appointment }
  | { readonly kind: 'no-appointment-known' };

export type AppointmentsOnDayOutcome =
  | { readonly kind: 'appointments-on-day'; readonly day: LocalDate; readonly appointments: readonly Appointment[] }
  | { readonly kind: 'no-appointments-on-day'; readonly day: LocalDate; readonly next?: Appointment };

const ahead = (entries: readonly DiaryEntry[], now: Instant): readonly Appointment[] =>
  entries
    .filter((entry) => entry.kind === 'appointment')
    .filter(isPlanned)
    .filter((entry) => endOf(entry) >= localDateTime(now));

/** The next appointment that is planned and has not ended. */
export const nextAppointment = (entries: readonly DiaryEntry[], now: Instant): NextAppointmentOutcome => {
  const [appointment] = ahead(entries, now);
  return appointment === undefined ? { kind: 'no-appointment-known' } : { kind: 'next-appointment', appointment };
};

/** The appointments of one day in order of time; when there is none, the next one that is known. */
export const appointmentsOnDay = (
  entries: readonly DiaryEntry[],
  day: LocalDate,
  now: Instant,
): AppointmentsOnDayOutcome => {
  const known = ahead(entries, now);
  const appointments = known.filter((appointment) => dateOf(appointment.at) === day);
  if (appointments.length > 0) return { kind: 'appointments-on-day', day, appointments };
  const [next] = known;
  return { kind: 'no-appointments-on-day', day, ...(next === undefined ? {} : { next }) };
};
