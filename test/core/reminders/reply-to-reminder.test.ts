import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Delivery } from '../../../lambda/core/delivery/delivery.ts';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { remindersOnDay } from '../../../lambda/core/reminders/list-reminders.ts';
import type { Reminder } from '../../../lambda/core/reminders/reminder.ts';
import { DONE_EARLY, replyDone, replyNotYet } from '../../../lambda/core/reminders/reply-to-reminder.ts';
import { aCareService, type CareService } from '../../support/builders/a-care-service.ts';
import { aReminder } from '../../support/builders/things-told.ts';

const TODAY = '2026-11-24';
const at = (time: string, more: Partial<Reminder> = {}) =>
  aReminder(`${TODAY}T${time}`, { id: `rem-${time.slice(0, 2)}`, ...more });

/** Bill with Reminders at these times, at a time of the day; all that was due has been spoken. */
const aDay = async (now: string, ...reminders: readonly Reminder[]) => {
  const service = await aCareService({ at: `${TODAY}T07:00`, reminders });
  await service.runTo(`${TODAY}T${now}`);
  return service;
};
const known = async (service: CareService) => ({
  reminders: await service.stores.reminders.ofResident('harbour', 'bill'),
  deliveries: await service.deliveriesOf(),
});
const done = async (service: CareService, time?: string) =>
  replyDone(service.needs)(await known(service), time, 'voice');
const notYet = async (service: CareService, time?: string) => replyNotYet(service.needs)(await known(service), time);
const dueOf = (outcome: { readonly delivery?: Delivery }) => outcome.delivery?.due.slice(11);

describe('"it’s done"', () => {
  test('the one that is due is acknowledged: that somebody said so, when and how, and nothing else', async () => {
    const service = await aDay('08:05', at('08:00'));
    const outcome = await done(service);
    assert.ok(outcome.kind === 'reminder-done' && !outcome.isEarly);
    assert.deepEqual(outcome.delivery.acknowledged, { at: service.clock(), reply: 'done', by: 'voice' });
  });

  test('said again it is already done, with the time it was said first', async () => {
    const service = await aDay('08:05', at('08:00'));
    await done(service);
    const first = service.clock();
    service.clock.move(10 * MINUTE);
    const outcome = await done(service);
    assert.ok(outcome.kind === 'already-done');
    assert.equal(outcome.at, first);
  });

  test('two that are due and no time said: it asks which, the earlier first', async () => {
    const service = await aDay('09:05', at('08:00'), at('09:00'));
    const outcome = await done(service);
    assert.ok(outcome.kind === 'which-reminder');
    assert.deepEqual(
      outcome.deliveries.map(({ due }) => due.slice(11)),
      ['08:00', '09:00'],
    );
    assert.equal(dueOf((await done(service, '09:00')) as { delivery: Delivery }), '09:00');
    assert.equal(dueOf((await done(service)) as { delivery: Delivery }), '08:00', 'then only one is left');
  });

  test('eight on the dial is eight in the morning and eight in the evening', async () => {
    const morning = await aDay('08:05', at('08:00'), at('20:00'));
    assert.equal(dueOf((await done(morning, '20:00')) as { delivery: Delivery }), '08:00');
    const evening = await aDay('20:05', at('08:00'), at('20:00'));
    assert.equal(dueOf((await done(evening, '08:00')) as { delivery: Delivery }), '20:00');
    assert.equal((await done(evening, '09:00')).kind, 'nothing-due');
    const midnight = await aDay('12:05', at('12:00'));
    assert.equal((await done(midnight, '00:00')).kind, 'reminder-done');
  });

  test('minutes on the dial count', async () => {
    const service = await aDay('08:05', at('08:00'));
    assert.equal((await done(service, '08:30')).kind, 'nothing-due');
  });

  test('up to two hours early it is done, and it does not ring any more', async () => {
    const service = await aDay('18:00', at('20:00'));
    const outcome = await done(service);
    assert.ok(outcome.kind === 'reminder-done' && outcome.isEarly);
    await service.runTo(`${TODAY}T20:30`);
    assert.equal(service.channels.said(), 0);
    assert.deepEqual(
      (await service.deliveriesOf()).map(({ state }) => state),
      ['acknowledged'],
    );
  });

  test('earlier than that nothing is due yet, and the next one is named', async () => {
    const service = await aDay('17:59', at('20:00'));
    const outcome = await done(service);
    assert.ok(outcome.kind === 'nothing-due');
    assert.equal(outcome.next?.local, `${TODAY}T20:00`);
    assert.equal(DONE_EARLY, 2 * HOUR);
  });

  test('in the last two minutes, when its bell is already set, it is done early all the same', async () => {
    const service = await aDay('19:59', at('20:00'));
    assert.equal((await service.deliveriesOf()).length, 1, 'a tick has made its Delivery');
    const outcome = await done(service);
    assert.ok(outcome.kind === 'reminder-done' && outcome.isEarly);
    await service.runTo(`${TODAY}T20:05`);
    assert.equal(service.channels.said(), 0);
  });

  test('the soonest of those that come is meant', async () => {
    const service = await aDay('18:30', at('20:00'), at('19:00'));
    assert.equal(dueOf((await done(service)) as { delivery: Delivery }), '19:00');
  });

  test('one that is due is meant before one that comes', async () => {
    const service = await aDay('08:05', at('08:00'), at('09:00'));
    assert.equal(dueOf((await done(service)) as { delivery: Delivery }), '08:00');
  });

  test('after twelve hours it is nothing that is due', async () => {
    const service = await aDay('19:59', at('08:00'));
    assert.equal((await done(service)).kind, 'reminder-done');
    const later = await aDay('20:00', at('08:00'));
    assert.equal((await done(later)).kind, 'nothing-due');
  });

  test('a missed one and one without an Echo may still be said to be done', async () => {
    const service = await aCareService({ at: `${TODAY}T07:00`, reminders: [at('08:00')] });
    service.clock.move(2 * HOUR);
    await service.runTo(`${TODAY}T09:05`);
    assert.equal((await service.deliveriesOf())[0]?.state, 'missed');
    assert.equal((await done(service)).kind, 'reminder-done');
  });

  test('a cancelled one is not due, and does not stand in the way of another', async () => {
    const service = await aDay('08:58', at('08:00'), at('09:00'));
    await service.change(service.stores.reminders, service.stores.reminders.ofId('harbour', 'bill', 'rem-09'), {
      state: 'paused',
    });
    await service.runTo(`${TODAY}T09:05`);
    assert.equal(dueOf((await done(service)) as { delivery: Delivery }), '08:00');
  });

  test('with nothing set there is nothing', async () => {
    assert.deepEqual(await done(await aDay('10:00')), { kind: 'nothing-due' });
  });

  test('C02 said by voice and pressed on the page at once it is done once', async () => {
    const service = await aDay('08:05', at('08:00'));
    const all = await known(service);
    const came = await Promise.all([
      replyDone(service.needs)(all, undefined, 'voice'),
      replyDone(service.needs)(all, undefined, 'page'),
    ]);
    assert.deepEqual(came.map(({ kind }) => kind).toSorted(), ['already-done', 'reminder-done']);
  });
});

describe('"not yet"', () => {
  test('it is noted with its time, and is no acknowledgement', async () => {
    const service = await aDay('08:05', at('08:00'));
    const outcome = await notYet(service);
    assert.ok(outcome.kind === 'not-yet-noted');
    assert.deepEqual([outcome.delivery.notYetAt, outcome.delivery.state], [service.clock(), 'sent']);
    assert.equal((await done(service)).kind, 'reminder-done', 'and then it may be done');
  });

  test('of one that comes nothing is written', async () => {
    const service = await aDay('19:00', at('20:00'));
    const written = service.hooked.written.length;
    assert.equal((await notYet(service)).kind, 'not-yet-noted');
    assert.equal(service.hooked.written.length, written);
  });

  test('after it was done it is not undone', async () => {
    const service = await aDay('08:05', at('08:00'));
    await done(service);
    assert.equal((await notYet(service)).kind, 'already-done');
  });
});

describe('the reminders of a day', () => {
  const list = async (service: CareService, day = TODAY) => {
    const outcome = remindersOnDay(await known(service), day, service.clock());
    return outcome.kind === 'reminders'
      ? outcome.occurrences.map(({ at: local, state }) => `${local.slice(11)} ${state}`)
      : outcome.kind;
  };

  test('each stands in order with what was said about it', async () => {
    const service = await aDay('20:30', at('08:00'), at('18:00'), at('20:00'), at('21:00'));
    await done(service, '18:00');
    assert.deepEqual(await list(service), ['08:00 no-reply', '18:00 done', '20:00 due', '21:00 coming']);
  });

  test('what was done early is done, in the last two minutes too', async () => {
    const service = await aDay('19:59', at('20:00'));
    await done(service);
    assert.deepEqual(await list(service), ['20:00 done']);
  });

  test('what a rule named before it was set, or while it was paused, is left out', async () => {
    const service = await aDay(
      '10:00',
      aReminder('2026-11-25T08:00', { recurrence: { kind: 'daily', time: '08:00', from: TODAY } }),
    );
    assert.equal(await list(service), 'no-reminders-on-day');
    const paused = await aDay('07:58', at('08:00'));
    const { reminders } = paused.stores;
    const rem = () => reminders.ofId('harbour', 'bill', 'rem-08');
    await paused.change(reminders, rem(), { state: 'paused' });
    await paused.runTo(`${TODAY}T08:05`);
    await paused.change(reminders, rem(), { state: 'on' });
    assert.equal(await list(paused), 'no-reminders-on-day');
  });

  test('one whose id begins like another’s does not borrow its evidence', async () => {
    const rule = { kind: 'daily', time: '08:00', from: TODAY } as const;
    const service = await aDay('08:05', at('08:00', { id: 'rem-10' }));
    await service.stores.reminders.save({
      value: aReminder('2026-11-25T08:00', { id: 'rem-1', recurrence: rule }),
      version: 0,
    });
    assert.deepEqual(await list(service), ['08:00 due']);
  });

  test('a day without any names the next one, and somebody without any is told so', async () => {
    const service = await aDay('10:00', aReminder('2026-11-26T08:00'));
    const outcome = remindersOnDay(await known(service), '2026-11-25', service.clock());
    assert.ok(outcome.kind === 'no-reminders-on-day');
    assert.equal(outcome.next?.at, '2026-11-26T08:00');
    assert.equal(await list(await aDay('10:00')), 'no-reminders');
    assert.equal(await list(await aDay('10:00', at('20:00', { state: 'paused' }))), 'no-reminders');
  });
});
