import type { BinRounds } from '../../../lambda/core/bin-days/bin-rounds.ts';
import { FIRST_ACT } from './people.ts';

/** Recycling and food on one Thursday, rubbish on the other; the Thursday of Christmas Eve is made up for on the Monday after. */
export const saltmereRounds = (more: Partial<BinRounds> = {}): BinRounds => ({
  council: 'harbour',
  collections: [
    { round: 'Saltmere A', kind: 'recycling', colour: 'green', first: '2026-11-26', everyWeeks: 2 },
    { round: 'Saltmere A', kind: 'food', colour: 'brown', first: '2026-11-26', everyWeeks: 2 },
    { round: 'Saltmere A', kind: 'rubbish', colour: 'black', first: '2026-12-03', everyWeeks: 2 },
    { round: 'Port Haven', kind: 'rubbish', colour: 'grey', first: '2026-11-24', everyWeeks: 1 },
  ],
  moved: [{ from: '2026-12-24', to: '2026-12-28' }],
  lastAct: FIRST_ACT,
  ...more,
});
