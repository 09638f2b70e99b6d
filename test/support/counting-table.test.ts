import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryTable } from '../../lambda/adapters/memory/memory-table.ts';
import { countingTable } from './counting-table.ts';

const KEY = { pk: 'C#harbour#ECHO#1', sk: 'ECHO' };
const counting = () => countingTable(memoryTable({ newWriteId: () => 'w' }));

test('reads that are asked together are one wave', async () => {
  const { table, requests, waves } = counting();
  await table.get(KEY);
  await Promise.all([table.get(KEY), table.list({ pk: KEY.pk, limit: 1 }), table.get(KEY)]);
  assert.deepEqual([requests(), waves()], [4, 2]);
});

test('reads that wait for one another are a wave each', async () => {
  const { table, requests, waves } = counting();
  for (let n = 0; n < 3; n += 1) await table.get(KEY);
  assert.deepEqual([requests(), waves()], [3, 3]);
});

test('a request that fails has ended its wave', async () => {
  const { table, waves } = counting();
  await assert.rejects(table.get({ pk: '', sk: 'x' }));
  await table.get(KEY);
  assert.equal(waves(), 2);
});

test('counting begins anew after a reset', async () => {
  const { table, requests, waves, reset } = counting();
  await table.get(KEY);
  reset();
  await table.get(KEY);
  assert.deepEqual([requests(), waves()], [1, 1]);
});
