import type { Acted } from '../audit/act.ts';
import { HOUR, type Instant } from '../kernel/clock.ts';
import { type LocalDate, localDate } from '../kernel/uk-time.ts';
import type { SpeakingLevel } from '../pairing/echo.ts';

/** The stages of a set-up visit, in order. */
export const SET_UP_STAGES = ['consent', 'home', 'echo', 'prove', 'done'] as const;
export type SetUpStage = (typeof SET_UP_STAGES)[number];

/**
 * A visit is open for this long after whatever was last written down in it. Only while one is open does an Echo ask for a code: a
 * visit that somebody forgot to close must not help whoever rings a Resident and asks for one.
 */
export const STAYS_OPEN = 4 * HOUR;

/** Whose Amazon account the Echo is on. `council`: managed by the Council. */
export const ACCOUNT_HOLDERS = ['resident', 'family', 'council'] as const;
export type AccountHolder = (typeof ACCOUNT_HOLDERS)[number];

export const WIFI_STATES = ['good', 'weak', 'none'] as const;
export type WifiState = (typeof WIFI_STATES)[number];

/** What was found out about the Home. `otherEchos`: how many more are on the same account; a notification reaches them all. */
export type HomeFacts = {
  readonly residentsRight: boolean;
  readonly speakingLevel: SpeakingLevel;
  readonly account: AccountHolder;
  readonly otherEchos: number;
  readonly wifi: WifiState;
  /** Whether the circle of care names the right people to be told. */
  readonly circleRight: boolean;
};

/** What is switched on at the Echo and in the Alexa app by hand. `placed`: where it can be heard and not knocked down. */
export const ECHO_CHECKS = ['placed', 'volume', 'do-not-disturb-off', 'notifications-on', 'reminders-allowed'] as const;
export type EchoCheck = (typeof ECHO_CHECKS)[number];

/** What must be switched on: an Echo that the Council manages asks nobody for permission. */
export const checksFor = (facts: Pick<HomeFacts, 'account'> | undefined): readonly EchoCheck[] =>
  facts?.account === 'council'
    ? ECHO_CHECKS.filter((check) => check !== 'notifications-on' && check !== 'reminders-allowed')
    : ECHO_CHECKS;

/** What whoever is there saw and heard with their own eyes and ears. Never enough by itself: see `proofOf`. */
export const SEEN_THERE = ['rang', 'shown', 'understood'] as const;
export type SeenThere = (typeof SEEN_THERE)[number];

/** A Reminder that was set to prove the Echo: whose, when, and for when. */
export type TestReminder = {
  readonly residentId: string;
  readonly reminderId: string;
  readonly setAt: Instant;
  readonly dueAt: Instant;
};

/**
 * One set-up visit to a Home, written down after each stage, so that it can be left and gone on with. `openUntil`: until then a code
 * may be spoken. A later visit takes its place; the audit trail keeps them all.
 */
export type SetUpVisit = Acted & {
  readonly council: string;
  readonly homeId: string;
  readonly openedAt: Instant;
  readonly openUntil: Instant;
  readonly facts?: HomeFacts;
  readonly checks?: readonly EchoCheck[];
  readonly test?: TestReminder;
  readonly seen?: readonly SeenThere[];
  readonly finishedAt?: Instant;
};

/** Whether codes may be spoken for this Home now. */
export const isOpen = (visit: SetUpVisit | undefined, now: Instant): boolean =>
  visit !== undefined && visit.finishedAt === undefined && now < visit.openUntil;

export const openedOn = ({ openedAt }: Pick<SetUpVisit, 'openedAt'>): LocalDate => localDate(openedAt);
