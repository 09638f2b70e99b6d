import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Table } from '../../lambda/adapters/table/table.ts';
import { localDateTime } from '../../lambda/core/kernel/uk-time.ts';
import { occurrenceAt } from '../../lambda/core/timetable/occurrence.ts';
import { aReminder } from '../support/builders/things-told.ts';
import { aScreenHome } from '../support/screen-home.ts';
import { line } from './figures.ts';

/** Requests to the table that read, and that write. */
type Requests = { readonly reads: number; readonly writes: number };

const RECORD = join(import.meta.dirname, '../../infra/aws/request-counts.json');
const READS = new Set<keyof Table>(['get', 'getMany', 'list', 'listDue']);
const OPERATIONS: readonly (keyof Table)[] = [
  'get',
  'getMany',
  'list',
  'listDue',
  'put',
  'mark',
  'markMany',
  'add',
  'remove',
];

/** Counts from now on what is asked of a table, in place: whoever holds it already is counted too. */
const counted = (table: Table) => {
  let [reads, writes] = [0, 0];
  for (const name of OPERATIONS) {
    const ask = table[name] as (...asked: readonly unknown[]) => unknown;
    Object.assign(table, {
      [name]: (...asked: readonly unknown[]) => {
        // a batch is paid for by the row; the marks of one row are one write
        const rows = name === 'getMany' && Array.isArray(asked[0]) ? asked[0].length : 1;
        if (READS.has(name)) reads += rows;
        else writes += 1;
        return ask(...asked);
      },
    });
  }
  return async (act: () => Promise<unknown>): Promise<Requests> => {
    [reads, writes] = [0, 0];
    await act();
    return { reads, writes };
  };
};

/**
 * What each thing asks of the table, counted over the production code and a table in memory, and kept for `npm run cost`.
 * `--alert file` takes the figures of one alert from `npm run bench -- alert --json file`; without it those on record stay.
 */
export const benchRequests = async (args: readonly string[]): Promise<void> => {
  const { values } = parseArgs({ args: [...args], options: { alert: { type: 'string' } } });
  const home = await aScreenHome();
  const television = await home.pairedTelevision();
  const { service, stores, clock } = home;
  const requestsOf = counted(service.table);
  for (let tick = 0; tick < 10; tick += 1) await service.tick(); // the comparison of the night comes once, not each minute
  const idleTick = await requestsOf(service.tick);
  const screenPoll = await requestsOf(television.now);
  const now = localDateTime(clock());
  await stores.reminders.save({ value: aReminder(now, { residentId: 'bill', next: occurrenceAt(now) }), version: 0 });
  const firing = await requestsOf(service.tick);
  const telling = await requestsOf(service.answerBells);
  const reminder = {
    reads: firing.reads - idleTick.reads + telling.reads,
    writes: firing.writes - idleTick.writes + telling.writes,
  };
  const before = JSON.parse(await readFile(RECORD, 'utf8'));
  const alert = values.alert === undefined ? undefined : JSON.parse(await readFile(values.alert, 'utf8'));
  const alertEach =
    alert === undefined ? before.alertEach : { reads: alert.reads / alert.people, writes: alert.writes / alert.people };
  // A launch, as `npm run bench -- cold` prints it: seven that read, three that write.
  const counts = { ...before, idleTick, screenPoll, reminder, skillTurn: { reads: 7, writes: 3 }, alertEach };
  await writeFile(RECORD, `${JSON.stringify(counts, null, 2)}\n`);
  for (const [name, { reads, writes }] of Object.entries<Requests>(counts))
    if (typeof reads === 'number')
      line(`requests of one ${name}`, `${reads.toFixed(2)} read, ${writes.toFixed(2)} write`);
};
