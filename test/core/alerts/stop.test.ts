import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readAlertSource } from '../../../lambda/core/alerts/alert-source.ts';
import { correctionId } from '../../../lambda/core/alerts/corrections.ts';
import { sendCorrection } from '../../../lambda/core/alerts/send-correction.ts';
import { acknowledge } from '../../../lambda/core/delivery/acknowledge.ts';
import { keyOf } from '../../../lambda/core/delivery/delivery.ts';
import { inboxOf } from '../../../lambda/core/delivery/inbox.ts';
import { dies } from '../../support/builders/a-hooked-table.ts';
import {
  type AlertService,
  APPROVER,
  aContent,
  anAlertService,
  manyHomes,
  WRITER,
} from '../../support/builders/an-alert-service.ts';

const FIRED = '2026-11-24T10:00';

/** So many calls are under way at once; then the Alert is stopped and its Deliveries are walked, and only then are they answered. */
const stopsDuringCalls = (service: AlertService, id: string, calls: number): void => {
  const walked = Promise.withResolvers<void>();
  service.channels.onCall(async () => {
    if (service.channels.calls.length === calls) {
      assert.equal((await service.stop(id)).kind, 'alert-stopped');
      await service.answerBells();
      service.channels.onCall(async () => {});
      walked.resolve();
    }
    await walked.promise;
  });
};

describe('stopping an alert', () => {
  test('D41 stopped before it starts, nobody is told', async () => {
    const service = await anAlertService({ at: FIRED, ...manyHomes(3) });
    const id = await service.approved(aContent({ starts: { kind: 'at', at: '2026-11-24T11:00' } }));
    assert.equal((await service.stop(id)).kind, 'alert-stopped');
    await service.runTo('2026-11-24T11:30');
    assert.equal(service.channels.said(), 0);
    const { people, made, notQueued } = await service.progress(id);
    assert.deepEqual([people, made, notQueued], [3, 0, 3]);
  });

  test('D42 G5 stopped in the middle of calls: those under way are counted, and no other starts', async () => {
    const service = await anAlertService({ at: FIRED, ...manyHomes(100), atOnce: 10 });
    const id = await service.approved();
    stopsDuringCalls(service, id, 4);
    await service.answerBells();
    await service.runTo('2026-11-24T10:12');
    assert.equal(service.channels.calls.length, 4);
    const { value: alert } = await service.theAlert(id);
    assert.equal(alert.stop?.inFlight, 40);
    const { counts } = await service.progress(id);
    assert.deepEqual([counts.sent, counts.cancelled], [40, 60]);
  });

  test('a stop wins over a release that writes at the same moment', async () => {
    const service = await anAlertService({ at: FIRED, ...manyHomes(250) });
    const id = await service.approved();
    let isStopped = false;
    service.hooked.onPut(async (item, put) => {
      const written = await put();
      if (item.kind === 'chunk' && !isStopped) {
        isStopped = true;
        await service.stop(id);
      }
      return written;
    });
    await service.answerBells();
    await service.runTo('2026-11-24T10:15');
    assert.equal((await service.theAlert(id)).value.state, 'stopped');
    assert.equal(service.channels.said(), 0);
    const { counts, notQueued, people } = await service.progress(id);
    assert.deepEqual([counts.cancelled, notQueued, people], [100, 150, 250]);
  });

  test('a stop whose worker dies is gone on with, and every Delivery is closed', async () => {
    const service = await anAlertService({ at: FIRED, ...manyHomes(120), echos: [] });
    const id = await service.approved();
    await service.answerBells();
    await service.stop(id);
    let puts = 0;
    service.hooked.onPut(async (_item, put) => {
      puts += 1;
      return puts === 60 ? dies() : put();
    });
    await service.answerBells();
    service.hooked.letPass();
    await service.runTo('2026-11-24T10:05');
    const { value: alert } = await service.theAlert(id);
    assert.equal(alert.stop?.isDone, true);
    assert.equal((await service.progress(id)).counts.cancelled, 120);
  });

  test('what was told stays as evidence, but is read no more, shown no more, and not repeated', async () => {
    const service = await anAlertService({ at: FIRED });
    const id = await service.approved();
    await service.answerBells();
    await service.stop(id);
    await service.answerBells();
    const delivery = await service.deliveryOf(id, 'bill');
    assert.ok(delivery);
    assert.equal(delivery.state, 'sent');
    assert.deepEqual(inboxOf([delivery], service.clock()).messages, []);
    await service.runTo('2026-11-24T11:00');
    assert.equal(service.channels.said(), 1);
  });

  test('somebody who answers after the stop is still noted', async () => {
    const service = await anAlertService({ at: FIRED });
    const id = await service.approved();
    await service.answerBells();
    await service.stop(id);
    await service.answerBells();
    const delivery = await service.deliveryOf(id, 'bill');
    assert.ok(delivery);
    assert.equal((await acknowledge(service.needs)(keyOf(delivery), 'heard', 'voice')).kind, 'acknowledged');
    assert.equal((await service.progress(id)).counts.acknowledged, 1);
  });

  test('D43 after its end it is too late to stop, and the correction can still be sent', async () => {
    const service = await anAlertService({ at: FIRED });
    const id = await service.approved();
    await service.runTo('2026-11-24T18:01');
    assert.equal((await service.theAlert(id)).value.state, 'expired');
    assert.equal((await service.stop(id)).kind, 'not-in-this-state');
    assert.equal((await sendCorrection(service.needs)(WRITER, id)).kind, 'correction-sent');
    await service.runTo('2026-11-24T18:03');
    assert.match(service.channels.calls.at(-1)?.messages[0]?.speech ?? '', /That was a mistake/);
  });

  test('a stop needs a reason, is done once, and says so the second time', async () => {
    const service = await anAlertService({ at: FIRED });
    const id = await service.approved();
    assert.deepEqual(await service.stop(id, WRITER, ' '), { kind: 'reason-missing' });
    assert.equal((await service.stop(id, APPROVER)).kind, 'alert-stopped');
    assert.equal((await service.stop(id, WRITER)).kind, 'not-in-this-state');
    assert.equal((await service.stop('no-such', WRITER)).kind, 'no-such-alert');
  });

  test('from the write of a stop its source stands no more', async () => {
    const service = await anAlertService({ at: FIRED });
    const id = await service.approved();
    await service.answerBells();
    const delivery = await service.deliveryOf(id, 'bill');
    assert.ok(delivery?.source.kind === 'alert');
    const read = () =>
      readAlertSource(service.needs)(delivery, delivery.source.kind === 'alert' ? delivery.source : never());
    assert.equal((await read()).kind, 'stands');
    await service.stop(id);
    assert.deepEqual(await read(), { kind: 'gone', state: 'cancelled' });
  });
});

const never = (): never => {
  throw new Error('it is an alert');
};

describe('the correction that was prepared', () => {
  test('Q07 it goes to those whom the alert may have reached, and to nobody else', async () => {
    const service = await anAlertService({ at: FIRED, ...manyHomes(100), atOnce: 10 });
    const id = await service.approved();
    stopsDuringCalls(service, id, 4);
    await service.answerBells();
    const first = service.channels.calls.flatMap(({ messages }) => messages.map(({ echo }) => echo.hash)).sort();
    const sent = await sendCorrection(service.needs)(WRITER, id);
    assert.equal(sent.kind, 'correction-sent');
    await service.runTo('2026-11-24T10:03');
    const second = service.channels.calls.slice(4).flatMap(({ messages }) => messages);
    assert.deepEqual(second.map(({ echo }) => echo.hash).sort(), first);
    assert.ok(second.every(({ speech }) => speech.includes('That was a mistake')));
    const { people, counts } = await service.progress(correctionId(id));
    assert.deepEqual([people, counts.sent], [40, 40]);
  });

  test('Q07 it is sent once, however often it is asked for', async () => {
    const service = await anAlertService({ at: FIRED });
    const id = await service.approved();
    await service.answerBells();
    await service.stop(id);
    await service.answerBells();
    assert.equal((await sendCorrection(service.needs)(WRITER, id)).kind, 'correction-sent');
    await service.answerBells();
    assert.equal((await sendCorrection(service.needs)(APPROVER, id)).kind, 'correction-already-sent');
    await service.answerBells();
    assert.equal(service.channels.said(), 2);
  });

  test('Q07 a correction that was stopped by mistake is sent again, to those who have not heard it yet', async () => {
    const service = await anAlertService({ at: FIRED, ...manyHomes(100), atOnce: 10 });
    const id = await service.approved();
    await service.answerBells();
    await service.stop(id);
    await service.answerBells();
    await sendCorrection(service.needs)(WRITER, id);
    const told = service.channels.calls.length;
    stopsDuringCalls(service, correctionId(id), told + 4);
    await service.answerBells();
    const heard = service.channels.calls.slice(told).flatMap(({ messages }) => messages.map(({ echo }) => echo.hash));
    assert.equal(heard.length, 40);
    assert.equal((await sendCorrection(service.needs)(WRITER, id)).kind, 'correction-sent');
    assert.equal((await sendCorrection(service.needs)(APPROVER, id)).kind, 'correction-already-sent');
    await service.runTo('2026-11-24T10:03');
    const all = service.channels.calls.slice(told).flatMap(({ messages }) => messages.map(({ echo }) => echo.hash));
    assert.equal(new Set(all).size, 100);
    assert.equal(all.length, 100, 'each once');
    assert.equal((await service.theAlert(correctionId(id, 2))).value.deliveries, 60);
  });

  test('an alert that still runs is stopped first; one without prepared words has none to send', async () => {
    const service = await anAlertService({ at: FIRED });
    const id = await service.approved();
    await service.answerBells();
    assert.equal((await sendCorrection(service.needs)(WRITER, id)).kind, 'not-in-this-state');
    const { correction: _none, ...plain } = aContent();
    const other = await service.approved(plain);
    await service.answerBells();
    await service.stop(other);
    assert.deepEqual(await sendCorrection(service.needs)(WRITER, other), { kind: 'no-correction-prepared' });
  });

  test('SEC-16 words of a correction that were changed after the approval are not sent', async () => {
    const service = await anAlertService({ at: FIRED });
    const id = await service.approved();
    await service.answerBells();
    await service.stop(id);
    await service.answerBells();
    await service.change(service.stores.alerts, service.stores.alerts.ofId('harbour', id), {
      content: aContent({ correction: { title: 'Pay now', text: 'Ring this number.' } }),
    });
    assert.equal((await sendCorrection(service.needs)(WRITER, id)).kind, 'not-in-this-state');
  });
});
