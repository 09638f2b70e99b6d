import { type NextToPlace, nextToPlace, placementOf } from '../core/reminders/placement.ts';
import type { Reminder } from '../core/reminders/reminder.ts';
import type { ResidentPage } from '../core/reminders/resident-page.ts';
import { timesOf } from '../core/timetable/recurrence.ts';
import type { TurnNeeds } from './needs.ts';
import type { Pending } from './pending.ts';
import type { PageTurn } from './turn.ts';

/** A conversation asks at most so often about the Echo itself: people opened it for something else. */
const MOST_IN_A_CONVERSATION = 2;

const askedAs = (next: NextToPlace | undefined): Pending | undefined => {
  switch (next?.kind) {
    case undefined:
      return undefined;
    case 'copy':
      return { kind: 'place-it', reminderId: next.reminder.id, rule: next.copy.rule };
    case 'routine':
      return { kind: 'offer-routine', time: next.time };
    case 'words':
      return { kind: 'offer-words' };
  }
};

type Placing = Pick<TurnNeeds, 'placing'>;

const placingAmong = (
  { placing }: Placing,
  { asked, echo, resident, now }: PageTurn,
  { mirror }: ResidentPage,
  reminders: readonly Reminder[],
): Pending | undefined =>
  placing === undefined || asked.session.placed >= MOST_IN_A_CONVERSATION
    ? undefined
    : askedAs(nextToPlace({ resident, mirror, now }, echo, reminders, placing.words));

/** What may be asked next about reminders on this Echo, in a conversation that was opened; undefined for nothing. */
export const nextPlacing = (needs: Placing, turn: PageTurn, page: ResidentPage): Pending | undefined =>
  turn.asked.session.opened ? placingAmong(needs, turn, page, page.reminders) : undefined;

/** Whether it is asked just now that this Reminder be told at this Echo by itself: as a copy, or by a routine at its time. */
export const isPlacingOf = (asks: Pending | undefined, { id, recurrence }: Reminder): boolean => {
  if (asks?.kind === 'place-it') return asks.reminderId === id;
  return asks?.kind === 'offer-routine' && recurrence.kind === 'daily' && timesOf(recurrence).includes(asks.time);
};

/**
 * What may be asked about a Reminder that was set by speaking a moment ago, and about nothing else; undefined for nothing. Also of
 * whoever asked in one breath: it is what they are speaking of.
 */
export const placingOf = (
  needs: Placing,
  turn: PageTurn,
  page: ResidentPage,
  reminder: Reminder,
): Pending | undefined => {
  const asks = placingAmong(needs, turn, page, [reminder]);
  return isPlacingOf(asks, reminder) ? asks : undefined;
};

/** Whether an Echo tells this Reminder by itself: a copy of it stands there, also one that is being changed, or a routine starts at its time. */
export const ringsByItself = (
  { placing }: Placing,
  { echo, resident, now }: PageTurn,
  { mirror }: ResidentPage,
  reminder: Reminder,
): boolean => {
  if (placing === undefined) return false;
  const placement = placementOf({ reminder, resident, echos: [echo], mirror, now }, placing.words);
  switch (placement.kind) {
    case 'on-the-echo':
    case 'at-a-routine':
      return true;
    case 'may-ring-as-before':
      return placement.trouble === undefined;
    default:
      return false;
  }
};
