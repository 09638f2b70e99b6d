import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { NewItem } from '../../../lambda/adapters/table/table.ts';
import { CHECK_HOLDS, CLAIM_HOLDS, CLAIM_LEFT_FOR_A_CALL } from '../../../lambda/core/delivery/claim.ts';
import type { Delivery } from '../../../lambda/core/delivery/delivery.ts';
import { SECOND } from '../../../lambda/core/kernel/clock.ts';
import { type AlertService, aContent, anAlertService, manyHomes } from '../../support/builders/an-alert-service.ts';

const isCalling = ({ kind, body }: NewItem): boolean => {
  const { claim } = body as unknown as Delivery;
  return kind === 'delivery' && claim?.calling === true;
};
const isCallingFor =
  (residentId: string) =>
  (item: NewItem): boolean =>
    isCalling(item) && item.body.residentId === residentId;

/** The machine stands still in the middle of its last check, and meanwhile the Alert is stopped. */
const freezeAndStop = (service: AlertService, id: string, is: (item: NewItem) => boolean): void =>
  service.hooked.onNextPut(is, async (_item, put) => {
    service.hooked.letPass();
    service.clock.move(40 * SECOND);
    await service.stop(id);
    return put();
  });

describe('the last check before a call is good for two seconds', () => {
  test('D39 D42 a machine that froze in it asks again, and does not call what was stopped meanwhile', async () => {
    const service = await anAlertService();
    const id = await service.approved();
    freezeAndStop(service, id, isCalling);
    await service.answerBells();
    assert.equal(service.channels.said(), 0);
    const delivery = await service.deliveryOf(id, 'bill');
    assert.deepEqual([delivery?.state, delivery?.attempts], ['cancelled', []]);
  });

  test('D39 D42 of two that go in one call, the one that was checked first is checked again when the other took long', async () => {
    const service = await anAlertService(manyHomes(2));
    const id = await service.approved();
    freezeAndStop(service, id, isCallingFor('r002'));
    await service.answerBells();
    assert.equal(service.channels.said(), 0);
    for (const resident of ['r001', 'r002'])
      assert.equal((await service.deliveryOf(id, resident))?.state, 'cancelled', resident);
  });

  test('D39 one that froze until its claim was too old leaves it as one that never called, and the next one tells', async () => {
    const service = await anAlertService();
    const id = await service.approved(aContent({ handling: 'notice' }));
    service.hooked.onNextPut(isCalling, (_item, put) => {
      service.clock.move(CLAIM_HOLDS - CLAIM_LEFT_FOR_A_CALL);
      return put();
    });
    await service.answerBells();
    assert.equal(service.channels.said(), 0);
    assert.equal((await service.deliveryOf(id, 'bill'))?.claim?.calling, false);
    await service.runTo('2026-11-24T10:03');
    assert.equal(service.channels.said(), 1);
    assert.equal((await service.deliveryOf(id, 'bill'))?.state, 'sent');
  });

  test('D33 while every check takes longer than that nobody is called, nothing is taken for called, and it is told when the table is quick again', async () => {
    const service = await anAlertService();
    const id = await service.approved();
    service.hooked.onPut((item, put) => {
      if (isCalling(item)) service.clock.move(CHECK_HOLDS + 1);
      return put();
    });
    await service.answerBells();
    assert.equal(service.channels.said(), 0);
    assert.equal((await service.deliveryOf(id, 'bill'))?.claim?.calling, false);
    service.hooked.letPass();
    await service.runTo('2026-11-24T10:03');
    assert.equal(service.channels.said(), 1);
    assert.equal((await service.deliveryOf(id, 'bill'))?.state, 'sent');
  });
});
