import type { Diaries } from '../../../lambda/core/diary/diaries.ts';
import { addDays, dateOf, type LocalDate } from '../../../lambda/core/kernel/uk-time.ts';
import { diaryOfDays, lastPlannedDay, planOf } from './build-diary.ts';
import type { DemoResident } from './demo-home.ts';
import { DEMO_HOMES } from './demo-homes.ts';
import { HARBOUR } from './harbour-county-council.ts';
import { inWaves } from './in-waves.ts';

export type TopUpOutcome =
  | { readonly kind: 'topped-up'; readonly entries: number }
  | { readonly kind: 'nothing-missing' };

/** The first day of the coming week that the Resident's plan does not cover. */
const firstMissing = async (diaries: Diaries, row: DemoResident, today: LocalDate): Promise<LocalDate> => {
  const plan = await diaries.planOf(HARBOUR, row.id);
  const next = plan === undefined ? today : addDays(dateOf(plan.coversUntil), 1);
  return next > today ? next : today;
};

const topUpResident = async (diaries: Diaries, row: DemoResident, today: LocalDate): Promise<number> => {
  const plan = planOf(row, today);
  if (plan === undefined) return 0;
  const from = await firstMissing(diaries, row, today);
  if (from > lastPlannedDay(today)) return 0;
  const entries = diaryOfDays(row, from, lastPlannedDay(today), today);
  for (const entry of entries) await diaries.save({ value: entry, version: 0 });
  await diaries.savePlan(plan); // last: a run that stops before it is simply done again
  return entries.length;
};

/**
 * Plans the days of the coming week that are not planned yet, as the care agency would by sending a new plan: those days
 * only, each the same as ever. What stands is left alone. Where nobody sends a plan, none is made. `today` is UK wall time.
 */
export const topUp = async (
  needs: { readonly diaries: Diaries },
  { today }: { readonly today: LocalDate },
): Promise<TopUpOutcome> => {
  let entries = 0;
  await inWaves(
    DEMO_HOMES.flatMap((home) => home.residents),
    async (row) => {
      const added = await topUpResident(needs.diaries, row, today);
      entries += added;
    },
  );
  return entries === 0 ? { kind: 'nothing-missing' } : { kind: 'topped-up', entries };
};
