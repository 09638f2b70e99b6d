import type { LocalTime } from '../kernel/uk-time.ts';
import type { Echo } from '../pairing/echo.ts';

/** What a Resident's consumer Echo holds of theirs: routines that start Bellbird, and Reminders that ring there by themselves or do not yet. */
export type HeldByEcho = {
  readonly anchors: readonly LocalTime[];
  readonly placed: number;
  readonly unplaced: number;
};

/** What stands in the way, the first first: notifications are off, so that it does not even chime; Reminders wait for a yes there. */
export type EchoLacks = 'notifications' | 'placed-reminders';

/** How an Echo speaks up by itself, or `asked`: it chimes at most, and the words are heard when they are asked for. */
export type EchoAbility = {
  readonly speaksBy: 'managed' | 'anchor' | 'placed' | 'asked';
  readonly at: readonly LocalTime[];
  readonly lacks: readonly EchoLacks[];
};

/** What one Echo can do for one Resident now. A managed one speaks whatever it holds. */
export const echoAbility = (
  { kind, notifications }: Pick<Echo, 'kind' | 'notifications'>,
  { anchors, placed, unplaced }: HeldByEcho,
): EchoAbility => {
  if (kind === 'managed') return { speaksBy: 'managed', at: [], lacks: [] };
  const lacks: readonly (EchoLacks | false)[] = [
    !notifications.on && 'notifications',
    unplaced > 0 && 'placed-reminders',
  ];
  const speaksUnasked = placed > 0 ? 'placed' : 'asked';
  return {
    speaksBy: anchors.length > 0 ? 'anchor' : speaksUnasked,
    at: anchors,
    lacks: lacks.filter((lack) => lack !== false),
  };
};
