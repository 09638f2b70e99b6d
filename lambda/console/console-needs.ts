import type { Alert } from '../core/alerts/alert.ts';
import type { Alerts, Chunks, Digest, Results } from '../core/alerts/alerts.ts';
import type { Members } from '../core/alerts/audience.ts';
import type { AlertTemplates } from '../core/alerts/template.ts';
import type { Answers, Unanswered } from '../core/answers/find-answer.ts';
import type { AuditTrail } from '../core/audit/audit-trail.ts';
import type { BinRoundsStore } from '../core/bin-days/bin-rounds.ts';
import type { CallBacks } from '../core/call-backs/call-backs.ts';
import type { Announcement } from '../core/delivery/announcement.ts';
import type { Deliveries } from '../core/delivery/deliveries.ts';
import type { ToldLinks, ToldSecrets } from '../core/delivery/told-link.ts';
import type { Wording } from '../core/delivery/wording.ts';
import type { Diaries } from '../core/diary/diaries.ts';
import type { HomeMirrors } from '../core/home-mirror/home-mirror.ts';
import type { Clock } from '../core/kernel/clock.ts';
import type { Log } from '../core/kernel/log.ts';
import type { ManagedProperty } from '../core/pairing/managed-property.ts';
import type { Echos, PairingCodes, PairingSecrets } from '../core/pairing/pairing.ts';
import type { RoomLists } from '../core/pairing/room-list.ts';
import type { ScreenPairings, Screens } from '../core/pairing/screen-pairing.ts';
import type { Council } from '../core/people/council.ts';
import type { Erasures } from '../core/people/erasure.ts';
import type { ForgetRequests } from '../core/people/forget-request.ts';
import type { Officer } from '../core/people/officer.ts';
import type { Carers, Councils, Homes, Officers, Residents } from '../core/people/people.ts';
import type { SendingState, SendingSwitches } from '../core/people/sending.ts';
import type { HomeSigns } from '../core/people/sign-of-life.ts';
import type { Reminders } from '../core/reminders/reminders.ts';
import type { ReadResidentPage } from '../core/reminders/resident-page.ts';
import type { DutyEntries } from '../core/safeguarding/duty-entry.ts';
import type { SafetyModes } from '../core/safeguarding/safety-mode.ts';
import type { SetUpVisits } from '../core/set-up/set-up-visits.ts';
import type { ReleaseDispatchOutcome, WouldBeClosed } from '../core/timetable/restored.ts';
import type { Sessions } from './sign-in/session.ts';
import type { SignIn } from './sign-in/sign-in.ts';

/** Everything the console is given. */
export type ConsoleNeeds = {
  /** Where the console is: its public origin (`https://console.example`) and the path it stands under (`/console`). */
  readonly origin: string;
  readonly base: string;
  /** The council whose console this is; nothing of any other can be reached from it. */
  readonly council: string;
  /** The clock that the heart shares. */
  readonly clock: Clock;
  /** Real time: sessions and measured milliseconds. */
  readonly realNow: Clock;
  /** A secret that nobody can guess: at least 128 random bits, safe in a cookie. */
  readonly newToken: () => string;
  readonly log: Log;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly councilOf: (council: string) => Promise<Council>;
  /** The fence after a restore: the epoch outside the table, the council as it stands now, counting and letting it go on. */
  readonly dispatchEpoch: string;
  readonly councils: Pick<Councils, 'stored'>;
  readonly restored: {
    readonly count: () => Promise<WouldBeClosed>;
    readonly release: (officer: Officer) => Promise<ReleaseDispatchOutcome>;
  };
  /** The switches that hold back sending, and how they stand: read at most once a second. */
  readonly switches: SendingSwitches;
  readonly sending: () => Promise<SendingState>;
  readonly residents: Residents;
  readonly homes: Homes;
  readonly binRounds: BinRoundsStore;
  readonly carers: Carers;
  readonly officers: Officers;
  /** What was decided about forgetting somebody. */
  readonly erasures: Erasures;
  readonly echos: Echos;
  readonly pairingCodes: PairingCodes;
  readonly screens: Screens;
  readonly screenPairings: ScreenPairings;
  readonly pairingSecrets: PairingSecrets;
  /** The Echos that the council manages itself; absent: it manages none. */
  readonly property?: ManagedProperty;
  /** What is kept on the screens of a Home's Echos, and the rooms as they were read last. */
  readonly homeMirrors: Pick<HomeMirrors, 'ofHome'>;
  readonly roomLists: Pick<RoomLists, 'of'>;
  readonly setUpVisits: SetUpVisits;
  readonly homeSigns: HomeSigns;
  readonly toldLinks: ToldLinks;
  /** Under which hash a link to a Carer is kept. */
  readonly hashToldLink: ToldSecrets['hashToken'];
  readonly reminders: Reminders;
  readonly diaries: Diaries;
  readonly callBacks: CallBacks;
  readonly audit: AuditTrail;
  /** What was chosen for safety words, and the list of the duty. */
  readonly safetyModes: SafetyModes;
  readonly forgetRequests: ForgetRequests;
  readonly dutyEntries: DutyEntries;
  readonly readPage: ReadResidentPage;
  /** What an Echo says, for the preview of a Reminder. */
  readonly wording: Wording;
  readonly announce: (announcement: Announcement) => Promise<unknown>;
  readonly answers: Answers;
  readonly unanswered: Unanswered;
  readonly alerts: Alerts;
  readonly chunks: Chunks;
  readonly results: Results;
  readonly members: Members;
  readonly templates: AlertTemplates;
  readonly deliveries: Deliveries;
  readonly digest: Digest;
  /** Rings the bell of an Alert that was just approved, stopped or corrected. */
  readonly ring: (alert: Alert) => Promise<void>;
};
