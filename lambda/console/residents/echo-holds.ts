import type { Echo } from '../../core/pairing/echo.ts';
import { anchorTimes } from '../../core/reminders/mirror.ts';
import type { Placement } from '../../core/reminders/placement.ts';
import type { HeldByEcho } from '../../core/set-up/echo-ability.ts';
import { placementSeen } from './placement-words.ts';
import type { Seen } from './with-resident.ts';

const RINGS_THERE: readonly Placement['kind'][] = ['on-the-echo', 'moved-at-echo', 'may-ring-as-before'];

/** What a Resident's own Echos hold: the routines that start Bellbird, the Reminders that ring there, and those that wait for a yes. */
export const echoHolds = (seen: Pick<Seen, 'page' | 'resident' | 'now'>, echos: readonly Echo[]): HeldByEcho => {
  const { page, now } = seen;
  const kinds = page.reminders.map((reminder) => placementSeen(reminder, seen, echos).kind);
  return {
    anchors: page.mirror === undefined ? [] : anchorTimes(page.mirror, now),
    placed: kinds.filter((kind) => RINGS_THERE.includes(kind)).length,
    unplaced: kinds.filter((kind) => kind === 'waits-for-yes' || kind === 'not-placed').length,
  };
};
