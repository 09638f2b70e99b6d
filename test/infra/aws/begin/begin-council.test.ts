import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { beginCouncil } from '../../../../infra/aws/begin/begin-council.ts';
import { beginning } from '../../../../infra/aws/begin/beginning.ts';
import { memoryTable } from '../../../../lambda/adapters/memory/memory-table.ts';
import { careStores } from '../../../../lambda/wiring/care-stores.ts';
import { countingIds } from '../../../support/counting-ids.ts';

const NOON = Date.parse('2026-11-24T12:00:00Z');
const example = readFileSync(join(import.meta.dirname, '../../../../infra/aws/begin/people.example.json'), 'utf8');

test('a council begins with the people of its file, who have the settings that everybody begins with', async () => {
  const stores = careStores(
    memoryTable({ newWriteId: countingIds('write') }),
    () => NOON,
    () => undefined,
  );
  assert.deepEqual(await beginCouncil(stores)(beginning(example, NOON)), { added: 6, stoodAlready: 0 });
  assert.equal((await stores.councils.ofId('harbour'))?.name, 'Harbour County Council');
  const rosa = (await stores.residents.ofId('harbour', 'resident-1'))?.value;
  assert.deepEqual([rosa?.settings.nameToUse, rosa?.presence.kind, rosa?.isPractice], ['Rosa', 'home', false]);
  assert.equal((await stores.officers.ofId('harbour', 'another-sub'))?.name, 'Tom Okafor');
});

test('beginning again changes nothing that stands', async () => {
  const stores = careStores(
    memoryTable({ newWriteId: countingIds('write') }),
    () => NOON,
    () => undefined,
  );
  await beginCouncil(stores)(beginning(example, NOON));
  const officer = { council: 'harbour', id: 'another-sub', name: 'Tom Okafor', rights: ['see'] } as const;
  await stores.officers.save(officer);
  assert.deepEqual(await beginCouncil(stores)(beginning(example, NOON)), { added: 0, stoodAlready: 6 });
  assert.deepEqual(await stores.officers.ofId('harbour', 'another-sub'), officer);
});

test('a mistake is named by its place and its field, and never by what stands there', () => {
  const wrong = example.replace('"see", "set-reminders", "write-alerts"', '"see", "Rosa Bennett"');
  assert.throws(() => beginning(wrong, NOON), { message: 'officer 2: rights.1 cannot be used as it is' });
  assert.throws(() => beginning('{', NOON), { message: 'the file cannot be read as JSON' });
  assert.throws(
    () => beginning(example.replace('"residents": [\n    {', '"people": [\n    {'), NOON),
    /the file: people/,
  );
});
