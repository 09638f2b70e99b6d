import { isInWindow, type LocalDate, type LocalTime } from '../kernel/uk-time.ts';
import type { DayWindow } from './settings.ts';

export const CARER_RIGHTS = ['see', 'set-reminders', 'change-diary'] as const;
export type CarerRight = (typeof CARER_RIGHTS)[number];

/** One Carer's place in a Resident's circle of care. `until` is the last day it holds. */
export type CircleMember = {
  readonly carerId: string;
  readonly name: string;
  readonly rights: readonly CarerRight[];
  readonly from: LocalDate;
  readonly until?: LocalDate;
  /** The Carer agreed to be told when nobody replies, in these hours. Absent: they did not. */
  readonly agreedToBeTold?: DayWindow;
};

/** Whether a place in the circle holds on a day. */
export const holdsOn = (member: CircleMember, today: LocalDate): boolean =>
  member.from <= today && (member.until === undefined || today <= member.until);

/**
 * Why a Carer may not be told today when nobody replies, or undefined if they may: a place in the circle that holds, a right
 * (any right lets them see), and their own agreement.
 */
export const tellingRefusal = (
  circle: readonly CircleMember[],
  carerId: string,
  today: LocalDate,
): 'not-in-the-circle' | 'may-not-see' | 'has-not-agreed' | undefined => {
  const places = circle.filter((member) => member.carerId === carerId && holdsOn(member, today));
  if (places.length === 0) return 'not-in-the-circle';
  const seeing = places.filter(({ rights }) => rights.length > 0);
  if (seeing.length === 0) return 'may-not-see';
  return seeing.some(({ agreedToBeTold }) => agreedToBeTold !== undefined) ? undefined : 'has-not-agreed';
};

/** Whether it is a time of day at which this Carer agreed to be told, by a place in the circle that holds today. */
export const isWithinAgreedHours = (
  circle: readonly CircleMember[],
  carerId: string,
  today: LocalDate,
  time: LocalTime,
): boolean =>
  circle.some(
    (member) =>
      member.carerId === carerId &&
      holdsOn(member, today) &&
      member.agreedToBeTold !== undefined &&
      isInWindow(time, member.agreedToBeTold.from, member.agreedToBeTold.to),
  );
