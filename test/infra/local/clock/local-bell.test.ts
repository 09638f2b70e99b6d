import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { demoClock } from '../../../../infra/local/clock/demo-clock.ts';
import { localBell } from '../../../../infra/local/clock/local-bell.ts';
import { isDeliveryKey } from '../../../../lambda/core/delivery/bell.ts';
import type { DeliveryKey } from '../../../../lambda/core/delivery/delivery.ts';

const key = (id: string): DeliveryKey => ({ council: 'harbour', residentId: 'rosa', id });

const aBell = () => {
  const answered: string[] = [];
  const faults: unknown[] = [];
  const clock = demoClock(() => 1_000_000, 0);
  const bell = localBell({
    clock: clock.now,
    answer: async (keys) => {
      const ids = keys.filter(isDeliveryKey).map(({ id }) => id);
      if (ids[0] === 'broken') throw new Error('broken');
      answered.push(...ids);
    },
    onFault: (fault) => faults.push(fault),
  });
  return { bell, clock, answered, faults };
};

describe('the bells of one machine', () => {
  test('a bell that is rung for now is answered by itself', async () => {
    const { bell, answered } = aBell();
    await bell.ring([key('one')], 'routine', 0);
    await wait(20);
    assert.deepEqual(answered, ['one']);
  });

  test('urgent bells are answered before routine ones that were rung earlier', async () => {
    const { bell, answered } = aBell();
    await bell.pause();
    await bell.ring([key('routine')], 'routine', 0);
    await bell.ring([key('urgent')], 'urgent', 0);
    await bell.drain();
    assert.deepEqual(answered, ['urgent', 'routine']);
  });

  test('a bell is not answered before its time on the demo clock', async () => {
    const { bell, clock, answered } = aBell();
    await bell.pause();
    await bell.ring([key('later')], 'routine', 5_000);
    await bell.drain();
    assert.deepEqual(answered, []);
    assert.equal(bell.next(), 1_005_000);
    clock.setForward(1_005_000);
    await bell.drain();
    assert.deepEqual(answered, ['later']);
  });

  test('paused bells wait, and are answered when they are resumed', async () => {
    const { bell, answered } = aBell();
    await bell.pause();
    await bell.ring([key('one')], 'routine', 0);
    await wait(20);
    assert.deepEqual(answered, []);
    bell.resume();
    await wait(20);
    assert.deepEqual(answered, ['one']);
  });

  test('a worker that throws does not keep the next bell waiting', async () => {
    const { bell, answered, faults } = aBell();
    await bell.ring([key('broken')], 'routine', 0);
    await bell.ring([key('whole')], 'routine', 0);
    await wait(20);
    assert.deepEqual(answered, ['whole']);
    assert.equal(faults.length, 1);
  });
});
