import type { Delivery } from '../delivery/delivery.ts';
import type { DiaryOfResident } from '../diary/who-is-coming.ts';
import type { LocalDate } from '../kernel/uk-time.ts';
import type { LeftOff } from '../pairing/left-off.ts';
import type { Resident } from '../people/resident.ts';
import type { Mirror } from './mirror.ts';
import type { Reminder } from './reminder.ts';

/** The diary is read this many days ahead, and Deliveries this many days back. */
export const DIARY_DAYS_READ = 14;
export const DELIVERY_DAYS_READ = 7;

/**
 * Everything one turn of speech needs of a Resident, read in one wave: the person, the Reminders (not cancelled), the Diary
 * from `today` for 14 days, and the Deliveries of the last 7 days and of tomorrow, each in order of time.
 */
export type ResidentPage = {
  readonly resident: Resident;
  readonly reminders: readonly Reminder[];
  readonly diary: DiaryOfResident;
  readonly deliveries: readonly Delivery[];
  /** What Bellbird keeps on the Resident's Echos; undefined while nothing was ever asked or placed. */
  readonly mirror?: Mirror;
  /** Where conversations broke off, one for each Echo. */
  readonly leftOff?: readonly LeftOff[];
};

/** Three requests at once, whatever the Resident's history. Undefined: no such Resident. */
export type ReadResidentPage = (
  council: string,
  residentId: string,
  today: LocalDate,
) => Promise<ResidentPage | undefined>;
