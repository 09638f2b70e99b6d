import type { BinColour, BinKind } from '../../../core/bin-days/bin-rounds.ts';
import type { BinProblem } from '../../../core/bin-days/read-bin-rounds.ts';

/** The rounds of the council's bin lorries. */
export const bins = {
  title: 'Bin rounds',
  lead: 'Which bins are collected on which days. People are told when they ask, and the evening before if they or their carer chose it.',
  rounds: 'The rounds',
  roundsHint:
    'One line for each bin of each round: name of the round, bin, colour, weekday, first date, every how many weeks (1 to 4). For example: Saltmere A, recycling, green, Thursday, 2026-12-03, 2. You can paste the cells of a spreadsheet.',
  kindsAre: (kinds: string) => `Bins: ${kinds}.`,
  coloursAre: (colours: string) => `Colours: ${colours}.`,
  moved: 'Days that move',
  movedHint: 'One line for each: the usual date, and the date instead. For example: 2026-12-25, 2026-12-28.',
  save: 'Save the rounds',
  saved: 'The rounds are saved. They are told from now on.',
  mayNot: 'You have not been given the right to change the rounds.',
  changedMeanwhile:
    'Somebody else has saved rounds meanwhile. Yours are below. Save them to put them in the place of theirs',
  onLine: (line: number, problem: string) => `Line ${line}: ${problem}`,
  problems: {
    'not-six-columns': 'enter six things with commas between them',
    'round-name': 'enter the name of the round, at most 40 letters',
    'unknown-bin': 'the bin is not one of those named here',
    'unknown-colour': 'the colour is not one of those named here',
    'unknown-weekday': 'enter a weekday, like Thursday',
    'not-a-date': 'enter the first date, like 2026-12-03',
    'another-weekday': 'the first date falls on another weekday',
    weeks: 'enter 1, 2, 3 or 4 weeks',
    'not-two-dates': 'enter two different dates, like 2026-12-25, 2026-12-28',
    'moved-too-far': 'a day moves by two weeks at most',
    'too-many-lines': 'there are too many lines',
  } satisfies Record<BinProblem['problem'], string>,
  ofHome: 'Bin round',
  which: 'Which round is this home on?',
  notKnown: 'It is not known',
  noRounds: 'No rounds are written down yet.',
  choose: 'Save the round',
  chosen: 'The round is saved.',
  coming: 'The next bin days here',
  reminderHint:
    'To be told the evening before, set a reminder about the bins that comes every day. It is told only before a bin day.',
  errors: {
    'no-such-round': 'Choose one of the rounds',
    'changed-meanwhile': 'Somebody else has changed this home meanwhile. Please try again',
  },
  line: (day: string, bins: string) => `${day}: ${bins}`,
  bin: (colour: string, kind: string) => `${colour} (${kind})`,
  kinds: {
    rubbish: 'rubbish',
    recycling: 'recycling',
    garden: 'garden waste',
    food: 'food waste',
    glass: 'glass',
    paper: 'paper',
  } satisfies Record<BinKind, string>,
  colours: {
    black: 'black',
    grey: 'grey',
    green: 'green',
    blue: 'blue',
    brown: 'brown',
    purple: 'purple',
    red: 'red',
    orange: 'orange',
    yellow: 'yellow',
    white: 'white',
  } satisfies Record<BinColour, string>,
};
