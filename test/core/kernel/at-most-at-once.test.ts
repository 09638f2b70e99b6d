import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { atMostAtOnce } from '../../../lambda/core/kernel/at-most-at-once.ts';

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('so many at once', () => {
  test('never more than asked for, each once, and the results in order', async () => {
    let now = 0;
    let most = 0;
    const results = await atMostAtOnce(3, [5, 4, 3, 2, 1, 0, 6], async (item) => {
      now += 1;
      most = Math.max(most, now);
      for (let n = 0; n < item; n += 1) await soon();
      now -= 1;
      return item * 10;
    });
    assert.deepEqual(results, [50, 40, 30, 20, 10, 0, 60]);
    assert.equal(most, 3);
    assert.deepEqual(await atMostAtOnce(3, [], async () => 1), []);
  });

  test('one that throws is thrown, after those under way are done', async () => {
    const done: number[] = [];
    const run = atMostAtOnce(2, [1, 2, 3, 4], async (item) => {
      if (item === 1) throw new Error('one');
      await soon();
      done.push(item);
    });
    await assert.rejects(run, /one/);
    assert.deepEqual(done, [2, 3, 4]);
  });
});
