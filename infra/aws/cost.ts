// `npm run cost -- --residents 50,50000,1000000`
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { alertCost, type CostLine, monthlyCost, type Prices, type RequestCounts, type Use } from './monthly-cost.ts';

type Noted<T> = T & Readonly<Record<string, unknown>>;

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'));
const prices: Noted<Prices> = read('prices.json');
const counts: Noted<RequestCounts> = read('request-counts.json');

const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '50,50000,1000000' },
    'screen-seconds': { type: 'string', default: '19' }, // ten minutes a day after a card came, three hours while one stands (decision 0034)
  },
});

const number = (text: string, name: string): number => {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new RangeError(`--${name} takes numbers above nothing`);
  return value;
};

const useOf = (residents: number): Use => ({
  residents,
  remindersADay: 2,
  turnsAMonth: 40,
  groupAlertsAMonth: 4,
  screens: 0.1,
  screenAsksEvery: number(values['screen-seconds'], 'screen-seconds'),
});

const dollars = (usd: number): string =>
  `$${usd.toLocaleString('en-GB', { maximumFractionDigits: 2, minimumFractionDigits: 2 })}`;
const totalOf = (lines: readonly CostLine[]): number => lines.reduce((total, { usd }) => total + usd, 0);

try {
  const sizes = values.residents.split(',').map((size) => number(size, 'residents'));
  const columns = sizes.map((size) => monthlyCost(useOf(size), counts, prices));
  const row = (what: string, cells: readonly string[]) =>
    console.log(`${what.padEnd(32)}${cells.map((cell) => cell.padStart(18)).join('')}`);
  console.log(`A month in ${prices.region}, prices of ${prices.asOf}, requests counted on ${counts.measured}.`);
  console.log(
    `For each resident: 2 reminders a day, 40 turns of speech and 4 group alerts a month; one in ten has a television that asks every ${values['screen-seconds']} s on average.\n`,
  );
  row(
    '',
    sizes.map((size) => `${size.toLocaleString('en-GB')} residents`),
  );
  for (const [n, { what }] of (columns[0] ?? []).entries())
    row(
      what,
      columns.map((lines) => dollars(lines[n]?.usd ?? 0)),
    );
  row(
    'Total',
    columns.map((lines) => dollars(totalOf(lines))),
  );
  row(
    'For each resident',
    columns.map((lines, n) => `$${(totalOf(lines) / (sizes[n] ?? 1)).toFixed(4)}`),
  );
  console.log(`\nOne alert to 50,000 people: ${dollars(alertCost(50_000, counts, prices))}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
