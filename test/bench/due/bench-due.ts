import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type Opened, openDynamoDbLocal, openEmbedded, openMemory } from './engines.ts';
import { type Measured, measureTick } from './one-tick.ts';

type Engine = {
  readonly name: string;
  readonly open: () => Promise<Opened | undefined>;
  readonly sizes: readonly number[];
};
type Row = Measured & { readonly engine: string };

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const COLUMNS = ['stored', 'due', 'looked', 'requests', 'reads', 'itemsRead', 'units', 'ms'] as const;

const sizesOf = (text: string): readonly number[] =>
  text.split(',').map((one) => {
    const size = Number(one);
    if (!Number.isInteger(size) || size < 1) throw new RangeError(`"${one}" is no whole number from 1 up`);
    return size;
  });

const tableLine = (engine: string, cells: readonly string[]): string =>
  `${engine.padEnd(18)}${cells.map((cell) => cell.padStart(12)).join('')}`;

/** What must not depend on how much is stored. */
const costOf = ({ looked, requests, reads, itemsRead, units }: Measured): string =>
  JSON.stringify([looked, requests, reads, itemsRead, units]);

const isEqual = (rows: readonly Row[]): boolean =>
  new Set(rows.map(costOf)).size <= 1 && !rows.some((row) => Number.isNaN(row.units));

const measureOn = async ({ name, open, sizes }: Engine, due: number): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const stored of sizes) {
    const opened = await open();
    if (opened === undefined) {
      say(`${name}: NOT MEASURED, for there is no Java on this machine`);
      return [];
    }
    try {
      const row = { engine: name, ...(await measureTick(opened, stored, due)) };
      say(
        tableLine(
          name,
          COLUMNS.map((column) => row[column].toLocaleString('en-GB')),
        ),
      );
      rows.push(row);
    } finally {
      await opened.close();
    }
  }
  return rows;
};

/**
 * What one tick asks of the table, with the same number due and ever more stored. Returns the exit status: 1 when requests, items or read
 * units depend on what is stored. Time is printed, not judged.
 */
export const benchDue = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      due: { type: 'string', default: '200' },
      stored: { type: 'string', default: '1000,100000' },
      memory: { type: 'string', default: '1000,100000,1000000' },
      json: { type: 'string', default: 'build/bench-due.json' },
    },
  });
  const [due = 1] = sizesOf(values.due);
  const stored = sizesOf(values.stored);
  const memory = sizesOf(values.memory);
  if ([...stored, ...memory].some((size) => size < due)) throw new RangeError('no more may be due than are stored');
  const engines: readonly Engine[] = [
    { name: 'memory', open: openMemory, sizes: memory },
    { name: 'embedded engine', open: openEmbedded, sizes: stored },
    { name: 'DynamoDB Local', open: openDynamoDbLocal, sizes: stored },
  ];
  say(tableLine('one tick', COLUMNS));
  const all: Row[] = [];
  let isAllEqual = true;
  for (const engine of engines) {
    const rows = await measureOn(engine, due);
    all.push(...rows);
    if (rows.length === 0) continue;
    const equal = isEqual(rows);
    isAllEqual &&= equal;
    say(`${engine.name}: ${equal ? 'EQUAL' : 'NOT EQUAL'}, whatever is stored`);
  }
  await mkdir(dirname(values.json), { recursive: true });
  await writeFile(values.json, `${JSON.stringify({ isEqual: isAllEqual, rows: all }, null, 2)}\n`);
  return isAllEqual ? 0 : 1;
};
