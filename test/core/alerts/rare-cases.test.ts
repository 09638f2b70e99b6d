import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deliveryKey } from '../../../lambda/adapters/table/keys.ts';
import { alertDeliveryKey } from '../../../lambda/core/alerts/alert-delivery.ts';
import { correctionId } from '../../../lambda/core/alerts/corrections.ts';
import { submitAlert, takeBackAlert } from '../../../lambda/core/alerts/draft-alert.ts';
import { notReachedPage } from '../../../lambda/core/alerts/not-reached.ts';
import { sendCorrection } from '../../../lambda/core/alerts/send-correction.ts';
import { markShown } from '../../../lambda/core/delivery/mark-shown.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { dies } from '../../support/builders/a-hooked-table.ts';
import { aContent, anAlertService, manyHomes, WRITER } from '../../support/builders/an-alert-service.ts';
import { aHome, anEcho, anOfficer, aResident } from '../../support/builders/people.ts';
import { REFUSED, UNKNOWN } from '../../support/builders/recorders.ts';

const FIRED = '2026-11-24T10:00';

describe('an alert in its rare cases', () => {
  test('a notice held by quiet hours is still spoken after a Screen has shown it to nobody', async () => {
    const service = await anAlertService({ at: '2026-11-24T23:00' });
    const id = await service.approved(aContent({ handling: 'notice', expires: '2026-11-25T12:00' }));
    await service.answerBells();
    const delivery = await service.deliveryOf(id, 'bill');
    assert.ok(delivery?.state === 'held');
    await markShown(service.needs)(delivery);
    await service.runTo('2026-11-25T07:01');
    assert.equal(service.channels.said(), 1);
    assert.equal((await service.deliveryOf(id, 'bill'))?.state, 'sent');
  });

  test('one held for want of an Echo is shown by the Screen, and counted so', async () => {
    const service = await anAlertService({ at: FIRED, echos: [] });
    const id = await service.approved();
    await service.answerBells();
    const delivery = await service.deliveryOf(id, 'bill');
    assert.ok(delivery?.reason === 'no-echo');
    await markShown(service.needs)(delivery);
    assert.equal((await service.progress(id)).counts.shown, 1);
  });

  test('one row that cannot be read does not hold up a stop, a correction, the comparison or the list', async () => {
    const service = await anAlertService({ at: FIRED, ...manyHomes(150) });
    const id = await service.approved();
    await service.answerAlertBells();
    const { value: alert } = await service.theAlert(id);
    const key = alertDeliveryKey(alert, 'r007');
    assert.ok(key);
    const at = deliveryKey(key.council, key.residentId, key.id);
    const item = await service.table.get(at, { strong: true });
    assert.ok(item);
    await service.table.put({ ...item, body: { ...item.body, handling: 'no-such' } }, { ifVersion: item.version });
    await service.answerBells();
    const { rows } = await notReachedPage(service.needs)(alert, 1);
    assert.deepEqual(
      rows.filter(({ residentId }) => residentId === 'r007').map(({ state }) => state),
      ['failed'],
    );
    await service.stop(id);
    await service.runTo('2026-11-24T10:01');
    assert.equal((await service.theAlert(id)).value.stop?.isDone, true);
    assert.equal((await service.progress(id)).counts.failed, 1);
    await sendCorrection(service.needs)(WRITER, id);
    await service.runTo('2026-11-24T10:30');
    assert.equal((await service.theAlert(correctionId(id))).value.deliveries, 150);
    assert.equal((await service.theAlert(id)).value.lookAt, undefined);
  });

  test('a call whose worker died before the stop may have been heard: it is uncertain, and gets the correction', async () => {
    const service = await anAlertService({ at: FIRED });
    const id = await service.approved();
    service.channels.duringNext(async () =>
      service.hooked.onPut((item, put) => (item.kind === 'delivery' ? dies() : put())),
    );
    await service.answerBells();
    service.hooked.letPass();
    service.bell.lose();
    service.clock.moveTo(service.clock() + 2 * MINUTE);
    await service.stop(id);
    await service.answerBells();
    const delivery = await service.deliveryOf(id, 'bill');
    assert.equal(delivery?.state, 'uncertain');
    await sendCorrection(service.needs)(WRITER, id);
    await service.runTo('2026-11-24T10:05');
    assert.equal((await service.theAlert(correctionId(id))).value.deliveries, 1);
  });

  test('a correction waits until the walk through what it corrects is done', async () => {
    const service = await anAlertService({ at: FIRED, ...manyHomes(3) });
    const id = await service.approved();
    await service.answerBells();
    await service.stop(id);
    service.bell.lose();
    await sendCorrection(service.needs)(WRITER, id);
    await service.answerBells();
    assert.equal((await service.theAlert(correctionId(id))).value.state, 'approved');
    await service.runTo('2026-11-24T10:03');
    assert.equal((await service.theAlert(correctionId(id))).value.deliveries, 3);
  });

  test('what may have been heard is never said to be cancelled, expired or unreachable', async () => {
    const service = await anAlertService({ at: FIRED });
    const id = await service.approved(aContent({ expires: '2026-11-24T10:20' }));
    service.channels.answerNext(UNKNOWN);
    for (let n = 0; n < 30; n += 1) service.channels.answerNext(REFUSED);
    await service.runTo('2026-11-24T10:40');
    assert.equal((await service.deliveryOf(id, 'bill'))?.state, 'uncertain');
    assert.equal((await service.progress(id)).counts.uncertain, 1);
  });

  test('a Delivery that was closed because its looks failed is in the counts at once', async () => {
    const service = await anAlertService({ at: FIRED });
    const id = await service.approved();
    await service.answerAlertBells();
    const delivery = await service.deliveryOf(id, 'bill');
    assert.ok(delivery);
    const ref = { kind: 'delivery', council: 'harbour', residentId: 'bill', id: delivery.id, at: 0 } as const;
    for (let n = 1; n <= 5; n += 1) await service.stores.dueIndex.setBack(ref, service.clock() + n * 60 * MINUTE);
    assert.equal((await service.progress(id)).counts.failed, 1);
  });

  test('two people who share an Echo hear an urgent alert once each time, not twice', async () => {
    const couple = ['bill', 'vera'];
    const service = await anAlertService({
      at: FIRED,
      residents: couple.map((id) => aResident({ id })),
      homes: [aHome({ residents: couple })],
      echos: [anEcho({ residents: couple })],
    });
    await service.approved();
    await service.runTo('2026-11-24T11:00');
    assert.deepEqual(
      service.channels.calls.map(({ at, messages }) => [(at - instantOf(FIRED)) / MINUTE, messages.length]),
      [
        [0, 2],
        [10, 2],
        [30, 2],
      ],
      'both in one call, of which the Channel makes one announcement',
    );
  });

  test('with four Echos it is told at most six times', async () => {
    const hashes = ['one', 'two', 'three', 'four'];
    const service = await anAlertService({
      at: FIRED,
      homes: [aHome({ echos: hashes })],
      echos: hashes.map((hash) => anEcho({ hash })),
    });
    await service.approved();
    await service.runTo('2026-11-24T13:00');
    assert.equal(service.channels.said(), 4);
  });

  test('whoever once submitted it cannot approve it, also after it was taken back and submitted by another', async () => {
    const service = await anAlertService();
    const ben = anOfficer({ id: 'ben', rights: ['write-alerts', 'approve-alerts'] });
    const id = await service.drafted();
    await submitAlert(service.needs)(ben, await service.onAlert(id));
    await takeBackAlert(service.needs)(WRITER, await service.onAlert(id));
    await submitAlert(service.needs)(WRITER, await service.onAlert(id));
    assert.deepEqual(await service.approve(id, 1, ben), { kind: 'own-alert' });
  });

  test('a repeat that may not be made is passed over, and the next one still comes', async () => {
    const service = await anAlertService({ at: FIRED });
    await service.approved();
    await service.runTo('2026-11-24T10:05');
    const away = { kind: 'away', reason: 'holiday', since: '2026-11-24' } as const;
    const set = (presence: typeof away | { readonly kind: 'home' }) =>
      service.change(service.stores.residents, service.stores.residents.ofId('harbour', 'bill'), { presence });
    await set(away);
    await service.runTo('2026-11-24T10:12');
    await set({ kind: 'home' });
    await service.runTo('2026-11-24T11:00');
    assert.deepEqual(
      service.channels.calls.map(({ at }) => (at - instantOf(FIRED)) / MINUTE),
      [0, 30],
    );
  });
});
