import type { AppointmentKind, EntrySource, VisitKind } from '../../../lambda/core/diary/diary-entry.ts';
import type { LocalTime, Weekday } from '../../../lambda/core/kernel/uk-time.ts';
import { WEEKDAYS } from '../../../lambda/core/kernel/uk-time.ts';

/** `fresh`: sent this morning; `stale`: three days ago; `none`: nobody has sent a plan. */
export type DemoPlan = 'fresh' | 'stale' | 'none';

/** A Visit that comes every week on these days. One of `who` comes, by rota; an empty list: the name is not known. */
export type DemoVisit = {
  readonly what: VisitKind;
  readonly days: readonly Weekday[];
  readonly at: LocalTime;
  readonly minutes: number;
  readonly who: readonly string[];
  readonly source: EntrySource;
  /** What became of it on one day, counted from the start. */
  readonly change?:
    | { readonly kind: 'cancelled'; readonly onDay: number }
    | { readonly kind: 'moved'; readonly onDay: number; readonly to: LocalTime };
};

/** An appointment every week on these days, or once, some working days from the start. */
export type DemoAppointment = {
  readonly what: AppointmentKind;
  readonly where: string;
  readonly at: LocalTime;
  readonly minutes?: number;
  readonly source: EntrySource;
} & (
  | { readonly kind: 'weekly'; readonly days: readonly Weekday[] }
  | { readonly kind: 'coming'; readonly workingDays: number }
);

export const EVERY_DAY = WEEKDAYS;
export const WORKING_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

/** A care visit every day, planned by the care agency. */
export const care = (who: readonly string[], at: LocalTime, minutes: number, days = EVERY_DAY): DemoVisit => ({
  what: 'care-visit',
  days,
  at,
  minutes,
  who,
  source: 'care-agency',
});

/** Any other Visit, planned by the council. */
export const comes = (
  what: Exclude<VisitKind, 'care-visit'>,
  days: readonly Weekday[],
  at: LocalTime,
  minutes: number,
  who: readonly string[] = [],
): DemoVisit => ({ what, days, at, minutes, who, source: 'council' });

/** A hot meal, brought by whoever drives that day. */
export const meal = (days: readonly Weekday[] = EVERY_DAY): DemoVisit => comes('meals', days, '12:00', 45);

export const weekly = (
  what: AppointmentKind,
  where: string,
  days: readonly Weekday[],
  at: LocalTime,
  minutes: number,
  source: EntrySource = 'council',
): DemoAppointment => ({ kind: 'weekly', what, where, days, at, minutes, source });

/** Once, on the nth working day from the start, written down by a carer unless another source is given. */
export const coming = (
  what: AppointmentKind,
  where: string,
  workingDays: number,
  at: LocalTime,
  source: EntrySource = 'carer',
): DemoAppointment => ({ kind: 'coming', what, where, workingDays, at, source });
