import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Delivery, type DeliveryState, keyOf } from '../../../lambda/core/delivery/delivery.ts';
import { markShown, wantsShown } from '../../../lambda/core/delivery/mark-shown.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import { aDelivery } from '../../support/builders/things-told.ts';

const inState = async (state: DeliveryState, more: Partial<Delivery> = {}) => {
  const delivery = aDelivery('2026-11-24T09:59', 'appointment', { state, ...more });
  const service = await aCareService({ deliveries: [delivery] });
  await markShown(service.needs)(keyOf(delivery));
  return { service, before: delivery, after: await service.theDelivery(keyOf(delivery)) };
};

describe('a Screen that was visible while it showed something (G13)', () => {
  for (const state of ['held', 'uncertain', 'sent'] as const)
    test(`what is ${state} is shown then`, async () => {
      const { after, service } = await inState(state);
      assert.deepEqual([after.state, after.shownAt], ['shown', service.clock()]);
    });

  for (const state of ['waiting', 'claimed'] as const)
    test(`what is ${state} keeps its state, so that the Echo still speaks; the evidence is kept`, async () => {
      const { after, service } = await inState(state);
      assert.deepEqual([after.state, after.shownAt], [state, service.clock()]);
    });

  for (const state of ['spoken', 'acknowledged', 'expired', 'missed'] as const)
    test(`what is ${state} stays so`, async () => {
      assert.equal((await inState(state)).after.state, state);
    });

  test('it is written once, with the first time, whatever is sent again', async () => {
    const { service, before, after } = await inState('sent');
    service.clock.move(60_000);
    await markShown(service.needs)(keyOf(before));
    assert.deepEqual(await service.theDelivery(keyOf(before)), after);
    assert.equal(wantsShown(after), false);
  });

  test('a claim and the next look stay as they are', async () => {
    const claim = { token: 't', until: 1, calling: true };
    const { after } = await inState('claimed', { claim, lookAt: 77 });
    assert.deepEqual([after.claim, after.lookAt], [claim, 77]);
  });

  test('the page is asked for it once more when what was waiting has been sent', () => {
    const waiting = aDelivery('2026-11-24T09:59', 'appointment', { state: 'waiting', shownAt: 1 });
    assert.equal(wantsShown(waiting), false);
    assert.equal(wantsShown({ ...waiting, state: 'sent' }), true);
  });

  test('a Delivery that is not there is nothing to mark', async () => {
    const { service } = await inState('sent');
    await markShown(service.needs)({ council: 'harbour', residentId: 'bill', id: 'gone' });
  });
});
