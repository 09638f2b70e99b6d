import { binDaysOfHome } from '../bin-days/bin-days-of-home.ts';
import type { BinDay, BinRoundsStore } from '../bin-days/bin-rounds.ts';
import { addDays, dateOf, type LocalDateTime, timeOf } from '../kernel/uk-time.ts';
import { unlessUnreadable } from '../kernel/unreadable.ts';
import type { Homes } from '../people/people.ts';
import type { Reminder } from './reminder.ts';

export type BinNeeds = { readonly homes: Pick<Homes, 'ofId'>; readonly binRounds: Pick<BinRoundsStore, 'ofCouncil'> };

/**
 * A Reminder for the bins that comes every day is "the evening before each bin day": where the round of the Home is known, nothing is told on
 * the other days. One on chosen days is told on them whatever the round says: somebody chose them.
 */
export const followsBinDays = ({ label, recurrence }: Pick<Reminder, 'label' | 'recurrence'>): boolean =>
  label === 'bins' && recurrence.kind === 'daily';

/** Before noon the bins of the day are meant, later those of the next. */
const dayMeantAt = (local: LocalDateTime): string =>
  timeOf(local) < '12:00' ? dateOf(local) : addDays(dateOf(local), 1);

/**
 * Which bins a Reminder for the bins is about, at the UK wall time of an occurrence. `none`: nothing is collected then. `not-known`: no round is
 * known for this Home, nobody can read it, or the Reminder is for something else.
 */
export const binsOutAt =
  (needs: BinNeeds) =>
  async (
    { council, label }: Pick<Reminder, 'council' | 'label'>,
    homeId: string,
    local: LocalDateTime,
  ): Promise<BinDay | 'none' | 'not-known'> => {
    if (label !== 'bins') return 'not-known';
    const day = dayMeantAt(local);
    const found = await unlessUnreadable(binDaysOfHome(needs)(council, homeId, day, 1), () => ({
      kind: 'round-not-known' as const,
    }));
    if (found.kind === 'round-not-known') return 'not-known';
    const [next] = found.days;
    return next?.on === day ? next : 'none';
  };
