import type { Delivery, DeliveryState } from '../../../lambda/core/delivery/delivery.ts';
import type { Handling } from '../../../lambda/core/delivery/handling.ts';
import { HOUR, type Instant, MINUTE, SECOND } from '../../../lambda/core/kernel/clock.ts';
import { localTime } from '../../../lambda/core/kernel/uk-time.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import type { Reminder } from '../../../lambda/core/reminders/reminder.ts';

/**
 * The rules by which a run is judged, written a second time and shorter, so that a rule taken out of the production code is
 * missed here and not there as well.
 */

/** A call may start this long after the world has changed: two seconds for the last check, two to the socket, and the steps between. */
export const CHECK_HOLDS = 4_100;
/** A process asks the switch of sending at most once in this time. */
export const SWITCH_HOLDS = SECOND;
/** Clocks that are trusted are off by less than this. */
export const SKEW = 2 * SECOND;

export const HOLDS_ON_UNKNOWN: readonly Handling[] = ['routine', 'notice', 'social'];

const SPOKEN_UP_TO: Readonly<Record<Handling, number>> = {
  urgent: Infinity,
  routine: 30 * MINUTE,
  appointment: Infinity,
  notice: Infinity,
  social: HOUR,
};

/** The last instant at which it may be told. */
export const tellableUntil = ({ handling, dueAt, expiresAt }: Delivery): Instant =>
  Math.min(expiresAt, dueAt + SPOKEN_UP_TO[handling]);

export const mayBeTold = ({ presence, consent }: Resident): boolean =>
  presence.kind === 'home' && consent.state === 'given';

const isWithin = (time: string, from: string, to: string): boolean =>
  from <= to ? from <= time && time < to : from <= time || time < to;

export const isQuietFor = ({ handling, due }: Delivery, { settings }: Resident, at: Instant): boolean => {
  const quiet = settings.quietHours;
  if (quiet === undefined || handling === 'urgent') return false;
  if (handling === 'routine' && isWithin(due.slice(11, 16), quiet.from, quiet.to)) return false;
  return isWithin(localTime(at), quiet.from, quiet.to);
};

const RANK: Readonly<Record<string, number>> = {
  waiting: 0,
  held: 1,
  claimed: 2,
  uncertain: 3,
  sent: 4,
  shown: 5,
  spoken: 6,
  acknowledged: 7,
};

export const isOpen = (state: DeliveryState): boolean => state === 'waiting' || state === 'held' || state === 'claimed';
export const isClosedState = (state: DeliveryState): boolean => RANK[state] === undefined;

/** Whether a state may follow on another (promise G2). */
export const mayFollow = (from: DeliveryState, to: DeliveryState): boolean => {
  if (from === to) return true;
  if (from === 'missed' || from === 'unreachable') return to === 'acknowledged';
  if (isClosedState(from) || from === 'acknowledged') return false;
  return isClosedState(to) || (RANK[to] ?? 0) >= (RANK[from] ?? 0);
};

/** Whether a Reminder wants this occurrence told. */
export const includesOccurrence = ({ state, recurrence }: Reminder, local: string): boolean => {
  if (state !== 'on') return false;
  if (recurrence.kind === 'once') return recurrence.at === local;
  if (recurrence.kind !== 'daily') return false;
  return local.slice(11) === recurrence.time && local.slice(0, 10) >= recurrence.from;
};

/** After a homecoming a person has to see to a Reminder before it is told again. */
export const isSeenTo = ({ lastAct }: Reminder, { presence }: Resident): boolean =>
  presence.kind !== 'home' || presence.cameHomeAt === undefined || lastAct.at > presence.cameHomeAt;
