import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alertKey, deliveryKey, memberKey, reminderKey } from '../../../lambda/adapters/table/keys.ts';
import { shardsOf } from '../../../lambda/adapters/table/shards.ts';
import type { Json, Key, StoredItem, Table } from '../../../lambda/adapters/table/table.ts';
import { nightStages } from '../../../lambda/core/alerts/night-stages.ts';
import { DAY, HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { FINDINGS, NIGHT_STAGES, walkNight } from '../../../lambda/core/timetable/night.ts';
import { occurrenceAt } from '../../../lambda/core/timetable/occurrence.ts';
import type { CareService, SetUp } from '../../support/builders/a-care-service.ts';
import { aContent, anAlertService, manyHomes } from '../../support/builders/an-alert-service.ts';
import { aResident } from '../../support/builders/people.ts';
import { aDelivery, aReminder } from '../../support/builders/things-told.ts';

const EVENING = '2026-11-24T20:00';
const TEN_TO_THREE = '2026-11-25T02:50';
const FIVE_PAST = '2026-11-25T03:05';
const REMINDER = reminderKey('harbour', 'bill', 'rem');

/** Changes a row behind everybody's back. */
const plant = async (table: Table, key: Key, change: (item: StoredItem) => Partial<StoredItem>): Promise<void> => {
  const item = await table.get(key, { strong: true });
  assert.ok(item, 'there is no such row');
  const { due, ...rest } = { ...item, ...change(item) };
  const written = await table.put(due === undefined ? rest : { ...rest, due }, { ifVersion: item.version });
  assert.equal(written.kind, 'mine');
};
const withoutDue = () => ({ due: undefined }) as unknown as Partial<StoredItem>;
const mended = ({ log }: CareService) =>
  Object.fromEntries(
    log.lines.flatMap(({ code, fields }) => (code === 'night.mended' ? [[fields.kind, fields.count] as const] : [])),
  );
const atNight = (more: SetUp = {}) => anAlertService({ at: TEN_TO_THREE, ...more });
const breakfast = () => aReminder('2026-11-25T08:00');
const next = async ({ stores }: CareService) => (await stores.reminders.ofId('harbour', 'bill', 'rem'))?.value.next;

describe('the comparison of a night', () => {
  test('finds nothing where nothing is wrong, once for each night, and not before three', async () => {
    const service = await anAlertService({ at: EVENING, reminders: [breakfast()] });
    await service.needs.announce({ ...aDelivery('2026-11-25T09:00') });
    await service.runTo(TEN_TO_THREE);
    const before = service.log.codes().filter((code) => code === 'night.done').length;
    await service.runTo('2026-11-25T08:05');
    assert.deepEqual(mended(service), {});
    assert.equal(service.log.codes().filter((code) => code === 'night.done').length, before + 1);
    assert.equal((await service.stores.nights.of('harbour'))?.value.night, '2026-11-25');
  });

  test('a reminder that no tick would find any more is put back, and is told at its time', async () => {
    const service = await atNight({ reminders: [breakfast()] });
    await plant(service.table, REMINDER, withoutDue);
    await service.runTo(FIVE_PAST);
    assert.deepEqual(mended(service), { 'not-due': 1 });
    await service.runTo('2026-11-25T08:01');
    assert.equal(service.channels.said(), 1);
  });

  test('a reminder in a shard at which no tick looks, and one that is due at another time than it says, are put back', async () => {
    for (const due of [
      { shard: 'C#harbour#R#9', at: instantOf('2026-11-25T08:00') },
      { shard: 'C#harbour#R#0', at: instantOf('2026-11-27T08:00') },
    ]) {
      const service = await atNight({ reminders: [breakfast()] });
      await plant(service.table, REMINDER, () => ({ due }));
      await service.runTo(FIVE_PAST);
      assert.deepEqual(mended(service), { 'not-due': 1 });
      await service.runTo('2026-11-25T08:01');
      assert.equal(service.channels.said(), 1);
    }
  });

  test('a reminder that is on and waits for none of its times waits for its next one', async () => {
    const { next: _next, ...lost } = breakfast();
    const service = await atNight({ reminders: [lost] });
    await service.runTo(FIVE_PAST);
    assert.deepEqual(mended(service), { forgotten: 1 });
    await service.runTo('2026-11-25T08:01');
    assert.equal(service.channels.said(), 1);
  });

  test('a reminder of somebody who has died stays silent, whatever the night finds', async () => {
    const { next: _next, ...lost } = breakfast();
    const presence = { kind: 'ended', since: '2026-11-20' } as const;
    const service = await atNight({ reminders: [lost], residents: [aResident({ presence })] });
    await service.runTo('2026-11-25T09:00');
    assert.equal('forgotten' in mended(service), false);
    assert.equal(service.channels.calls.length, 0);
  });

  test('a row whose look failed stands later than it is due, on purpose', async () => {
    const service = await atNight({ reminders: [breakfast()] });
    const due = { shard: 'C#harbour#R#0', at: instantOf('2026-11-25T08:04') };
    await plant(service.table, REMINDER, ({ body, due: was }) => ({
      due: { ...due, shard: was?.shard ?? due.shard },
      body: { ...body, failedLooks: 3 },
    }));
    await service.runTo(FIVE_PAST);
    assert.deepEqual(mended(service), {});
  });

  test('what the index shows although it waits for nothing leaves it', async () => {
    const service = await atNight({ reminders: [aReminder('2026-11-25T08:00', { state: 'cancelled' })] });
    const due = { shard: 'C#harbour#R#0', at: instantOf('2026-11-25T08:00') };
    await plant(service.table, REMINDER, () => ({ due }));
    await service.runTo(FIVE_PAST);
    assert.deepEqual(mended(service), { 'waits-for-nothing': 1 });
    assert.equal((await service.table.get(REMINDER))?.due, undefined);
  });

  test('T19 after a change of the rules of the clock every time is reckoned again from the wall, and it is written down', async () => {
    const old = { local: '2026-11-26T08:00', at: instantOf('2026-11-26T08:00') - HOUR };
    const service = await atNight({ reminders: [aReminder('2026-11-26T08:00', { next: old })] });
    await service.runTo(FIVE_PAST);
    assert.deepEqual(mended(service), { 'clock-rules': 1 });
    assert.deepEqual(await next(service), occurrenceAt('2026-11-26T08:00'));
    const [entry] = await service.stores.audit.of('harbour', 'NIGHT');
    assert.deepEqual([entry?.act.did, entry?.act.by], ['mend-at-night', { kind: 'system', id: 'night' }]);
    await service.runTo('2026-11-26T08:01');
    assert.equal(service.channels.calls[0]?.at, instantOf('2026-11-26T08:00'));
  });

  test('T19 an alert that is planned starts at its time on the wall, too', async () => {
    const service = await anAlertService({ at: TEN_TO_THREE });
    const content = aContent({ starts: { kind: 'at', at: '2026-11-26T12:00' }, expires: '2026-11-26T18:00' });
    const id = await service.approved(content);
    const { value } = await service.theAlert(id);
    assert.ok(value.approval);
    const startsAt = value.approval.startsAt - HOUR;
    await service.change(service.stores.alerts, service.stores.alerts.ofId('harbour', id), {
      approval: { ...value.approval, startsAt },
    });
    await service.runTo(FIVE_PAST);
    assert.deepEqual(mended(service), { 'clock-rules': 1 });
    assert.equal((await service.theAlert(id)).value.approval?.startsAt, instantOf('2026-11-26T12:00'));
  });

  test('a delivery that is open and waits for nothing, or that no tick would find, is looked at again', async () => {
    const due = '2026-11-25T08:00';
    const { lookAt: _lookAt, ...forgotten } = aDelivery(due);
    for (const [finding, delivery, change] of [
      ['forgotten', forgotten, undefined],
      ['not-due', aDelivery(due), withoutDue],
    ] as const) {
      const service = await atNight({ deliveries: [delivery] });
      if (change !== undefined) await plant(service.table, deliveryKey('harbour', 'bill', delivery.id), change);
      await service.runTo(FIVE_PAST);
      assert.equal(mended(service)[finding], 1, finding);
      await service.runTo('2026-11-25T08:02');
      assert.notEqual((await service.theDelivery(delivery)).state, 'waiting');
    }
  });

  test('an alert that no tick would find is put back, and is released', async () => {
    const service = await anAlertService({ at: TEN_TO_THREE });
    const content = aContent({ starts: { kind: 'at', at: '2026-11-25T12:00' }, expires: '2026-11-25T18:00' });
    const id = await service.approved(content);
    await plant(service.table, alertKey('harbour', id), withoutDue);
    await service.runTo(FIVE_PAST);
    assert.deepEqual(mended(service), { 'not-due': 1 });
    await service.runTo('2026-11-25T12:02');
    assert.equal(service.channels.said(), 1);
  });

  test('D55 D56 the counts of an alert that has been over for a day are compared once more', async () => {
    const service = await anAlertService({ at: EVENING });
    const id = await service.approved(aContent({ handling: 'notice', expires: '2026-11-24T21:00' }));
    await service.runTo(TEN_TO_THREE);
    const key = { council: 'harbour', alertId: id, chunk: 1 };
    assert.equal((await service.stores.results.ofChunk('harbour', id, 1)).get('bill'), 'sent');
    const { value } = await service.theAlert(id);
    await service.change(service.stores.alerts, service.stores.alerts.ofId('harbour', id), {
      reconciledAt: (value.reconciledAt ?? 0) - DAY,
    });
    const found = (await service.deliveriesOf())[0];
    assert.ok(found);
    const item = deliveryKey('harbour', 'bill', found.id);
    const acknowledged: Json = { at: service.clock(), reply: 'heard', by: 'voice' };
    await plant(service.table, item, ({ body }) => ({ body: { ...body, state: 'acknowledged', acknowledged } }));
    await service.runTo(FIVE_PAST);
    assert.equal((await service.stores.results.ofChunk('harbour', key.alertId, 1)).get('bill'), 'acknowledged');
  });

  test('what audiences are asked of is written again where it is behind, so that nobody is left out', async () => {
    const service = await anAlertService({ at: TEN_TO_THREE, ...manyHomes(3) });
    await plant(service.table, memberKey('harbour', 'h002', 'r002'), ({ body }) => ({
      body: { ...body, standing: 'ended' },
    }));
    await service.runTo(FIVE_PAST);
    assert.deepEqual(mended(service), { 'member-behind': 1 });
    await service.approved(aContent({ expires: '2026-11-25T18:00' }), 3);
    await service.answerBells();
    assert.equal(service.channels.said(), 3);
  });

  test('a row that cannot be read is alarmed and does not hold up the rest of the night', async () => {
    const reminders = [breakfast(), aReminder('2026-11-25T09:00', { id: 'other' })];
    const service = await atNight({ reminders });
    await plant(service.table, REMINDER, ({ body }) => ({ body: { ...body, label: 'no-such' } }));
    await plant(service.table, reminderKey('harbour', 'bill', 'other'), withoutDue);
    await service.runTo(FIVE_PAST);
    assert.deepEqual(mended(service), { 'not-due': 1 });
    assert.ok(service.log.codes().includes('night.done'));
  });

  test('it goes on where it stopped when its time was up, and a page that throws is tried again', async () => {
    const service = await anAlertService({ at: FIVE_PAST, ...manyHomes(60) });
    const { stores, clock, log } = service;
    let faults = 1;
    const pages: string[] = [];
    const stages = nightStages({
      ...stores,
      council: 'harbour',
      rows: stores.waitingRows,
      index: stores.dueIndex,
      shards: async () => shardsOf('harbour', await stores.councilOf('harbour')),
      clock,
    });
    const noted: string[] = [];
    const walk = walkNight({
      council: 'harbour',
      nights: stores.nights,
      stages: {
        ...stages,
        homes: async (after) => {
          pages.push(after ?? 'first');
          if (pages.length === 2 && faults-- > 0) throw new Error('no answer');
          return stages.homes(after);
        },
      },
      note: async ({ night }) => void noted.push(night),
      clock,
      log: log.log,
    });
    const cameTo: string[] = [];
    for (let n = 0; n < 20 && cameTo.at(-1) !== 'done'; n += 1) {
      let left = 1;
      cameTo.push(await walk(() => left-- > 0));
    }
    assert.equal(cameTo.at(-1), 'done');
    assert.equal(pages.length, 4, 'three pages of Homes, one of them twice');
    assert.equal(pages[1], pages[2]);
    assert.ok(log.codes().includes('night.fault'));
    assert.deepEqual(noted, [], 'nothing was mended');
  });

  test('G11 two ticks at once mend each thing once, and note it once', async () => {
    const service = await atNight({ reminders: [breakfast()] });
    await plant(service.table, REMINDER, withoutDue);
    service.clock.move(15 * MINUTE);
    await Promise.all([service.tick(), service.tick()]);
    assert.equal((await service.stores.audit.of('harbour', 'NIGHT')).length, 1);
    const row = await service.table.get(REMINDER);
    assert.equal(row?.due?.at, instantOf('2026-11-25T08:00'));
  });

  test('every finding and every stage has its place', () => {
    assert.equal(new Set(FINDINGS).size, 6);
    assert.deepEqual(NIGHT_STAGES, ['homes', 'index', 'alerts']);
  });
});
