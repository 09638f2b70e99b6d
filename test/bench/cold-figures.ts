import type { Size } from '../../scripts/bundle-parts.ts';
import { line } from './figures.ts';

/** One start: milliseconds of wall and processor time, bytes of memory when it had answered, and for warm runs microseconds each. */
export type Start = {
  readonly ms: number;
  readonly cpu: number;
  readonly load: number;
  readonly memory: number;
  readonly warmUs: number;
  readonly warmP99Us: number;
};

export type Contender = {
  readonly name: string;
  readonly file: string;
  readonly event: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Bytes that are loaded before the first answer, and of all parts. */
  readonly start: Size;
  readonly whole?: Size;
};

type Row = {
  readonly name: string;
  readonly start: Size;
  readonly whole: Size;
  readonly load: number;
  readonly ms: number;
  readonly cpu: number;
  readonly memory: number;
  readonly warmUs: number | undefined;
  readonly warmP99Us: number | undefined;
};
type Aim = { readonly what: string; readonly figure: number; readonly from?: number; readonly atMost: number };
export type Figures = { readonly rows: readonly Row[]; readonly aims: readonly Aim[] };

/** The least of many: what else the machine was doing only ever adds. */
const least = (starts: readonly Start[], of: (start: Start) => number): number => Math.min(...starts.map(of));

const rowOf = ({ name, start, whole }: Contender, starts: readonly Start[], warm: Start | undefined): Row => ({
  name,
  start,
  whole: { raw: (whole ?? start).raw, gzip: (whole ?? start).gzip },
  load: least(starts, ({ load }) => load),
  ms: least(starts, ({ ms }) => ms),
  cpu: least(starts, ({ cpu }) => cpu),
  memory: least(starts, ({ memory }) => memory),
  warmUs: warm?.warmUs,
  warmP99Us: warm?.warmP99Us,
});

const KB = 1_024;

const aimsOf = (rows: readonly Row[]): readonly Aim[] => {
  const ofRow = (name: string): Row => {
    const row = rows.find((one) => one.name === name);
    if (row === undefined) throw new Error(`nothing was measured of ${name}`);
    return row;
  };
  const [floor, plain, skill] = [ofRow('floor'), ofRow('plain'), ofRow('skill')];
  return [
    { what: 'the skill at its start, KB', figure: skill.start.raw / KB, atMost: 200 },
    { what: 'the skill at its start, KB of gzip', figure: skill.start.gzip / KB, atMost: 55 },
    { what: 'all parts of the skill, KB', figure: skill.whole.raw / KB, atMost: 200 },
    { what: 'all parts of the skill, KB of gzip', figure: skill.whole.gzip / KB, atMost: 55 },
    { what: 'cold: the skill against the floor', figure: skill.cpu / floor.cpu, atMost: 1.35 },
    { what: 'cold: the skill against a plain skill', figure: skill.cpu / plain.cpu, atMost: 0.3 },
    { what: 'cold: memory against the floor', figure: skill.memory / floor.memory, atMost: 1.1 },
    { what: 'warm: processor time against the floor', figure: (skill.warmUs ?? 0) / (floor.warmUs ?? 1), atMost: 1.25 },
    { what: 'warm: p99 against the floor', figure: (skill.warmP99Us ?? 0) / (floor.warmP99Us ?? 1), atMost: 1.5 },
    ...['console', 'deliver', 'screen', 'tick'].map((name) => ({
      what: `cold: ${name} against a plain skill`,
      figure: ofRow(name).cpu / plain.cpu,
      atMost: 0.45,
    })),
    { what: 'the two peers apart (4.7, a fifth either way)', figure: plain.cpu / floor.cpu, from: 3.76, atMost: 5.64 },
  ];
};

/** The aims that are not met. */
export const missed = ({ aims }: Figures): readonly Aim[] =>
  aims.filter(({ figure, from = 0, atMost }) => !(figure >= from && figure <= atMost));

export const printFigures = (
  contenders: readonly Contender[],
  starts: ReadonlyMap<string, readonly Start[]>,
  warm: ReadonlyMap<string, Start>,
): Figures => {
  const rows = contenders.map((one) => rowOf(one, starts.get(one.name) ?? [], warm.get(one.name)));
  const columns = ['start KB', 'gzip', 'all KB', 'load ms', 'first ms', 'CPU ms', 'MB', 'warm us', 'p99 us'];
  process.stdout.write(`${''.padEnd(36)}${columns.map((one) => one.padStart(9)).join('')}\n`);
  for (const row of rows) {
    const sizes = [row.start.raw / KB, row.start.gzip / KB, row.whole.raw / KB].map((size) => size.toFixed(0));
    const times = [row.load, row.ms, row.cpu, row.memory / 1e6].map((figure) => figure.toFixed(1));
    const warmed = [row.warmUs, row.warmP99Us].map((figure) => figure?.toFixed(0) ?? '');
    const cells = [...sizes, ...times, ...warmed].map((cell) => cell.padStart(9));
    process.stdout.write(`${row.name.padEnd(36)}${cells.join('')}\n`);
  }
  const figures = { rows, aims: aimsOf(rows) };
  const isMissed = new Set(missed(figures));
  for (const aim of figures.aims)
    line(aim.what, `${aim.figure.toFixed(2)}${isMissed.has(aim) ? ' MISSED' : ''}`, `at most ${aim.atMost}`);
  return figures;
};
