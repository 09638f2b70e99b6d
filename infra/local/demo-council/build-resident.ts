import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { addDays, type LocalDate, weekdayOf } from '../../../lambda/core/kernel/uk-time.ts';
import type { CircleMember } from '../../../lambda/core/people/circle-of-care.ts';
import type { Consent } from '../../../lambda/core/people/consent.ts';
import type { Presence } from '../../../lambda/core/people/presence.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import { defaultSettings } from '../../../lambda/core/people/settings.ts';
import { carerName } from './carers.ts';
import type { DemoHome, DemoMember, DemoResident } from './demo-home.ts';
import { HARBOUR } from './harbour-county-council.ts';
import { seedAct } from './seed-act.ts';

/** The last such weekday before a date, never that date itself. */
const lastWeekday = (before: LocalDate, weekday: number): LocalDate => {
  const back = (weekdayOf(before) - weekday + 7) % 7;
  return addDays(before, -(back === 0 ? 7 : back));
};

const presenceOf = ({ away }: DemoResident, startDate: LocalDate): Presence =>
  away === undefined
    ? { kind: 'home' }
    : { kind: 'away', reason: away.reason, since: lastWeekday(startDate, away.sinceLastWeekday) };

/** Agreed some weeks ago and looked at again after a year; withdrawn two days before the start. */
const consentOf = ({ consent }: DemoResident, startDate: LocalDate): Consent => {
  const state = consent?.state ?? 'given';
  const decidedOn = addDays(startDate, state === 'given' ? -60 : -2);
  return {
    state,
    decidedBy: consent?.decidedBy ?? 'resident',
    explainedBy: 'Helen Marsh',
    how: 'At home, aloud and on paper',
    decidedOn,
    reviewOn: addDays(decidedOn, 365),
  };
};

const memberOf =
  (startDate: LocalDate) =>
  ({ carerId, rights, agreedToBeTold, untilDay }: DemoMember): CircleMember => ({
    carerId,
    name: carerName(carerId),
    rights,
    from: addDays(startDate, -60),
    ...(untilDay === undefined ? {} : { until: addDays(startDate, untilDay) }),
    ...(agreedToBeTold === undefined ? {} : { agreedToBeTold }),
  });

/** A Resident as the demo finds them on its first day. `at` is when that day begins. */
export const buildResident = (home: DemoHome, row: DemoResident, startDate: LocalDate, at: Instant): Resident => ({
  council: HARBOUR,
  id: row.id,
  homeId: home.id,
  fullName: row.fullName,
  settings: { ...defaultSettings(row.nameToUse), ...row.settings },
  presence: presenceOf(row, startDate),
  consent: consentOf(row, startDate),
  circle: row.circle.map(memberOf(startDate)),
  groups: row.groups ?? [],
  isPractice: home.isPractice ?? false,
  lastAct: seedAct(at),
});
