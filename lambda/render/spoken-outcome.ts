import type { FindAnswerOutcome } from '../core/answers/find-answer.ts';
import type { BinDaysOutcome } from '../core/bin-days/bin-days-of-home.ts';
import type { AskCallBackOutcome } from '../core/call-backs/ask-call-back.ts';
import type { Delivery } from '../core/delivery/delivery.ts';
import type { AppointmentsOnDayOutcome, NextAppointmentOutcome } from '../core/diary/appointments.ts';
import type { AppointmentsBetweenOutcome, VisitsBetweenOutcome } from '../core/diary/coming-days.ts';
import type { Visit } from '../core/diary/diary-entry.ts';
import type { Age, WhoIsComingOutcome } from '../core/diary/who-is-coming.ts';
import type { LocalDate, LocalDateTime } from '../core/kernel/uk-time.ts';
import type { HushOutcome } from '../core/pairing/hush-echo.ts';
import type { ChangeMannerOutcome } from '../core/people/change-manner.ts';
import type { ChangeSpeechOutcome } from '../core/people/change-settings.ts';
import type { OfficeHours } from '../core/people/council.ts';
import type { HeldRule } from '../core/reminders/held-rule.ts';
import type {
  ListedOccurrence,
  ListRemindersOutcome,
  RemindersBetweenOutcome,
} from '../core/reminders/list-reminders.ts';
import type { ReminderLabel } from '../core/reminders/reminder.ts';
import type { ReplyOutcome } from '../core/reminders/reply-to-reminder.ts';
import type { SafetyClass } from '../core/safeguarding/safety-class.ts';
import type {
  EchoOutcome,
  LeavingOutcome,
  PlacingOutcome,
  ScreenPairingOutcome,
  ScreenSwitchOutcome,
} from './echo-outcome.ts';
import type { GuidanceOutcome } from './guidance.ts';

/** Where in a list the telling begins: what came before was told already. */
type Listed<T, K> = T extends { readonly kind: K } ? T & { readonly from: number } : T;

export type DiaryOutcome =
  | Listed<WhoIsComingOutcome, 'visits'>
  | Listed<VisitsBetweenOutcome, 'visits-between'>
  | NextAppointmentOutcome
  | Listed<AppointmentsOnDayOutcome, 'appointments-on-day'>
  | Listed<AppointmentsBetweenOutcome, 'appointments-between'>
  | { readonly kind: 'day-gone' }
  | { readonly kind: 'day-too-far' }
  | { readonly kind: 'day-not-understood' };

export type ReminderOutcome =
  | Listed<ListRemindersOutcome, 'reminders'>
  | Listed<RemindersBetweenOutcome, 'reminders-between'>
  | { readonly kind: 'one-reminder'; readonly occurrence: ListedOccurrence }
  | { readonly kind: 'no-such-reminder' }
  | { readonly kind: 'reminders-due'; readonly deliveries: readonly Delivery[] }
  | { readonly kind: 'no-reminder-due' };

/** A Reminder that is set, changed or cancelled by speaking. `isQuiet`: its time lies in the Resident's quiet hours. */
export type SetReminderSpoken =
  | { readonly kind: 'asks-for-reminder' }
  | { readonly kind: 'which-one-to-do' }
  | { readonly kind: 'reminder-cancelled' }
  | { readonly kind: 'reminder-not-by-voice' }
  | { readonly kind: 'reminder-too-many' }
  | { readonly kind: 'reminder-not-set' }
  | { readonly kind: 'reminder-time-gone' }
  | { readonly kind: 'reminder-same-time' }
  | {
      readonly kind: 'reminder-to-set';
      readonly next: LocalDateTime;
      readonly often: ReminderOften;
      readonly label: ReminderLabel;
      readonly isQuiet: boolean;
      /** It stands already, and is to be changed. */
      readonly changes: boolean;
    }
  | {
      readonly kind: 'reminder-to-cancel';
      readonly next: LocalDateTime;
      readonly often: ReminderOften;
      readonly label: ReminderLabel;
    }
  | {
      readonly kind: 'reminder-set';
      readonly next: LocalDateTime;
      readonly often: ReminderOften;
      readonly label: ReminderLabel;
      readonly changed: boolean;
      /** This Echo says nothing by itself. */
      readonly staysSilent: boolean;
    };

/** `once`: on one day; `other`: by a rule that is not worded here. */
export type ReminderOften = 'once' | 'every-day' | 'weekdays' | 'other';

/** A conversation that broke off is taken up. */
export type ResumedOutcome =
  | { readonly kind: 'resumed'; readonly about: 'reminder'; readonly day?: LocalDate }
  | { readonly kind: 'resumed'; readonly about: 'call' }
  | { readonly kind: 'resumed'; readonly about: 'list'; readonly list: 'visits' | 'appointments' | 'reminders' };

/** `deliveries` are told now; `isMore`: others were told before in this conversation. */
export type MessageOutcome =
  | {
      readonly kind: 'messages';
      readonly deliveries: readonly Delivery[];
      readonly isMore: boolean;
      readonly of: number;
    }
  | { readonly kind: 'no-messages'; readonly isMore: boolean }
  | { readonly kind: 'messages-heard'; readonly count: number }
  | { readonly kind: 'messages-kept' }
  | { readonly kind: 'messages-not-heard'; readonly count: number }
  | { readonly kind: 'nothing-to-mark' };

/** What stands first when somebody opens the skill. */
export type News =
  | { readonly kind: 'urgent-messages'; readonly count: number }
  | { readonly kind: 'reminders-due'; readonly deliveries: readonly Delivery[] }
  | { readonly kind: 'messages'; readonly count: number }
  | { readonly kind: 'visits-today'; readonly visits: readonly Visit[]; readonly age: Age };

export type CallOutcome =
  | { readonly kind: 'call-asked'; readonly office: OfficeHours }
  | { readonly kind: 'call-already-asked'; readonly office: OfficeHours }
  | Exclude<AskCallBackOutcome, { readonly kind: 'call-asked' | 'call-already-asked' }>
  | { readonly kind: 'call-not-wanted' }
  | { readonly kind: 'asks-to-ring' };

/** The name somebody is called by, and their quiet hours. */
export type MannerOutcome =
  | ChangeMannerOutcome
  | { readonly kind: 'asks-for-name' }
  | { readonly kind: 'asks-for-quiet-hours' };

/** `changed`: when a copy on this Echo rings since a Carer changed it. `carers`: who may set reminders today, by name. */
export type ControlOutcome =
  | { readonly kind: 'welcome'; readonly news: readonly News[]; readonly changed?: HeldRule }
  | { readonly kind: 'day-and-time' }
  | { readonly kind: 'how-heard'; readonly carers: readonly string[] }
  | { readonly kind: 'help'; readonly about: 'everything' | 'code'; readonly callBacks: boolean }
  | { readonly kind: 'goodbye' }
  | { readonly kind: 'left-it' }
  | { readonly kind: 'go-ahead' }
  | { readonly kind: 'hello-you' }
  | { readonly kind: 'name-not-known' }
  | { readonly kind: 'cannot-pass-on' }
  | { readonly kind: 'cannot-ring' }
  | { readonly kind: 'family-not-known' }
  | { readonly kind: 'no-listings' }
  | HushOutcome
  | { readonly kind: 'private-first' }
  | { readonly kind: 'alone-first' }
  | { readonly kind: 'no-more' }
  | { readonly kind: 'nothing-to-repeat' }
  | { readonly kind: 'nothing-asked'; readonly answer: 'yes' | 'no' }
  | {
      readonly kind: 'not-understood';
      readonly step: 1 | 2 | 3;
      /** Something definite was asked: it is asked again, and no example is given. */
      readonly isAsked: boolean;
      readonly callBacks: boolean;
    }
  | { readonly kind: 'asks-for-change' }
  | { readonly kind: 'asks-for-subject' }
  | { readonly kind: 'fault'; readonly isFirst: boolean };

/** What is caught before anything else, with fixed words. `council` is missing when even that could not be read: the words are said all the same. */
export type SafetyOutcome = {
  readonly kind: 'safety';
  readonly safety: SafetyClass;
  readonly council?: { readonly name: string; readonly phone: string };
};

/** What may be a manner of speaking is asked about once. `callBacks`: somebody rings back here. */
export type PerhapsHurtOutcome =
  | { readonly kind: 'asks-if-hurt' }
  | { readonly kind: 'not-hurt'; readonly callBacks: boolean };

/** Everything that can be said in a conversation. Rendering switches over it without a default: an outcome without words does not compile. */
export type SpokenOutcome =
  | DiaryOutcome
  | ReminderOutcome
  | ReplyOutcome
  | MessageOutcome
  | SetReminderSpoken
  | ResumedOutcome
  | FindAnswerOutcome
  | Extract<BinDaysOutcome, { kind: 'bin-days' }>
  | ChangeSpeechOutcome
  | MannerOutcome
  | CallOutcome
  | EchoOutcome
  | LeavingOutcome
  | ScreenPairingOutcome
  | ScreenSwitchOutcome
  | PlacingOutcome
  | ControlOutcome
  | GuidanceOutcome
  | SafetyOutcome
  | PerhapsHurtOutcome;

export type OutcomeKind = SpokenOutcome['kind'];
