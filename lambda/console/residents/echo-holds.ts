import { EMPTY_ECHO, type HeldByEcho } from '../../core/set-up/echo-ability.ts';
import type { Seen } from './with-resident.ts';

/** What a Resident's own Echo holds. Every Reminder that is on waits for its yes there: none is placed by this version. */
export const echoHolds = ({ page }: Pick<Seen, 'page'>): HeldByEcho => ({
  ...EMPTY_ECHO,
  unplaced: page.reminders.filter(({ state, next }) => state === 'on' && next !== undefined).length,
});
