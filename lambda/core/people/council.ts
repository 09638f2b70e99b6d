import { DAY, type Instant } from '../kernel/clock.ts';
import {
  addDays,
  atTime,
  instantOf,
  type LocalDate,
  type LocalTime,
  localDate,
  type Weekday,
  weekdayOf,
} from '../kernel/uk-time.ts';
import type { DispatchRelease } from './dispatch.ts';

/** Hours in which people at the council ring back: UK wall time, on one weekday. */
export type StaffedHours = { readonly weekday: Weekday; readonly from: LocalTime; readonly to: LocalTime };

/** A part of a council's Residents: an area of Homes, or a group of Residents. */
export type NamedPart = { readonly id: string; readonly name: string };

/** The local authority that runs the service. */
export type Council = {
  readonly id: string;
  readonly name: string;
  /** As it is dialled, for example `01632 960100`. */
  readonly phone: string;
  /** None: the skill never offers a call, it speaks the number. */
  readonly staffedHours: readonly StaffedHours[];
  /** Days on which the office is shut whatever the weekday. */
  readonly closedOn: readonly LocalDate[];
  /** A diary older than this says its age when it is spoken, in minutes. */
  readonly diaryFreshForMinutes: number;
  /** The areas and groups by which Alerts choose their Audience, in the order in which pages list them. */
  readonly areas: readonly NamedPart[];
  readonly groups: readonly NamedPart[];
  readonly urgentShards: number;
  readonly routineShards: number;
  /** Compared with a setting outside the table: while they differ, after a restore, nothing is dispatched (see `dispatchState`). */
  readonly dispatchEpoch: string;
  /** The last time that an Officer let a restored council send again. */
  readonly release?: DispatchRelease;
};

const hoursOn = (council: Council, date: LocalDate): readonly StaffedHours[] =>
  council.closedOn.includes(date)
    ? []
    : council.staffedHours
        .filter((hours) => hours.weekday === weekdayOf(date))
        .sort((a, b) => (a.from < b.from ? -1 : 1));

export type OfficeHours =
  | { readonly kind: 'open' }
  | { readonly kind: 'opens'; readonly at: Instant }
  | { readonly kind: 'never-staffed' };

/** Whether somebody is there to ring back, or when next (looked for over the coming four weeks). */
export const officeHours = (council: Council, now: Instant): OfficeHours => {
  const today = localDate(now);
  for (let day = 0; day < 28; day += 1) {
    const date = addDays(today, day);
    for (const hours of hoursOn(council, date)) {
      const from = instantOf(atTime(date, hours.from));
      const to = instantOf(atTime(date, hours.to));
      if (now >= from && now < to) return { kind: 'open' };
      if (from > now && from - now < 29 * DAY) return { kind: 'opens', at: from };
    }
  }
  return { kind: 'never-staffed' };
};
