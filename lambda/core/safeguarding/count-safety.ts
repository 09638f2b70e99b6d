import type { Clock } from '../kernel/clock.ts';
import { type LocalMonth, localDate, monthOf } from '../kernel/uk-time.ts';
import type { SafetyClass } from './safety-class.ts';

/** How often a class of safety words was said in a council in one month. A row holds nothing about a person, a Home or a day. */
export type SafetyCounts = {
  readonly count: (council: string, month: LocalMonth, safety: SafetyClass) => Promise<void>;
  readonly ofMonth: (council: string, month: LocalMonth) => Promise<Readonly<Record<SafetyClass, number>>>;
};

/** Counts that fixed words of a class were said: the class and the month, and nothing by which anybody could be found. */
export const countSafety =
  (needs: { readonly counts: SafetyCounts; readonly clock: Clock }) =>
  (council: string, safety: SafetyClass): Promise<void> =>
    needs.counts.count(council, monthOf(localDate(needs.clock())), safety);
