import type { BinRounds } from '../../../lambda/core/bin-days/bin-rounds.ts';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { addDays, type LocalDate, type Weekday, weekdayOf } from '../../../lambda/core/kernel/uk-time.ts';
import { HARBOUR } from './harbour-county-council.ts';
import { seedAct } from './seed-act.ts';

/** On which weekday the lorries come to each area. */
const DAYS = {
  'gannet-bay': 5,
  lanternham: 3,
  'port-haven': 2,
  saltmere: 4,
  'upper-tidewell': 2,
  wrackford: 4,
} as const satisfies Record<string, Weekday>;

const firstDay = (start: LocalDate, weekday: Weekday): LocalDate =>
  addDays(start, (weekday - weekdayOf(start) + 7) % 7);

/** One round for each area, named like it: rubbish and recycling a week each in turn, food waste every week. */
export const demoBinRounds = (start: LocalDate, begins: Instant): BinRounds => ({
  council: HARBOUR,
  collections: Object.entries(DAYS).flatMap(([round, weekday]) => {
    const first = firstDay(start, weekday);
    return [
      { round, kind: 'recycling', colour: 'green', first, everyWeeks: 2 },
      { round, kind: 'rubbish', colour: 'black', first: addDays(first, 7), everyWeeks: 2 },
      { round, kind: 'food', colour: 'brown', first, everyWeeks: 1 },
    ] as const;
  }),
  moved: [],
  lastAct: seedAct(begins),
});
