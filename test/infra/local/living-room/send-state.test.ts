import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { sendState } from '../../../../infra/local/living-room/send-state.ts';

const noFault = (fault: unknown) => assert.fail(String(fault));

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('how a living room stands', () => {
  test('is sent at once, once for a burst of changes, and by itself as time goes by', async () => {
    mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
    try {
      const sent: number[] = [];
      let n = 0;
      const state = sendState(
        async () => ++n,
        (now) => sent.push(now),
        noFault,
      );
      await settle();
      for (let changes = 0; changes < 5; changes += 1) state.changed();
      mock.timers.tick(200);
      await settle();
      assert.deepEqual(sent, [1, 2]);
      mock.timers.tick(20_000);
      mock.timers.tick(200);
      await settle();
      assert.deepEqual(sent, [1, 2, 3]);
      state.stop();
      state.changed();
      mock.timers.tick(60_000);
      await settle();
      assert.deepEqual(sent, [1, 2, 3]);
    } finally {
      mock.timers.reset();
    }
  });

  test('a change that comes while it is being read is read after it, never beside it', async () => {
    mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
    try {
      const gates: (() => void)[] = [];
      const sent: number[] = [];
      const read = () => new Promise<number>((resolve) => gates.push(() => resolve(gates.length)));
      const state = sendState(read, (now) => sent.push(now), noFault);
      state.changed();
      mock.timers.tick(500);
      assert.equal(gates.length, 1);
      gates[0]?.();
      await settle();
      mock.timers.tick(500);
      assert.equal(gates.length, 2);
      gates[1]?.();
      await settle();
      assert.deepEqual(sent, [1, 2]);
      state.stop();
    } finally {
      mock.timers.reset();
    }
  });

  test('a reading that throws is told, and the next one goes on', async () => {
    mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
    try {
      const faults: unknown[] = [];
      const sent: string[] = [];
      let isBroken = true;
      const state = sendState(
        async () => {
          if (isBroken) throw new TypeError('broken');
          return 'well';
        },
        (now) => sent.push(now),
        (fault) => faults.push(fault),
      );
      await settle();
      isBroken = false;
      state.changed();
      mock.timers.tick(500);
      await settle();
      assert.deepEqual([faults.length, sent], [1, ['well']]);
      state.stop();
    } finally {
      mock.timers.reset();
    }
  });
});
