import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LogCode } from '../../lambda/core/kernel/log.ts';
import type { Shard } from '../../lambda/core/timetable/due.ts';
import { tick } from '../../lambda/worker/tick.ts';

const shards: readonly Shard[] = [
  { council: 'harbour', lane: 'urgent', number: 0 },
  { council: 'harbour', lane: 'routine', number: 0 },
  { council: 'harbour', lane: 'routine', number: 1 },
];

describe('the minute bell', () => {
  test('T07 a shard that cannot be read is counted and logged, and the others are looked through', async () => {
    const looked: string[] = [];
    const logged: LogCode[] = [];
    const ticked = await tick({
      shards: async () => shards,
      collect: async (shard) => {
        looked.push(`${shard.lane} ${shard.number}`);
        if (shard.number === 0 && shard.lane === 'routine') throw new Error('throttled');
        return { looked: 2, failed: 0, closed: 0 };
      },
      clock: () => 0,
      log: (code) => logged.push(code),
    })();
    assert.deepEqual(looked, ['urgent 0', 'routine 0', 'routine 1']);
    assert.deepEqual(ticked, { looked: 4, failed: 0, closed: 0, failedShards: 1 });
    assert.deepEqual(logged, ['tick.shard-failed', 'tick.done']);
  });
});
