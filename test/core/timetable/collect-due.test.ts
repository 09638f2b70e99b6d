import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { shardsOf } from '../../../lambda/adapters/table/shards.ts';
import { MINUTE, SECOND } from '../../../lambda/core/kernel/clock.ts';
import { instantOf, localTime } from '../../../lambda/core/kernel/uk-time.ts';
import { fireReminder } from '../../../lambda/core/reminders/fire-reminder.ts';
import { collectDue, type OnDue } from '../../../lambda/core/timetable/collect-due.ts';
import { type DueRef, shardOf } from '../../../lambda/core/timetable/due.ts';
import { aCareService, type CareService } from '../../support/builders/a-care-service.ts';
import { aCouncil } from '../../support/builders/people.ts';
import { aReminder } from '../../support/builders/things-told.ts';

const SHARD = { council: 'harbour', lane: 'routine', number: 0 } as const;
const oneShard = aCouncil({ routineShards: 1 });
const AT_EIGHT = '2026-11-24T20:00';

const idsOf = (refs: readonly DueRef[]) => refs.map(({ id }) => id);
const nothing = async (): Promise<void> => {};

/** Collects with one handler for every kind, and says what it looked at. */
const collecting = (service: CareService, onReminder: (ref: DueRef) => Promise<void> = nothing) => {
  const looked: DueRef[] = [];
  const onDue: OnDue = {
    reminder: async (ref) => {
      looked.push(ref);
      await onReminder(ref);
    },
    delivery: nothing,
    alert: nothing,
    mirror: nothing,
    'home-mirror': nothing,
  };
  const { log } = service.log;
  const collect = collectDue({ index: service.stores.dueIndex, onDue, clock: service.clock, log });
  return { looked, collect: () => collect(SHARD) };
};

describe('what is due', () => {
  test('everything due within the next two minutes is looked at, by time, and nothing later', async () => {
    const reminders = ['20:03', '19:00', '20:02', '20:01'].map((time) => aReminder(`2026-11-24T${time}`, { id: time }));
    const service = await aCareService({ at: AT_EIGHT, council: oneShard, reminders });
    const { looked, collect } = collecting(service);
    assert.deepEqual(await collect(), { looked: 3, failed: 0, closed: 0 });
    assert.deepEqual(idsOf(looked), ['19:00', '20:01', '20:02']);
  });

  test('more than a page is looked at whole, each row once, however many of them fail', async () => {
    const ids = Array.from({ length: 250 }, (_, n) => `rem-${String(n).padStart(3, '0')}`);
    const reminders = ids.map((id) => aReminder(AT_EIGHT, { id }));
    const service = await aCareService({ at: AT_EIGHT, council: oneShard, reminders });
    const { looked, collect } = collecting(service, async ({ id }) => {
      if (id < 'rem-100') throw new Error('a bad row');
    });
    assert.deepEqual(await collect(), { looked: 150, failed: 100, closed: 0 });
    assert.deepEqual(idsOf(looked), ids);
  });

  test('T06 a row that throws does not keep its neighbours waiting', async () => {
    const reminders = ['bad', 'good'].map((id) => aReminder(AT_EIGHT, { id }));
    const service = await aCareService({ at: AT_EIGHT, council: oneShard, reminders });
    const { looked, collect } = collecting(service, async ({ id }) => {
      if (id === 'bad') throw new TypeError('Bill Harris');
    });
    assert.deepEqual(await collect(), { looked: 1, failed: 1, closed: 0 });
    assert.deepEqual(idsOf(looked), ['bad', 'good']);
    assert.deepEqual(service.log.lines, [
      { code: 'tick.look-failed', fields: { council: 'harbour', kind: 'reminder', fault: 'TypeError' } },
    ]);
  });

  test('a Reminder that throws is looked at again after 1, 2, 4 and 8 minutes, alarmed at the fifth look, and never left for good', async () => {
    const service = await aCareService({ at: AT_EIGHT, council: oneShard, reminders: [aReminder(AT_EIGHT)] });
    const { collect } = collecting(service, async () => {
      throw new Error('a bad row');
    });
    const dueAt = async () =>
      (await service.stores.dueIndex.due(SHARD, Number.MAX_SAFE_INTEGER)).refs.map(({ at }) => at);
    const waits: string[] = [];
    for (let [next] = await dueAt(); next !== undefined && waits.length < 7; [next] = await dueAt()) {
      service.clock.moveTo(next);
      waits.push(localTime(service.clock()));
      await collect();
    }
    assert.deepEqual(waits, ['20:00', '20:01', '20:03', '20:07', '20:15', '20:31', '20:47']);
    assert.equal(service.log.codes().at(-1), 'tick.row-closed');
    const alarms = service.log.codes().filter((code) => code === 'tick.row-closed');
    assert.equal(alarms.length, 3, 'alarmed at every look from the fifth on');
    assert.equal((await dueAt()).length, 1, 'still in the index');
  });

  test('T08 T09 an index that lags, and shows a row that moved on or is gone, starts nothing and does not loop', async () => {
    const reminders = [aReminder('2026-11-25T20:00', { id: 'moved' })];
    const service = await aCareService({ at: AT_EIGHT, reminders });
    const shown = (id: string) => ({
      kind: 'reminder' as const,
      council: 'harbour',
      residentId: 'bill',
      id,
      at: service.clock(),
    });
    const index = { ...service.stores.dueIndex, due: async () => ({ refs: [shown('moved'), shown('gone')] }) };
    const fire = fireReminder(service.needs);
    const onDue: OnDue = {
      reminder: async ({ council, residentId, id }) => assert.equal(await fire(council, residentId, id), 'not-due'),
      delivery: nothing,
      alert: nothing,
      mirror: nothing,
      'home-mirror': nothing,
    };
    const collect = collectDue({ index, onDue, clock: service.clock, log: service.log.log });
    assert.deepEqual(await collect(SHARD), { looked: 2, failed: 0, closed: 0 });
    assert.deepEqual(await service.deliveriesOf(), []);
    assert.equal(await index.setBack(shown('gone'), service.clock()), 'gone');
  });

  test('T07 a shard that cannot be read is raised, and the others are still served', async () => {
    const service = await aCareService({ at: AT_EIGHT, reminders: [aReminder(AT_EIGHT)] });
    const theirs = shardOf('rem', 4);
    service.hooked.onListDue(({ shard }) => {
      if (!shard.endsWith(`R#${theirs}`)) throw new Error('throttled');
    });
    assert.deepEqual(await service.tick(), { looked: 1, failed: 0, closed: 0, failedShards: 4 });
    assert.equal((await service.deliveriesOf()).length, 1);
  });

  test('T02 T03 ticks that come twice, one after the other or at once, fire once', async () => {
    const service = await aCareService({ at: '2026-11-24T19:59', reminders: [aReminder(AT_EIGHT)] });
    await Promise.all([service.tick(), service.tick()]);
    await service.tick();
    await service.runTo('2026-11-24T20:10');
    assert.equal((await service.deliveriesOf()).length, 1);
    assert.equal(service.channels.said(), 1);
    const stored = await service.stores.reminders.ofId('harbour', 'bill', 'rem');
    assert.equal(stored?.value.next?.local, '2026-11-25T20:00', 'it moved on once');
  });

  test('T01 what three missing ticks left is found by the next one', async () => {
    const service = await aCareService({ at: '2026-11-24T19:50', reminders: [aReminder(AT_EIGHT)] });
    service.clock.moveTo(instantOf('2026-11-24T20:05'));
    await service.tick();
    await service.answerBells();
    assert.equal(service.channels.said(), 1);
  });

  test('T04 T05 a worker that dies between the Delivery, its bell and the Reminder is followed by the next tick', async () => {
    for (const dead of ['delivery', 'reminder', 'bell'] as const) {
      const service = await aCareService({ at: '2026-11-24T19:59', reminders: [aReminder(AT_EIGHT)] });
      if (dead !== 'bell')
        service.hooked.onNextPut(
          ({ kind }) => kind === dead,
          () => Promise.reject(new Error('died')),
        );
      await service.tick();
      if (dead === 'bell') service.bell.lose();
      await service.runTo('2026-11-24T20:02');
      assert.equal(service.channels.said(), 1, dead);
      assert.equal((await service.deliveriesOf()).length, 1, dead);
    }
  });
});

describe('the shards of the due index', () => {
  test('a row stays in its shard as long as their number stays, and every shard is used', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 64 }), (id, shards) => {
        const shard = shardOf(id, shards);
        assert.ok(Number.isInteger(shard) && shard >= 0 && shard < shards);
        assert.equal(shardOf(id, shards), shard);
      }),
    );
    const used = new Set(Array.from({ length: 400 }, (_, n) => shardOf(`id-${n}`, 16)));
    assert.equal(used.size, 16);
    assert.equal(shardOf('rem', 4), 2, 'a row written yesterday is looked for in the same shard today');
  });

  test('urgent shards come first', () => {
    const shards = shardsOf('harbour', { urgentShards: 1, routineShards: 2 });
    assert.deepEqual(
      shards.map(({ lane, number }) => `${lane} ${number}`),
      ['urgent 0', 'routine 0', 'routine 1'],
    );
  });

  test('a council that grows more shards loses no row', async () => {
    const reminders = Array.from({ length: 20 }, (_, n) => aReminder(AT_EIGHT, { id: `rem-${n}` }));
    const service = await aCareService({ at: '2026-11-24T19:58', council: aCouncil({ routineShards: 2 }), reminders });
    await service.stores.councils.save(aCouncil({ routineShards: 8 }));
    service.clock.move(MINUTE + SECOND);
    await service.tick();
    assert.equal((await service.deliveriesOf()).length, 20);
  });
});
