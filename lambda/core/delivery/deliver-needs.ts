import type { Clock, Instant } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import type { Log } from '../kernel/log.ts';
import type { Echo } from '../pairing/echo.ts';
import type { Resident } from '../people/resident.ts';
import type { ReadSource } from './announcement.ts';
import type { Bell } from './bell.ts';
import type { Channels } from './channel.ts';
import type { TellRung } from './climb.ts';
import type { Deliveries } from './deliveries.ts';
import type { DeliveryKey } from './delivery.ts';
import type { Handling } from './handling.ts';
import type { Pace } from './pace.ts';
import type { RingsItself } from './rings-itself.ts';
import type { Wording } from './wording.ts';

/** A Resident, read strongly, with the Echos of the Home. */
export type Reach = (
  council: string,
  residentId: string,
) => Promise<{ readonly resident: Resident; readonly echos: readonly Echo[] } | undefined>;

/** What `deliver` is given. `clockSkew` is how far this machine's clock is from the table's, in milliseconds; undefined when not known. */
export type DeliverNeeds = {
  readonly deliveries: Deliveries;
  /** Whether what is handled like this may be sent now, or is held back by a switch (D52). Asked when planning and right before each call. */
  readonly maySend: (handling: Handling) => Promise<boolean>;
  /** Counts a look that threw and moves the row on (see the due index); `closed` at the fifth. */
  readonly setBack: (key: DeliveryKey, now: Instant) => Promise<'set-back' | 'closed' | 'gone'>;
  readonly readSource: ReadSource;
  readonly reach: Reach;
  /** Absent: no Echo of this council tells anything by itself. */
  readonly ringsItself?: RingsItself;
  readonly channels: Channels;
  readonly pace: Pace;
  readonly wording: Wording;
  readonly tellRung: TellRung;
  readonly bell: Bell;
  readonly clock: Clock;
  readonly clockSkew: () => Promise<number | undefined>;
  readonly newId: NewId;
  readonly log: Log;
};
