import type { LocalDate } from '../kernel/uk-time.ts';
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
