import type { AuditTrail } from '../core/audit/audit-trail.ts';
import type { CallBacks } from '../core/call-backs/call-backs.ts';
import type { Announcement } from '../core/delivery/announcement.ts';
import type { Wording } from '../core/delivery/wording.ts';
import type { Diaries } from '../core/diary/diaries.ts';
import type { Clock } from '../core/kernel/clock.ts';
import type { Log } from '../core/kernel/log.ts';
import type { Echos, PairingCodes, PairingSecrets } from '../core/pairing/pairing.ts';
import type { Council } from '../core/people/council.ts';
import type { Carers, Homes, Officers, Residents } from '../core/people/people.ts';
import type { Reminders } from '../core/reminders/reminders.ts';
import type { ReadResidentPage } from '../core/reminders/resident-page.ts';
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
  readonly residents: Residents;
  readonly homes: Homes;
  readonly carers: Carers;
  readonly officers: Officers;
  readonly echos: Echos;
  readonly pairingCodes: PairingCodes;
  readonly pairingSecrets: PairingSecrets;
  readonly reminders: Reminders;
  readonly diaries: Diaries;
  readonly callBacks: CallBacks;
  readonly audit: AuditTrail;
  readonly readPage: ReadResidentPage;
  /** What an Echo says, for the preview of a Reminder. */
  readonly wording: Wording;
  readonly announce: (announcement: Announcement) => Promise<unknown>;
};
