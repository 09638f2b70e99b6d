import type { Acted } from '../audit/act.ts';
import { addDays, daysBetween, type LocalDate } from '../kernel/uk-time.ts';
import type { Saved, Versioned } from '../kernel/version.ts';

/** What a bin is for. */
export const BIN_KINDS = ['rubbish', 'recycling', 'garden', 'food', 'glass', 'paper'] as const;
export type BinKind = (typeof BIN_KINDS)[number];

/** How a bin is known at the door. */
export const BIN_COLOURS = [
  'black',
  'grey',
  'green',
  'blue',
  'brown',
  'purple',
  'red',
  'orange',
  'yellow',
  'white',
] as const;
export type BinColour = (typeof BIN_COLOURS)[number];

export type Bin = { readonly kind: BinKind; readonly colour: BinColour };

/** One bin of one round: first collected on a day, and again every so many weeks. */
export type Collection = Bin & { readonly round: string; readonly first: LocalDate; readonly everyWeeks: number };

/** A day on which nothing is collected, as at Christmas, and the day on which it is made up for. */
export type MovedDay = { readonly from: LocalDate; readonly to: LocalDate };

/** All rounds of a council, in one row: what is collected where, and the days that are moved for everybody. */
export type BinRounds = Acted & {
  readonly council: string;
  readonly collections: readonly Collection[];
  readonly moved: readonly MovedDay[];
};

/** The rounds of each council. A strong read; `save` writes over what was read at that version, and nothing else. */
export type BinRoundsStore = {
  readonly ofCouncil: (council: string) => Promise<Versioned<BinRounds> | undefined>;
  readonly save: (rounds: Versioned<BinRounds>) => Promise<Saved>;
};

type Rounds = Pick<BinRounds, 'collections' | 'moved'>;

/** The names of the rounds, each once, in the order in which the council wrote them. */
export const roundsIn = ({ collections }: Pick<BinRounds, 'collections'>): readonly string[] => [
  ...new Set(collections.map(({ round }) => round)),
];

const isPlanned = ({ first, everyWeeks }: Collection, date: LocalDate): boolean => {
  const days = daysBetween(first, date);
  return days >= 0 && days % (7 * everyWeeks) === 0;
};

/** Which bins of a round are collected on a day: as planned, and as made up for, but not what was moved away from it. */
export const binsOn = ({ collections, moved }: Rounds, round: string, date: LocalDate): readonly Bin[] => {
  const isMovedAway = moved.some(({ from }) => from === date);
  const days = [...(isMovedAway ? [] : [date]), ...moved.filter(({ to }) => to === date).map(({ from }) => from)];
  return collections
    .filter((one) => one.round === round && days.some((day) => isPlanned(one, day)))
    .map(({ kind, colour }) => ({ kind, colour }));
};

export type BinDay = { readonly on: LocalDate; readonly bins: readonly [Bin, ...Bin[]] };

/** Longer than any round takes to come again, even when it was moved. */
const LOOKED_AHEAD = 70;

/** The coming bin days of a round from a day on, that day included, at most so many. */
export const nextBinDays = (rounds: Rounds, round: string, from: LocalDate, most: number): readonly BinDay[] => {
  const found: BinDay[] = [];
  for (let day = 0; day < LOOKED_AHEAD && found.length < most; day += 1) {
    const on = addDays(from, day);
    const [first, ...others] = binsOn(rounds, round, on);
    if (first !== undefined) found.push({ on, bins: [first, ...others] });
  }
  return found;
};
