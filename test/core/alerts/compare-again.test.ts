import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import type { Table } from '../../../lambda/adapters/table/table.ts';
import { lookAtAlert, RECONCILE_AFTER } from '../../../lambda/core/alerts/look-at-alert.ts';
import { acknowledge } from '../../../lambda/core/delivery/acknowledge.ts';
import { keyOf } from '../../../lambda/core/delivery/delivery.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { wireLookAtAlert } from '../../../lambda/wiring/look-at-alert.ts';
import { dies } from '../../support/builders/a-hooked-table.ts';
import { aContent, anAlertService, manyHomes } from '../../support/builders/an-alert-service.ts';
import { UNREACHABLE } from '../../support/builders/recorders.ts';
import { countingIds } from '../../support/counting-ids.ts';

/** A table whose marks can be lost. */
const aTableThatForgets = () => {
  const inner = memoryTable({ newWriteId: countingIds('write') });
  let isForgetting = false;
  const table: Table = {
    ...inner,
    mark: async (...asked) => {
      if (isForgetting) throw new Error('no answer');
      return inner.mark(...asked);
    },
  };
  return {
    table,
    forget: (): void => {
      isForgetting = true;
    },
    remember: (): void => {
      isForgetting = false;
    },
  };
};

describe('results are compared with the Deliveries', () => {
  test('D55 D56 an answer of somebody who could not be reached is counted, also when its mark was lost', async () => {
    const marks = aTableThatForgets();
    const service = await anAlertService({ table: marks.table });
    service.channels.answerNext(UNREACHABLE);
    const id = await service.approved();
    await service.answerBells();
    assert.equal((await service.progress(id)).counts.unreachable, 1);
    const delivery = await service.deliveryOf(id, 'bill');
    assert.ok(delivery);
    marks.forget();
    await acknowledge(service.needs)(keyOf(delivery), 'heard', 'page');
    marks.remember();
    assert.equal((await service.progress(id)).counts.acknowledged, 0);
    await service.runTo('2026-11-24T10:11');
    assert.equal((await service.progress(id)).counts.acknowledged, 1);
  });

  test('D55 D56 a comparison that runs out of time goes on where it stopped, and mends every chunk', async () => {
    const marks = aTableThatForgets();
    const service = await anAlertService({ table: marks.table, ...manyHomes(350) });
    const id = await service.approved(aContent({ handling: 'notice' }));
    marks.forget();
    await service.answerBells();
    marks.remember();
    service.clock.move(RECONCILE_AFTER);
    const look = lookAtAlert({ ...service.needs, maySend: async () => true, mayGoOn: () => false });
    const came: (number | undefined)[] = [];
    for (let n = 0; n < 5; n += 1) {
      await look('harbour', id);
      came.push((await service.theAlert(id)).value.comparing?.chunk);
    }
    assert.deepEqual(came, [1, 2, 3, 4, undefined]);
    assert.equal((await service.progress(id)).counts.sent, 350);
    const { lookAt, reconciledAt } = (await service.theAlert(id)).value;
    assert.equal(lookAt, (reconciledAt ?? 0) + RECONCILE_AFTER, 'once more, because it had to mend something');
  });

  test('D56 a comparison that had to mend something is made once more, and one that found nothing is the last', async () => {
    const marks = aTableThatForgets();
    const service = await anAlertService({ table: marks.table });
    const id = await service.approved(aContent({ handling: 'notice' })); // no repeat marks it meanwhile
    marks.forget();
    await service.answerBells();
    marks.remember();
    const released = (await service.theAlert(id)).value;
    await service.runTo('2026-11-24T10:11');
    const mended = (await service.theAlert(id)).value;
    assert.ok(mended.reconciledAt);
    assert.equal(mended.lookAt, mended.reconciledAt + RECONCILE_AFTER);
    await service.runTo('2026-11-24T10:22');
    assert.equal((await service.theAlert(id)).value.lookAt, released.approval?.expiresAt);
  });
});

test('D41 D42 G3 what the release was about to make when it was stopped stands closed, and is not made after the stop', async () => {
  const service = await anAlertService({ at: '2026-11-24T10:00' });
  const id = await service.approved();
  // The release has made its chunk and freezes before the Delivery; the stop is walked to its end meanwhile.
  service.hooked.onNextPut(
    ({ kind }) => kind === 'delivery',
    async (_item, put) => {
      await service.stop(id);
      await service.answerBells();
      const closed = await service.deliveryOf(id, 'bill');
      assert.deepEqual([closed?.state, closed?.reason, closed?.lookAt], ['cancelled', 'stopped', undefined]);
      return put();
    },
  );
  await service.tick();
  await service.answerAlertBells();
  await service.answerBells();
  assert.equal((await service.deliveryOf(id, 'bill'))?.state, 'cancelled');
  assert.equal((await service.progress(id)).counts.cancelled, 1);
  assert.equal(service.channels.said(), 0);
});

test('D42 D55 what a frozen release makes after the stop was walked is closed and counted by the comparison, not before it', async () => {
  const service = await anAlertService({ at: '2026-11-24T10:00' });
  const id = await service.approved();
  service.hooked.onNextPut(
    ({ kind }) => kind === 'chunk',
    async (_item, put) => {
      await service.stop(id);
      // The walk finds no chunk; whoever looks dies right after it has said so, and another one looks.
      service.hooked.onPut(async (item, goOn) => {
        const came = await goOn();
        if (item.kind !== 'alert') return came;
        service.hooked.letPass();
        return dies();
      });
      await service.answerBells();
      await service.tick();
      await service.answerAlertBells();
      return put();
    },
  );
  await service.tick();
  await service.answerAlertBells();
  const { value: stopped } = await service.theAlert(id);
  assert.deepEqual([stopped.stop?.isDone, stopped.reconciledAt], [true, undefined]);
  await service.runTo('2026-11-24T10:25');
  const { value: compared } = await service.theAlert(id);
  assert.deepEqual([compared.lookAt, (await service.deliveryOf(id, 'bill'))?.state], [undefined, 'cancelled']);
  assert.equal((await service.progress(id)).counts.cancelled, 1);
  assert.equal(service.channels.said(), 0);
});

test('T10 a machine whose clock is off does not expire an alert before its time, and says so', async () => {
  for (const skew of [-5 * MINUTE, undefined]) {
    const service = await anAlertService();
    const id = await service.approved();
    await service.runTo('2026-11-24T17:57');
    const look = wireLookAtAlert(service.stores, {
      bell: service.bell.bell,
      clock: () => service.clock() + 5 * MINUTE,
      realNow: service.clock,
      clockSkew: () => skew,
      council: 'harbour',
      log: service.log.log,
    });
    await look('harbour', id);
    assert.equal((await service.theAlert(id)).value.state, 'released');
    assert.ok(service.log.codes().includes('deliver.clock-skew'));
  }
});
