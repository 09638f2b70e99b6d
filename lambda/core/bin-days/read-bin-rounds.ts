import { daysBetween, isLocalDate, weekdayOf } from '../kernel/uk-time.ts';
import { BIN_COLOURS, BIN_KINDS, type BinRounds, type Collection, type MovedDay } from './bin-rounds.ts';

/** A row stays far below what the table holds (400 KB), and a page can show it. */
export const MOST_COLLECTIONS = 400;
export const MOST_MOVED = 60;
/** The longest name of a round, in letters. */
export const ROUND_LENGTH = 40;
/** The most weeks between two collections. */
export const MOST_WEEKS = 4;

export const BIN_PROBLEMS = [
  'not-six-columns',
  'round-name',
  'unknown-bin',
  'unknown-colour',
  'unknown-weekday',
  'not-a-date',
  'another-weekday',
  'weeks',
  'not-two-dates',
  'moved-too-far',
  'too-many-lines',
] as const;
export type BinProblem = {
  readonly field: 'rounds' | 'moved';
  readonly line: number;
  readonly problem: (typeof BIN_PROBLEMS)[number];
};

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** So far at most a day is made up for, in days. */
const MOVED_FAR = 14;

type Line = { readonly line: number; readonly columns: readonly string[] };

/** The lines that hold something, with their numbers from 1. A comma or a tab parts columns: a file, or cells copied from a sheet. */
const linesOf = (text: string): readonly Line[] =>
  text
    .split(/\r?\n/)
    .map((one, at) => ({
      line: at + 1,
      columns: one
        .split(one.includes('\t') ? '\t' : ',')
        .map((column) => column.trim().replaceAll(/^"|"$/g, '').trim()),
    }))
    .filter(({ columns }) => columns.some((column) => column !== ''));

const isHeading = ({ line, columns }: Line): boolean => line === 1 && columns[0]?.toLowerCase() === 'round';

const collectionOf = ({ columns }: Line): Collection | BinProblem['problem'] => {
  const [round = '', bin = '', colour = '', weekday = '', first = '', weeks = '', ...more] = columns;
  if (weeks === '' || more.some((one) => one !== '')) return 'not-six-columns';
  if (!/\p{L}|\p{N}/u.test(round) || round.length > ROUND_LENGTH) return 'round-name';
  const kind = BIN_KINDS.find((known) => known === bin.toLowerCase());
  if (kind === undefined) return 'unknown-bin';
  const known = BIN_COLOURS.find((one) => one === colour.toLowerCase());
  if (known === undefined) return 'unknown-colour';
  const day = WEEKDAYS.indexOf(weekday.toLowerCase()) + 1;
  if (day === 0) return 'unknown-weekday';
  if (!isLocalDate(first)) return 'not-a-date';
  if (weekdayOf(first) !== day) return 'another-weekday';
  const everyWeeks = Number(weeks);
  if (!Number.isInteger(everyWeeks) || everyWeeks < 1 || everyWeeks > MOST_WEEKS) return 'weeks';
  return { round, kind, colour: known, first, everyWeeks };
};

const movedOf = ({ columns }: Line): MovedDay | BinProblem['problem'] => {
  const [from = '', to = '', ...more] = columns;
  if (!isLocalDate(from) || !isLocalDate(to) || from === to || more.some((one) => one !== '')) return 'not-two-dates';
  return Math.abs(daysBetween(from, to)) > MOVED_FAR ? 'moved-too-far' : { from, to };
};

const readLines = <T extends object>(
  field: BinProblem['field'],
  text: string,
  most: number,
  read: (line: Line) => T | BinProblem['problem'],
): { readonly values: readonly T[]; readonly problems: readonly BinProblem[] } => {
  const lines = linesOf(text).filter((line) => !isHeading(line));
  if (lines.length > most) return { values: [], problems: [{ field, line: most + 1, problem: 'too-many-lines' }] };
  const values: T[] = [];
  const problems: BinProblem[] = [];
  for (const line of lines) {
    const came = read(line);
    if (typeof came === 'string') problems.push({ field, line: line.line, problem: came });
    else values.push(came);
  }
  return { values, problems };
};

export type ReadBinRounds =
  | ({ readonly kind: 'bin-rounds' } & Pick<BinRounds, 'collections' | 'moved'>)
  | { readonly kind: 'not-read'; readonly problems: readonly [BinProblem, ...BinProblem[]] };

/**
 * Reads what a council uploads or types: a line for each bin of each round ("Saltmere A, recycling, green, Thursday, 2026-12-03, 2": round, bin,
 * colour, weekday, first date, every so many weeks), and a line for each day that moves ("2026-12-25, 2026-12-28"). The weekday is asked for although
 * the date tells it: a first date that is wrong by a day would be wrong for ever. Every wrong line is named.
 */
export const readBinRounds = (typed: { readonly rounds: string; readonly moved: string }): ReadBinRounds => {
  const collections = readLines('rounds', typed.rounds, MOST_COLLECTIONS, collectionOf);
  const moved = readLines('moved', typed.moved, MOST_MOVED, movedOf);
  const [first, ...others] = [...collections.problems, ...moved.problems];
  if (first !== undefined) return { kind: 'not-read', problems: [first, ...others] };
  return { kind: 'bin-rounds', collections: collections.values, moved: moved.values };
};

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** The same lines again, to be changed. */
export const binRoundsText = (rounds: Pick<BinRounds, 'collections' | 'moved'>) => ({
  rounds: rounds.collections
    .map(({ round, kind, colour, first, everyWeeks }) =>
      [round, kind, colour, capital(WEEKDAYS[weekdayOf(first) - 1] ?? ''), first, everyWeeks].join(', '),
    )
    .join('\n'),
  moved: rounds.moved.map(({ from, to }) => `${from}, ${to}`).join('\n'),
});
