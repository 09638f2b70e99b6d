import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMemory } from './engines.ts';
import { measureTick } from './one-tick.ts';

test('a tick asks the same of the table however much is stored that is not due', async () => {
  const [few, many] = [await measureTick(await openMemory(), 40, 30), await measureTick(await openMemory(), 2_000, 30)];
  const costOf = ({ stored: _stored, ms: _ms, ...cost }: typeof few) => cost;
  assert.deepEqual(costOf(many), costOf(few));
  assert.ok(few.reads < 4 * few.due);
});
