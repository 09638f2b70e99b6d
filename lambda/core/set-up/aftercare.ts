import { daysBetween, type LocalDate, localDate } from '../kernel/uk-time.ts';
import { isQuiet, type SignsOfLife } from '../people/sign-of-life.ts';
import { openedOn, type SetUpVisit } from './set-up-visit.ts';

/** A Home is looked at from the third day after its visit; what still stands on the list at the fourteenth is worth going back for. */
const LOOKED_AT_AFTER = 3;
/** A Home is on the list for this many days after its visit. */
export const ON_LIST_FOR = 28;

/**
 * What is wrong after a visit. `not-finished`: it was left and never gone on with; `never-used`: nobody has asked anything since;
 * `not-placed`: Reminders wait for a yes at the Echo; `no-sign-of-life`: nothing at all has come from the Home for three days.
 */
export type AftercareProblem = 'not-finished' | 'never-used' | 'not-placed' | 'no-sign-of-life';

export type Aftercare = { readonly days: number; readonly problems: readonly AftercareProblem[] };

/** How a Home does `days` after its visit, or undefined: too early to say, or long ago. An empty list: it does well. */
export const aftercareOf = (
  visit: SetUpVisit,
  found: { readonly signs: SignsOfLife; readonly unplaced: number },
  today: LocalDate,
): Aftercare | undefined => {
  const { finishedAt } = visit;
  const since = finishedAt === undefined ? openedOn(visit) : localDate(finishedAt);
  const days = daysBetween(since, today);
  if (days < LOOKED_AT_AFTER || days > ON_LIST_FOR) return undefined;
  if (finishedAt === undefined) return { days, problems: ['not-finished'] };
  const problems: readonly (AftercareProblem | false)[] = [
    Math.max(found.signs.asked ?? 0, found.signs.opened ?? 0) <= finishedAt && 'never-used',
    found.unplaced > 0 && 'not-placed',
    isQuiet(found.signs, today) && 'no-sign-of-life',
  ];
  return { days, problems: problems.filter((problem) => problem !== false) };
};
