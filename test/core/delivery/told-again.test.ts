import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { acknowledge } from '../../../lambda/core/delivery/acknowledge.ts';
import { isDeliveryKey } from '../../../lambda/core/delivery/bell.ts';
import { READING_HOLDS } from '../../../lambda/core/delivery/claim.ts';
import { type Delivery, keyOf } from '../../../lambda/core/delivery/delivery.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { defaultSettings } from '../../../lambda/core/people/settings.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import { dies } from '../../support/builders/a-hooked-table.ts';
import { aContent, anAlertService, manyHomes } from '../../support/builders/an-alert-service.ts';
import { aResident } from '../../support/builders/people.ts';
import { REFUSED } from '../../support/builders/recorders.ts';
import { aReminder } from '../../support/builders/things-told.ts';

const DUE = '2026-11-24T10:00';
const minutesOf = (calls: readonly { readonly at: number }[]) => calls.map(({ at }) => (at - instantOf(DUE)) / MINUTE);

describe('urgent words that nobody has answered', () => {
  test('a repeat whose worker died in its call counts as told, as far as anybody knows', async () => {
    const service = await anAlertService({ at: DUE });
    const id = await service.approved();
    await service.answerBells();
    service.clock.moveTo(instantOf('2026-11-24T10:10'));
    service.channels.duringNext(async () =>
      service.hooked.onPut((item, put) => (item.kind === 'delivery' ? dies() : put())),
    );
    await service.tick();
    await service.answerBells();
    service.hooked.letPass();
    await service.runTo('2026-11-24T13:00');
    assert.equal(service.channels.calls.length, 3);
    const delivery = await service.deliveryOf(id, 'bill');
    assert.deepEqual(
      delivery?.attempts.map(({ came }) => came),
      ['sent', 'unknown', 'sent'],
    );
    assert.equal(delivery?.state, 'sent');
  });

  test('a repeat has a reference of its own, so that a consumer Echo chimes again', async () => {
    const service = await anAlertService({ at: DUE });
    await service.approved();
    await service.runTo('2026-11-24T10:15');
    const references = service.channels.calls.flatMap(({ messages }) => messages.map(({ reference }) => reference));
    assert.equal(new Set(references).size, 2);
  });

  test('two workers at once tell it again once', async () => {
    const service = await anAlertService({ at: DUE });
    const id = await service.approved();
    await service.answerBells();
    service.clock.moveTo(instantOf('2026-11-24T10:10'));
    const delivery = await service.deliveryOf(id, 'bill');
    assert.ok(delivery);
    await Promise.all([1, 2, 3].map(() => service.deliver(keyOf(delivery))));
    assert.equal(service.channels.said(), 2);
  });

  test('not after its expiry, not to somebody who has gone away, and not after an answer', async () => {
    const early = await anAlertService({ at: DUE });
    await early.approved(aContent({ expires: '2026-11-24T10:15' }));
    await early.runTo('2026-11-24T12:00');
    assert.deepEqual(minutesOf(early.channels.calls), [0, 10]);

    const away = await anAlertService({ at: DUE });
    await away.approved();
    await away.runTo('2026-11-24T10:05');
    await away.change(away.stores.residents, away.stores.residents.ofId('harbour', 'bill'), {
      presence: { kind: 'away', reason: 'hospital', since: '2026-11-24' },
    });
    await away.runTo('2026-11-24T12:00');
    assert.deepEqual(minutesOf(away.channels.calls), [0]);

    const answered = await anAlertService({ at: DUE });
    const id = await answered.approved();
    await answered.runTo('2026-11-24T10:15');
    const delivery = await answered.deliveryOf(id, 'bill');
    assert.ok(delivery);
    await acknowledge(answered.needs)(keyOf(delivery), 'heard', 'screen');
    await answered.runTo('2026-11-24T12:00');
    assert.deepEqual(minutesOf(answered.channels.calls), [0, 10]);
  });

  test('nothing else is told again: a notice and a reminder once', async () => {
    const service = await anAlertService({ at: DUE, reminders: [aReminder('2026-11-24T10:01')] });
    await service.approved(aContent({ handling: 'notice' }));
    await service.runTo('2026-11-24T12:00');
    assert.deepEqual(minutesOf(service.channels.calls), [0, 1]);
  });
});

describe('one alert, many Deliveries', () => {
  test('the alert is read once for each bell, and again for each call that begins over a second later', async () => {
    const service = await anAlertService({ at: DUE, ...manyHomes(40), atOnce: 20 });
    await service.approved();
    let reads = 0;
    const { readSource } = service.deliverNeeds;
    const { deliver } = await import('../../../lambda/core/delivery/deliver.ts');
    const counting = deliver({
      ...service.deliverNeeds,
      readSource: (announcement) => {
        reads += 1;
        return readSource(announcement);
      },
    });
    await service.answerAlertBells();
    const keys = service.bell.take().flatMap((rung) => rung.keys);
    await counting(keys.flatMap((key) => ('id' in key ? [key] : [])));
    assert.equal(service.channels.said(), 40);
    assert.equal(reads, 1);

    service.clock.moveTo(instantOf('2026-11-24T10:10'));
    await service.tick();
    service.turns.onNextTurn(async () => service.clock.move(READING_HOLDS + 1));
    for (const { keys: again } of service.bell.take()) await counting(again.filter(isDeliveryKey));
    assert.equal(service.channels.said(), 80);
    assert.equal(reads, 1 + 1 + 2);
  });
});

describe('while Alexa refuses', () => {
  const refusing = async () => {
    const reminder = aReminder(DUE, { ladder: [{ afterMinutes: 10, tell: { kind: 'desk' } }] });
    const service = await aCareService({ at: DUE, reminders: [reminder] });
    for (let n = 0; n < 40; n += 1) service.channels.answerNext(REFUSED);
    return service;
  };

  test('a rung that falls due is climbed at its time, and it is still tried', async () => {
    const service = await refusing();
    await service.runTo('2026-11-24T10:11');
    assert.deepEqual(
      service.rungs.map(({ at }) => (at - instantOf(DUE)) / MINUTE),
      [10],
    );
    const tried = service.channels.calls.length;
    await service.runTo('2026-11-24T10:25');
    assert.ok(service.channels.calls.length > tried, 'the rung did not end the tries');
    assert.equal(service.rungs.length, 1);
  });

  test('too late to be spoken it is missed, and not tried any more', async () => {
    const service = await refusing();
    await service.runTo('2026-11-24T11:30');
    const [delivery] = await service.deliveriesOf();
    assert.equal(delivery?.state, 'missed');
    assert.ok(service.channels.calls.every(({ at }) => at <= instantOf('2026-11-24T10:30')));
  });
});

describe('T26 quiet hours and a reminder', () => {
  const quiet = aResident({ settings: { ...defaultSettings('Bill'), quietHours: { from: '22:00', to: '07:00' } } });

  test('one whose time was chosen inside them speaks', async () => {
    const service = await aCareService({
      at: '2026-11-24T22:50',
      residents: [quiet],
      reminders: [aReminder('2026-11-24T23:00')],
    });
    await service.runTo('2026-11-24T23:05');
    assert.equal(service.channels.said(), 1);
  });

  test('one that was due before them and was refused does not speak inside them', async () => {
    const service = await aCareService({
      at: '2026-11-24T21:50',
      residents: [quiet],
      reminders: [aReminder('2026-11-24T21:55')],
    });
    for (let n = 0; n < 3; n += 1) service.channels.answerNext(REFUSED);
    await service.runTo('2026-11-25T08:00');
    assert.ok(service.channels.calls.every(({ at }) => at < instantOf('2026-11-24T22:00')));
    const [delivery] = (await service.deliveriesOf()) as readonly Delivery[];
    assert.equal(delivery?.state, 'missed');
  });
});
