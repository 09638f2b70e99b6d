import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { checkExport } from '../../../../infra/aws/leaving/check-export.ts';
import { exportCouncil } from '../../../../infra/aws/leaving/export-council.ts';
import { checkFile, eraseAll, exportAll, exportOne } from '../../../../infra/aws/leaving/leave.ts';
import { inTemporaryFolder } from '../../../support/temporary-folder.ts';
import { aLeavingCouncil, type LeavingCouncil } from './a-leaving-council.ts';

const COUNCIL = 'harbour';

const linesOf = async ({ whole }: LeavingCouncil, council = COUNCIL): Promise<readonly string[]> => {
  const lines: string[] = [];
  await exportCouncil(whole, council, (line) => void lines.push(line.trimEnd()));
  return lines;
};

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** The presence of everybody is ended, nothing stands on an Echo, and no device is paired. */
const fallSilent = async ({ table, backUp }: LeavingCouncil): Promise<void> => {
  for (const { version, writeId: _w, marks: _m, count: _c, ...item } of await backUp()) {
    const { body, kind } = item;
    const presence = { presence: { kind: 'ended', since: '2026-11-24' } };
    const change = {
      resident: presence,
      mirror: { copies: [] },
      echo: { state: 'unpaired' },
      screen: { state: 'unpaired' },
    };
    const more = Object.entries(change).find(([name]) => name === kind)?.[1];
    if (more !== undefined) await table.put({ ...item, body: { ...body, ...more } }, { ifVersion: version });
  }
};

describe('what is held about one resident (SEC-32)', () => {
  test('is written down for a machine and for a person, with nobody else’s rows', async () =>
    inTemporaryFolder(async (out) => {
      const place = await aLeavingCouncil();
      const said = await exportOne(place, { council: COUNCIL, by: 'ops', resident: 'rosa-bennett', out });
      assert.equal(said.isDone, true, said.says);
      const text = readFileSync(join(out, 'rosa-bennett.txt'), 'utf8');
      assert.match(text, /^What Bellbird holds about Rosa Bennett\nTimes are those of the UK\./);
      assert.match(text, /\nReminder \(\d+\)\n/);
      assert.match(text, /full name: Rosa Bennett/);
      assert.match(text, /as of: 2026-11-2\d \d\d:\d\d/);
      const rows = JSON.parse(readFileSync(join(out, 'rosa-bennett.json'), 'utf8')) as { pattern: string }[];
      assert.match(said.says, new RegExp(`^${rows.length} rows`));
      assert.deepEqual(
        ['residentKey', 'reminderKey', 'diaryKey', 'homeKey', 'echoKey', 'memberKey'].filter(
          (name) => !rows.some(({ pattern }) => pattern === name),
        ),
        [],
      );
      assert.doesNotMatch(text, /Jean MacLeod|Winsome/);
      const [noted] = await place.stores.audit.of(COUNCIL, 'ERASURE-EXPORT#rosa-bennett');
      assert.deepEqual([noted?.act.did, noted?.act.by.id], ['export-resident', 'ops']);
      assert.equal((await exportOne(place, { council: COUNCIL, by: 'ops', resident: 'nobody' })).isDone, false);
    }));
});

describe('everything of a council', () => {
  test('is a row a line, and its counts add up', async () =>
    inTemporaryFolder(async (folder) => {
      const place = await aLeavingCouncil();
      const out = join(folder, 'harbour.jsonl');
      const said = await exportAll(place, { council: COUNCIL, by: 'ops', out });
      assert.equal(said.isDone, true, said.says);
      const rows = (await place.backUp()).length;
      assert.match((await checkFile({ out })).says, new RegExp(`^Whole: ${rows} rows`));
      await assert.rejects(exportAll(place, { council: COUNCIL, by: 'ops', out }), /EEXIST/);
    }));

  test('is not whole when a line is missing, was changed, or the end was cut off', async () => {
    const lines = await linesOf(await aLeavingCouncil());
    const check = (some: readonly string[]) => checkExport(each(some));
    assert.equal((await check(lines)).kind, 'whole');
    assert.deepEqual(await check(lines.slice(0, -1)), { kind: 'not-whole', why: 'no-last-line' });
    assert.deepEqual(await check(lines.slice(1)), { kind: 'not-whole', why: 'changed' });
    assert.deepEqual(await check(lines.with(3, lines[3]?.slice(0, 20) ?? '')), { kind: 'not-whole', why: 'changed' });
    const other = lines.with(0, (lines[0] ?? '').replace('Harbour', 'Harbor'));
    assert.deepEqual(await check(other), { kind: 'not-whole', why: 'changed' });
  });

  test('holds nothing of another council (G10)', async () => {
    const place = await aLeavingCouncil();
    assert.equal((await linesOf(place, 'inland')).length, 1);
    assert.equal((await linesOf(place, 'harb')).length, 1);
  });

  test('is erased only when it is silent, and by whoever says its name twice; then nothing of it is left', async () => {
    const place = await aLeavingCouncil();
    const erase = (confirm?: string) =>
      eraseAll(place, { council: COUNCIL, by: 'ops', ...(confirm === undefined ? {} : { confirm }) });
    assert.equal((await erase()).isDone, false);
    assert.match(
      (await erase(COUNCIL)).says,
      /the service of 52 residents goes on, .* \d+ Echos and screens are paired/,
    );
    assert.notEqual(await place.stores.councils.ofId(COUNCIL), undefined);
    await fallSilent(place);
    const other = { key: { pk: 'C#inland#HOMES', sk: 'h' }, kind: 'home-pointer', body: {} };
    const strange = { key: { pk: 'C#harbour#TOMORROW', sk: 'x' }, kind: 'new', body: {} };
    for (const item of [other, strange]) await place.table.put(item, { ifNew: true });
    const said = await erase(COUNCIL);
    assert.equal(said.isDone, true, said.says);
    assert.deepEqual(
      (await place.backUp()).map(({ key }) => key.pk),
      ['C#inland#HOMES'],
    );
    assert.equal((await erase(COUNCIL)).isDone, true);
  });
});
