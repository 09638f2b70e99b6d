import type { AcknowledgeOutcome } from '../core/delivery/acknowledge.ts';
import type { DeliveryKey } from '../core/delivery/delivery.ts';
import type { Stands } from '../core/delivery/stands.ts';
import type { Clock } from '../core/kernel/clock.ts';
import type { Log } from '../core/kernel/log.ts';
import type { AgreeOnScreenOutcome } from '../core/pairing/agree-on-screen.ts';
import type { Echos } from '../core/pairing/pairing.ts';
import type { HashScreen } from '../core/pairing/screen.ts';
import type { ScreenPairings, Screens } from '../core/pairing/screen-pairing.ts';
import type { ShowScreenCodeOutcome } from '../core/pairing/show-screen-code.ts';
import type { Council } from '../core/people/council.ts';
import type { Homes } from '../core/people/people.ts';
import type { HomeSigns } from '../core/people/sign-of-life.ts';
import type { ReadResidentPage } from '../core/reminders/resident-page.ts';

/** What only this door's secrets can tell: a token nobody guesses, and keyed hashes of it and of what is shown. */
export type ScreenSecrets = {
  readonly newToken: () => string;
  readonly hashScreen: HashScreen;
  /** The name of a Card on the page: it says nothing of whose it is. */
  readonly hashCard: (key: DeliveryKey) => string;
};

type OfScreen = { readonly council: string; readonly screenHash: string };

/** Everything the door of the Screens is given. */
export type ScreenNeeds = {
  /** Its public origin (`https://screen.example`) and the path it stands under (`/screen`). */
  readonly origin: string;
  readonly base: string;
  readonly council: string;
  /** Who may frame the page: nobody, or pages of the same origin. */
  readonly framing: 'none' | 'self';
  /** A page asks again after so many milliseconds after a Card came or while it is being paired; after `idle` at the latest. */
  readonly every: number;
  readonly idle: number;
  readonly clock: Clock;
  /** Real time, for measured milliseconds. */
  readonly realNow: Clock;
  readonly log: Log;
  readonly secrets: ScreenSecrets;
  readonly councilOf: (council: string) => Promise<Council>;
  readonly screens: Screens;
  readonly screenPairings: ScreenPairings;
  readonly homes: Homes;
  readonly echos: Echos;
  readonly readPage: ReadResidentPage;
  readonly stands: Stands;
  readonly showCode: (request: OfScreen) => Promise<ShowScreenCodeOutcome>;
  readonly agreeOnScreen: (request: OfScreen) => Promise<AgreeOnScreenOutcome>;
  readonly noteSign: HomeSigns['note'];
  readonly markShown: (key: DeliveryKey) => Promise<void>;
  readonly acknowledge: (key: DeliveryKey, reply: 'done' | 'heard', by: 'screen') => Promise<AcknowledgeOutcome>;
};
