import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nettedBell } from '../../../lambda/core/delivery/netted-bell.ts';
import type { LogCode } from '../../../lambda/core/kernel/log.ts';
import { wireTick } from '../../../lambda/wiring/tick.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import { aReminder } from '../../support/builders/things-told.ts';

const key = { council: 'harbour', residentId: 'bill', id: 'x' };
const broken = {
  ring: async () => {
    throw new Error('the queue is down');
  },
};

test('D38 a bell that cannot be rung is alarmed, and whoever wrote the row goes on', async () => {
  const logged: LogCode[] = [];
  await nettedBell(broken, (code) => logged.push(code)).ring([key], 'routine', 0);
  assert.deepEqual(logged, ['bell.not-rung']);
});

test('D38 a daily reminder that is due while no bell can be rung comes again the next day', async () => {
  const service = await aCareService({ at: '2026-11-24T10:09', reminders: [aReminder('2026-11-24T10:10')] });
  const tick = wireTick({
    table: service.hooked.table,
    bell: broken,
    clock: service.clock,
    realNow: service.clock,
    clockSkew: () => 0,
    log: service.log.log,
    council: 'harbour',
    dispatchEpoch: '1',
  });
  for (let minute = 0; minute < 30; minute += 1) {
    await tick();
    service.clock.move(60_000);
  }
  assert.ok(service.log.codes().includes('bell.not-rung'));
  assert.ok(!service.log.codes().includes('tick.row-closed'));
  const [reminder] = await service.stores.reminders.ofResident('harbour', 'bill');
  assert.equal(reminder?.next?.local, '2026-11-25T10:10');
  const [delivery] = await service.stores.deliveries.between('harbour', 'bill', '2026-11-24', '2026-11-24');
  assert.equal(delivery?.state, 'waiting', 'it is still owed, and the index finds it');
});
