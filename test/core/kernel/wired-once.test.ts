import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wiredOnce } from '../../../lambda/core/kernel/wired-once.ts';

test('a function is wired at its first call only, also when two come at once', async () => {
  let times = 0;
  const wired = wiredOnce(async () => {
    times += 1;
    return times;
  });
  assert.deepEqual(await Promise.all([wired(), wired()]), [1, 1]);
  assert.equal(await wired(), 1);
});

test('C25 a wiring that failed is tried afresh by the next call', async () => {
  let times = 0;
  const wired = wiredOnce(async () => {
    times += 1;
    if (times === 1) throw new Error('no secret');
    return 'wired';
  });
  await assert.rejects(wired(), /no secret/);
  assert.equal(await wired(), 'wired');
});
