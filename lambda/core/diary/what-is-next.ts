import type { Instant } from '../kernel/clock.ts';
import { addDays, dateOf, localDate, localDateTime } from '../kernel/uk-time.ts';
import { type DiaryEntry, endOf, isPlanned } from './diary-entry.ts';
import { ageOf, type DiaryOfResident } from './who-is-coming.ts';

/** The entry of the Diary that comes next, today or tomorrow. */
export type NextInDiary = { readonly entry: DiaryEntry; readonly day: 'today' | 'tomorrow' };

/**
 * What is next today or tomorrow: the first planned entry that has not ended. A Visit from a plan that is older than the
 * council's limit is left out, because a Screen has no room to say how old it is. Undefined never means "nobody comes".
 */
export const whatIsNext = (
  diary: DiaryOfResident,
  { now, freshForMinutes }: { readonly now: Instant; readonly freshForMinutes: number },
): NextInDiary | undefined => {
  const nowLocal = localDateTime(now);
  const today = localDate(now);
  const isFresh = ageOf(diary.plan, now, freshForMinutes) === undefined;
  const entry = diary.entries
    .filter(isPlanned)
    .filter((each) => endOf(each) >= nowLocal && (each.kind === 'appointment' || isFresh))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .find((each) => dateOf(each.at) <= addDays(today, 1));
  if (entry === undefined) return undefined;
  return { entry, day: dateOf(entry.at) <= today ? 'today' : 'tomorrow' };
};
