import type { CareSubject } from '../../../lambda/core/answers/answer.ts';
import type { LocalTime } from '../../../lambda/core/kernel/uk-time.ts';
import type { SpeakingLevel } from '../../../lambda/core/pairing/echo.ts';
import type { CarerRight } from '../../../lambda/core/people/circle-of-care.ts';
import type { Consent } from '../../../lambda/core/people/consent.ts';
import type { AwayReason } from '../../../lambda/core/people/presence.ts';
import type { DayWindow, Settings } from '../../../lambda/core/people/settings.ts';
import type { DemoAppointment, DemoPlan, DemoVisit } from './demo-diary.ts';
import type { DemoReminder } from './demo-reminder.ts';

/** One row of the tables of Homes: plain values, with days counted from the start of the demo. */
export type DemoHome = {
  readonly id: string;
  readonly label: string;
  /** The council's area it lies in. */
  readonly area?: string;
  /** Lives here: no person, but samples for practice. */
  readonly isPractice?: true;
  readonly speakingLevel: SpeakingLevel;
  /** The property whose Amazon account has the Echos; absent: the Home's own account. */
  readonly property?: string;
  /** Whether the Home's account lets us notify. Managed Echos are not notified, they speak. */
  readonly notifications: 'on' | 'off';
  readonly echos: readonly DemoRoom[];
  /** Echos of the same account in somebody else's house: never paired. */
  readonly elsewhere?: readonly { readonly echoId: string; readonly label: string; readonly screen: boolean }[];
  readonly residents: readonly DemoResident[];
};

/** A room with an Echo in it, with a screen or without one. */
export type DemoRoom = { readonly room: string; readonly screen: boolean };

export type DemoResident = {
  readonly id: string;
  readonly fullName: string;
  readonly nameToUse: string;
  readonly settings?: Partial<Omit<Settings, 'nameToUse'>>;
  /** Away since the last such weekday before the demo began, nobody knows until when. */
  readonly away?: { readonly reason: AwayReason; readonly sinceLastWeekday: 1 | 2 | 3 | 4 | 5 | 6 | 7 };
  /** The council's groups this Resident is in. */
  readonly groups?: readonly string[];
  readonly consent?: Partial<Pick<Consent, 'state' | 'decidedBy'>>;
  readonly circle: readonly DemoMember[];
  /** `stale`: the last word on it is three days old; `none`: nobody has sent one. */
  readonly plan: DemoPlan;
  readonly visits: readonly DemoVisit[];
  readonly appointments: readonly DemoAppointment[];
  readonly reminders: readonly DemoReminder[];
  readonly callBack?: {
    readonly subject?: CareSubject;
    readonly askedAt: LocalTime;
    readonly state: 'asked' | 'taken';
  };
};

export type DemoMember = {
  readonly carerId: string;
  readonly rights: readonly CarerRight[];
  readonly agreedToBeTold?: DayWindow;
  /** The last day the place in the circle holds, in days from the start. */
  readonly untilDay?: number;
};

const SEE: readonly CarerRight[] = ['see'];
const EVERYTHING: readonly CarerRight[] = ['see', 'set-reminders', 'change-diary'];

/** A Carer who may do everything and, if hours are given, agreed to be told when nobody replies. */
export const cares = (carerId: string, from?: LocalTime, to?: LocalTime): DemoMember =>
  from === undefined || to === undefined
    ? { carerId, rights: EVERYTHING }
    : { carerId, rights: EVERYTHING, agreedToBeTold: { from, to } };

/** A Carer who may look, and nothing else. */
export const looksIn = (carerId: string): DemoMember => ({ carerId, rights: SEE });

/** A room with an Echo Show, or with an Echo that has no screen. */
export const echoShow = (room: string): DemoRoom => ({ room, screen: true });
export const echoIn = (room: string): DemoRoom => ({ room, screen: false });

/** A Home with a consumer Echo on an account of its own that lets us notify. */
export const ownEcho = { notifications: 'on' } as const;

/** A flat whose Echo the property manages (Alexa Smart Properties). */
export const managedBy = (property: string) => ({ property, notifications: 'off' }) as const;
