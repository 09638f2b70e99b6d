import type { CareSubject } from '../core/answers/answer.ts';
import type { CareQuestion, FindAnswerOutcome } from '../core/answers/find-answer.ts';
import type { Listing } from '../core/answers/listing.ts';
import type { Actor } from '../core/audit/act.ts';
import type { BinDaysOutcome } from '../core/bin-days/bin-days-of-home.ts';
import type { AskCallBackOutcome } from '../core/call-backs/ask-call-back.ts';
import type { CallBackOrigin } from '../core/call-backs/call-back.ts';
import type { AcknowledgeOutcome } from '../core/delivery/acknowledge.ts';
import type { DeliveryKey } from '../core/delivery/delivery.ts';
import type { Clock, Instant } from '../core/kernel/clock.ts';
import type { Log } from '../core/kernel/log.ts';
import type { LocalDate, LocalTime } from '../core/kernel/uk-time.ts';
import type { AgreeOnScreenOutcome } from '../core/pairing/agree-on-screen.ts';
import type { ClaimScreenOutcome } from '../core/pairing/claim-screen.ts';
import type { CompletePairingOutcome } from '../core/pairing/complete-pairing.ts';
import type { Echo, HashAccount, HashEcho, SealIds } from '../core/pairing/echo.ts';
import type { HushOutcome } from '../core/pairing/hush-echo.ts';
import type { KeepLeftOff } from '../core/pairing/left-off.ts';
import type { AskingEcho } from '../core/pairing/pairing-code.ts';
import type { UnpairEchoOutcome } from '../core/pairing/unpair-echo.ts';
import type { WithdrawConsentOutcome } from '../core/people/change-consent.ts';
import type { ChangeMannerOutcome, MannerChange } from '../core/people/change-manner.ts';
import type { ChangeSpeechOutcome, SpeechChange } from '../core/people/change-settings.ts';
import type { Council } from '../core/people/council.ts';
import type { Resident } from '../core/people/resident.ts';
import type { Sign } from '../core/people/sign-of-life.ts';
import type { SwitchScreenOutcome } from '../core/people/switch-screen.ts';
import type { ChangeReminderOutcome, OneReminder } from '../core/reminders/change-reminder.ts';
import type { EchoAccess } from '../core/reminders/echo-reminders.ts';
import type { HearSkillEvent } from '../core/reminders/hear-skill-event.ts';
import type { MirrorKey } from '../core/reminders/mirror.ts';
import type { PlaceOutcome } from '../core/reminders/place-reminder.ts';
import type { CopyWords } from '../core/reminders/placement.ts';
import type { KnownReminders, ReplyOutcome } from '../core/reminders/reply-to-reminder.ts';
import type { ReadResidentPage } from '../core/reminders/resident-page.ts';
import type { ForResident, SetReminderOutcome, WantedReminder } from '../core/reminders/set-reminder.ts';
import type { HeardFrom } from '../core/safeguarding/note-for-duty.ts';
import type { SafetyClass } from '../core/safeguarding/safety-class.ts';
import type { DutyQueue } from '../core/safeguarding/safety-mode.ts';
import type { Question } from '../render/question.ts';
import type { Asked as AskedWords } from '../render/render-question.ts';
import type { OutcomeKind, SpokenOutcome } from '../render/spoken-outcome.ts';
import type { Telling } from '../render/telling.ts';
import type { Voice } from '../render/voice.ts';
import type { Family } from './families.ts';
import type { IntentName } from './intents.ts';

/** What one turn came to, for whoever invokes the skill in the same process; it never goes to Amazon or into the log. */
export type TurnTold = {
  readonly kind: OutcomeKind;
  readonly family: Family;
  readonly intent: IntentName | undefined;
  readonly safety: SafetyClass | undefined;
};

/** The words of the skill. */
export type Render = {
  readonly outcome: (outcome: SpokenOutcome, voice: Voice) => Promise<Telling>;
  readonly question: (question: Question, voice: Voice) => AskedWords;
};

/** A Screen whose pairing a Home has claimed. */
type OnScreen = { readonly council: string; readonly homeId: string; readonly screenHash: string };

/** The use cases that a conversation calls, each given its stores already. */
export type SkillUseCases = {
  readonly changeSpeech: (request: {
    readonly council: string;
    readonly residentId: string;
    readonly change: SpeechChange;
    readonly by: Actor;
  }) => Promise<ChangeSpeechOutcome>;
  readonly changeManner: (request: {
    readonly council: string;
    readonly residentId: string;
    readonly change: MannerChange;
    readonly by: Actor;
  }) => Promise<ChangeMannerOutcome>;
  readonly replyDone: (known: KnownReminders, time: LocalTime | undefined, by: 'voice') => Promise<ReplyOutcome>;
  readonly replyNotYet: (known: KnownReminders, time: LocalTime | undefined) => Promise<ReplyOutcome>;
  readonly acknowledge: (key: DeliveryKey, reply: 'heard', by: 'voice') => Promise<AcknowledgeOutcome>;
  readonly markReadOut: (keys: readonly DeliveryKey[]) => Promise<void>;
  readonly markSpoken: (keys: readonly DeliveryKey[]) => Promise<void>;
  readonly askCallBack: (request: {
    readonly council: Council;
    readonly residentId: string;
    readonly subject?: CareSubject;
    readonly origin: CallBackOrigin;
    readonly by: Actor;
  }) => Promise<AskCallBackOutcome>;
  readonly binDays: (council: string, homeId: string, today: LocalDate) => Promise<BinDaysOutcome>;
  readonly findAnswer: (council: string, question: CareQuestion, today: LocalDate) => Promise<FindAnswerOutcome>;
  readonly listingOf: (council: string, id: string) => Promise<Listing | undefined>;
  readonly completePairing: (request: {
    readonly council: string;
    readonly code: string;
    readonly echo: AskingEcho;
  }) => Promise<CompletePairingOutcome>;
  /** Whether a set-up visit of the council is open, so that an Echo may ask for a code. */
  readonly isCodeExpected: (council: string) => Promise<boolean>;
  /** Counts a number that nobody needs, and says so; undefined while a set-up visit is open. */
  readonly turnAwayCode: (council: string) => Promise<CompletePairingOutcome | undefined>;
  readonly unpairEcho: (request: {
    readonly council: string;
    readonly hash: string;
    readonly by: Actor;
  }) => Promise<UnpairEchoOutcome>;
  readonly withdrawConsent: (request: {
    readonly council: string;
    readonly residentId: string;
  }) => Promise<WithdrawConsentOutcome>;
  readonly askToBeForgotten: (request: { readonly council: string; readonly residentId: string }) => Promise<unknown>;
  readonly noteSign: (council: string, homeId: string, sign: Sign, at: Instant) => Promise<void>;
  readonly claimScreen: (request: {
    readonly council: string;
    readonly homeId: string;
    readonly code: string;
    readonly by: Actor;
  }) => Promise<ClaimScreenOutcome>;
  readonly agreeOnWords: (request: OnScreen & { readonly by: Actor }) => Promise<AgreeOnScreenOutcome>;
  readonly setReminder: (request: ForResident, wanted: WantedReminder) => Promise<SetReminderOutcome>;
  readonly changeReminder: (request: OneReminder, wanted: WantedReminder) => Promise<ChangeReminderOutcome>;
  readonly cancelReminder: (request: OneReminder) => Promise<ChangeReminderOutcome>;
  readonly keepLeftOff: KeepLeftOff;
  readonly hushEcho: (request: {
    readonly council: string;
    readonly hash: string;
    readonly hush: boolean;
  }) => Promise<HushOutcome>;
  readonly countSafety: (council: string, safety: SafetyClass) => Promise<void>;
  /** The duty that safety words are passed on to, if the council chose one. */
  readonly readDuty: (council: string) => Promise<DutyQueue | undefined>;
  readonly noteForDuty: (council: Council, duty: DutyQueue, from: HeardFrom, safety: SafetyClass) => Promise<unknown>;
  readonly refuseScreen: (request: OnScreen) => Promise<unknown>;
  readonly switchScreen: (request: {
    readonly council: string;
    readonly residentId: string;
    readonly on: boolean;
    readonly by: Actor;
  }) => Promise<SwitchScreenOutcome>;
};

/** Copies of Reminders on the Echo that somebody talks to, and routines. */
export type PlacingUseCases = {
  readonly place: (
    key: MirrorKey & { readonly reminderId: string },
    echo: Echo,
    access: EchoAccess,
  ) => Promise<PlaceOutcome>;
  readonly decline: (key: MirrorKey, what: string, why?: 'said-no' | 'no-permission') => Promise<void>;
  readonly acceptRoutine: (key: MirrorKey, echo: Echo, time: LocalTime) => Promise<void>;
  readonly acceptWords: (key: MirrorKey) => Promise<void>;
  readonly seeRoutine: (key: MirrorKey, echo: Echo, time: LocalTime) => Promise<void>;
  readonly noteTold: (key: MirrorKey, reminderIds: readonly string[]) => Promise<void>;
  readonly words: CopyWords;
  readonly hashAccount: HashAccount;
  readonly noteAccount: (council: string, hash: string, account: string) => Promise<void>;
  readonly hearEvent: HearSkillEvent;
};

/** What the turns that are ready at once call; whatever else a conversation may call comes with the features that call it. */
type AtOnce =
  | 'replyDone'
  | 'replyNotYet'
  | 'markReadOut'
  | 'markSpoken'
  | 'isCodeExpected'
  | 'noteSign'
  | 'keepLeftOff';
type PlacingAtOnce = 'words' | 'noteTold' | 'hashAccount' | 'noteAccount' | 'hearEvent';

/** What every turn of one council's skill is given. The reads of a turn are `readEcho` and then one of the other two. */
export type TurnNeeds = Pick<SkillUseCases, AtOnce> & {
  readonly skillId: string;
  readonly council: string;
  readonly councilOf: (id: string) => Promise<Council>;
  /** A strong read: an Echo that was unpaired says nothing personal any more. */
  readonly readEcho: (council: string, hash: string) => Promise<Echo | undefined>;
  readonly readResident: (council: string, id: string) => Promise<Resident | undefined>;
  readonly readPage: ReadResidentPage;
  readonly hashEcho: HashEcho;
  readonly sealIds: SealIds;
  readonly clock: Clock;
  readonly log: Log;
  readonly render: Render;
  /** Absent: nothing is placed on Echos, and what Alexa tells of accounts is passed over. */
  readonly placing?: Pick<PlacingUseCases, PlacingAtOnce>;
  readonly onOutcome?: (told: TurnTold) => void;
};

/** Everything the skill of one council is given. */
export type SkillNeeds = SkillUseCases & Omit<TurnNeeds, 'placing'> & { readonly placing?: PlacingUseCases };
