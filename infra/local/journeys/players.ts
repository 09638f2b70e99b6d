import { type Instant, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import {
  addDays,
  atTime,
  instantOf,
  isInWindow,
  type LocalTime,
  localDate,
  localTime,
} from '../../../lambda/core/kernel/uk-time.ts';
import type { CarerRight } from '../../../lambda/core/people/circle-of-care.ts';
import type { DayWindow } from '../../../lambda/core/people/settings.ts';
import { carerName } from '../demo-council/carers.ts';
import type { DemoHome, DemoResident } from '../demo-council/demo-home.ts';
import { DEMO_HOMES } from '../demo-council/demo-homes.ts';
import { cannotGoOn } from './journey.ts';

/** Who plays in a Home: its first Resident, and a Carer of theirs. */
export type Players = {
  readonly resident: DemoResident;
  readonly carerId: string;
  readonly carerName: string;
  /** The hours in which this Carer agreed to be told. */
  readonly hours: DayWindow | undefined;
};

const homeOf = (homeId: string): DemoHome => {
  const home = DEMO_HOMES.find(({ id }) => id === homeId);
  if (home === undefined) throw cannotGoOn('There is no such home.');
  return home;
};

/** The first Resident of a Home with the Carer who may do most for them: of those with the right, one who agreed to be told. */
export const playersOf = (homeId: string, right: CarerRight): Players => {
  const [resident] = homeOf(homeId).residents;
  if (resident === undefined) throw cannotGoOn('Nobody lives in this home.');
  const able = resident.circle.filter(({ rights, untilDay }) => untilDay === undefined && rights.includes(right));
  const member = able.find(({ agreedToBeTold }) => agreedToBeTold !== undefined) ?? able[0];
  if (member === undefined)
    throw cannotGoOn(`Nobody in ${resident.nameToUse}’s circle of care may do this, so the story ends here.`);
  const { carerId, agreedToBeTold } = member;
  return { resident, carerId, carerName: carerName(carerId), hours: agreedToBeTold };
};

/** The next time the UK clock shows a time of day. */
export const nextAt = (time: LocalTime, now: Instant): Instant => {
  const today = instantOf(atTime(localDate(now), time));
  return today > now ? today : instantOf(atTime(addDays(localDate(now), 1), time));
};

const HALF_AN_HOUR = 30 * MINUTE;

/** When a story that takes half an hour can begin inside some hours: now, or half an hour into the next of them. */
export const beginsWithin = ({ from, to }: DayWindow, now: Instant): Instant =>
  isInWindow(localTime(now), from, to) && isInWindow(localTime(now + HALF_AN_HOUR), from, to)
    ? now
    : nextAt(from, now) + HALF_AN_HOUR;
