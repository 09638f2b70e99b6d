import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { acknowledge } from '../../../lambda/core/delivery/acknowledge.ts';
import {
  CLOSED_STATES,
  DELIVERY_STATES,
  type DeliveryState,
  keyOf,
  type LivingState,
} from '../../../lambda/core/delivery/delivery.ts';
import { HANDLINGS } from '../../../lambda/core/delivery/handling.ts';
import { inboxOf } from '../../../lambda/core/delivery/inbox.ts';
import { markReadOut, markSpoken, mayHaveBeenTold } from '../../../lambda/core/delivery/read-out.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { announcementOf } from '../../../lambda/core/reminders/reminder-announcement.ts';
import { occurrenceAt } from '../../../lambda/core/timetable/occurrence.ts';
import { aCareService, type CareService } from '../../support/builders/a-care-service.ts';
import { aDelivery, aReminder } from '../../support/builders/things-told.ts';

const DUE = '2026-11-24T09:00';
const NOW = instantOf('2026-11-24T10:00');
const states = [...(Object.keys(DELIVERY_STATES) as LivingState[]), ...CLOSED_STATES] as readonly DeliveryState[];

describe('what still waits for a resident', () => {
  test('Q08 urgent first, then appointments, routine, notices and greetings; among those the oldest first', () => {
    const any = fc.tuple(fc.constantFrom(...HANDLINGS), fc.integer({ min: 0, max: 59 }));
    const order = ['urgent', 'appointment', 'routine', 'notice', 'social'];
    fc.assert(
      fc.property(fc.array(any), (some) => {
        const deliveries = some.map(([handling, minute]) =>
          aDelivery(`2026-11-24T09:${String(minute).padStart(2, '0')}`, handling),
        );
        const { messages } = inboxOf(deliveries, NOW);
        const ranks = messages.map(({ handling, dueAt }) => order.indexOf(handling) * 1e15 + dueAt);
        assert.deepEqual(
          ranks,
          ranks.toSorted((a, b) => a - b),
        );
        assert.equal(messages.length, some.length);
      }),
    );
  });

  test('Q05 what somebody put away at the television is not offered any more; what nobody did still is', async () => {
    const service = await aCareService({ deliveries: [aDelivery(DUE), aDelivery('2026-11-24T09:30', 'urgent')] });
    const [first] = await service.deliveriesOf();
    assert.ok(first);
    await acknowledge(service.needs)(keyOf(first), 'heard', 'screen');
    const { messages } = inboxOf(await service.deliveriesOf(), NOW);
    assert.deepEqual(
      messages.map(({ handling }) => handling),
      ['urgent'],
    );
  });

  test('Q06 nothing before its time, from its expiry on, acknowledged, or closed; the missed and the unreachable stay', () => {
    const open = states.filter((state) => inboxOf([aDelivery(DUE, 'appointment', { state })], NOW).messages.length > 0);
    assert.deepEqual(open, [
      'waiting',
      'held',
      'claimed',
      'uncertain',
      'sent',
      'shown',
      'spoken',
      'missed',
      'unreachable',
    ]);
    const delivery = aDelivery(DUE);
    const isIn = (now: number) => inboxOf([delivery], now).messages.length === 1;
    assert.deepEqual([delivery.dueAt - 1, delivery.dueAt, delivery.expiresAt - 1, delivery.expiresAt].map(isIn), [
      false,
      true,
      true,
      false,
    ]);
  });

  test('reminders that are unanswered stand apart from messages', () => {
    const reminder = announcementOf(aReminder(DUE), occurrenceAt(DUE));
    const inbox = inboxOf([aDelivery(DUE), aDelivery(DUE, 'routine', reminder)], NOW);
    assert.deepEqual([inbox.reminders.length, inbox.messages.length], [1, 1]);
  });
});

describe('reading to the resident', () => {
  const withMessage = async (state: DeliveryState = 'sent') => {
    const delivery = aDelivery(DUE, 'appointment', { state });
    const service = await aCareService({ deliveries: [delivery] });
    const key = keyOf(delivery);
    return { service, key, now: () => service.theDelivery(key) };
  };
  const inboxNow = async (service: CareService) =>
    inboxOf(await service.deliveriesOf(), service.clock()).messages.length;

  test('Q01 read, played and said to be heard: it is not offered again', async () => {
    const { service, key, now } = await withMessage();
    await markReadOut(service.needs)([key]);
    await markSpoken(service.needs)([key]);
    assert.equal((await now()).state, 'spoken');
    await acknowledge(service.needs)(key, 'heard', 'voice');
    assert.equal(await inboxNow(service), 0);
  });

  test('Q03 G9 read without evidence that it was played, it is offered again with the hedge; once played, without', async () => {
    const { service, key, now } = await withMessage();
    assert.equal(mayHaveBeenTold(await now()), false);
    await markReadOut(service.needs)([key]);
    assert.deepEqual([mayHaveBeenTold(await now()), (await now()).state, await inboxNow(service)], [true, 'sent', 1]);
    await markSpoken(service.needs)([key]);
    assert.equal(mayHaveBeenTold(await now()), false);
  });

  test('Q02 marked twice it stays as it was marked first', async () => {
    const { service, key, now } = await withMessage();
    await markSpoken(service.needs)([key]);
    const first = await now();
    service.clock.move(MINUTE);
    await markSpoken(service.needs)([key]);
    assert.deepEqual(await now(), first);
  });

  test('what was missed or could not be reached is marked too, so that it is hedged, and its state stays', async () => {
    for (const state of ['missed', 'unreachable'] as const) {
      const { service, key, now } = await withMessage(state);
      await markReadOut(service.needs)([key]);
      assert.equal(mayHaveBeenTold(await now()), true, state);
      await markSpoken(service.needs)([key]);
      assert.deepEqual([(await now()).state, mayHaveBeenTold(await now())], [state, false]);
    }
  });

  test('what is closed or acknowledged is not marked any more', async () => {
    for (const state of ['cancelled', 'expired', 'acknowledged'] as const) {
      const { service, key, now } = await withMessage(state);
      const before = await now();
      await markReadOut(service.needs)([key]);
      await markSpoken(service.needs)([key]);
      assert.deepEqual(await now(), before);
    }
  });

  test('acknowledged is final: said again it is answered with the first time, by whatever door', async () => {
    const { service, key } = await withMessage();
    const first = await acknowledge(service.needs)(key, 'heard', 'voice');
    service.clock.move(MINUTE);
    const again = await acknowledge(service.needs)(key, 'done', 'page');
    assert.equal(first.kind, 'acknowledged');
    assert.ok(again.kind === 'already-acknowledged');
    assert.deepEqual(again.delivery.acknowledged, { at: service.clock() - MINUTE, reply: 'heard', by: 'voice' });
  });

  test('Q04 two doors at once: one acknowledges, both are answered, and nothing is lost', async () => {
    const { service, key, now } = await withMessage();
    const came = await Promise.all([
      acknowledge(service.needs)(key, 'heard', 'voice'),
      acknowledge(service.needs)(key, 'heard', 'page'),
      markReadOut(service.needs)([key]),
    ]);
    assert.deepEqual(
      came
        .slice(0, 2)
        .map((one) => one?.kind)
        .sort(),
      ['acknowledged', 'already-acknowledged'],
    );
    assert.equal((await now()).state, 'acknowledged');
  });

  test('what is closed can no longer be acknowledged, and what is not there is named', async () => {
    const { service, key } = await withMessage('expired');
    assert.equal((await acknowledge(service.needs)(key, 'heard', 'voice')).kind, 'no-longer-open');
    const gone = { ...key, id: '2026-11-24T09:00#R#gone' };
    assert.deepEqual(await acknowledge(service.needs)(gone, 'heard', 'voice'), { kind: 'no-such-delivery' });
  });
});
