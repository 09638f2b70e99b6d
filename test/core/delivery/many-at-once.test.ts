import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { residentKey } from '../../../lambda/adapters/table/keys.ts';
import { listAll } from '../../../lambda/adapters/table/list-all.ts';
import type { Bell } from '../../../lambda/core/delivery/bell.ts';
import { bellText, keysOnBell } from '../../../lambda/core/delivery/bell-message.ts';
import { READING_HOLDS } from '../../../lambda/core/delivery/claim.ts';
import { collectedBells } from '../../../lambda/core/delivery/collected-bells.ts';
import { type Delivery, keyOf } from '../../../lambda/core/delivery/delivery.ts';
import { nettedBell } from '../../../lambda/core/delivery/netted-bell.ts';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { wireTick } from '../../../lambda/wiring/tick.ts';
import { answerBells } from '../../../lambda/worker/answer-bells.ts';
import { lookAtKeys } from '../../../lambda/worker/look-at-keys.ts';
import { aCareService, type CareService } from '../../support/builders/a-care-service.ts';
import { dies } from '../../support/builders/a-hooked-table.ts';
import { anAlertService, manyHomes } from '../../support/builders/an-alert-service.ts';
import { aCouncil } from '../../support/builders/people.ts';
import { aDelivery, anAnnouncement, aReminder, aVisit } from '../../support/builders/things-told.ts';

const EIGHT = '2026-11-24T08:00';
const TEN = '2026-11-24T10:00';
const numbers = (count: number) => Array.from({ length: count }, (_, n) => String(n + 1).padStart(3, '0'));
const remindersAt = (local: string, count: number) =>
  numbers(count).map((n) => aReminder(local, { residentId: `r${n}`, id: `rem-${n}` }));

/** A worker that answers the bells of a queue, as text. */
const aWorker = (service: CareService) =>
  answerBells({
    look: lookAtKeys({
      deliver: (keys) => service.deliver(...keys),
      lookAtMirror: async () => {},
      lookAtAlert: async () => {},
      lookAtDuty: async () => {},
      log: service.log.log,
    }),
    log: service.log.log,
  });
const bellOf = (...deliveries: readonly Delivery[]) => ({ messageId: 'm', body: bellText(deliveries.map(keyOf)) });

describe('many things at one time', () => {
  test('T29 when everybody has a reminder at eight, each is told once, and the last one within five minutes', async () => {
    const count = 400;
    const service = await aCareService({
      at: '2026-11-24T07:57',
      ...manyHomes(count),
      reminders: remindersAt(EIGHT, count),
    });
    await service.runTo('2026-11-24T08:06');
    const told = service.channels.calls.flatMap(({ messages, at }) =>
      messages.map(({ echo }) => [echo.hash, at] as const),
    );
    assert.equal(told.length, count);
    assert.equal(new Set(told.map(([hash]) => hash)).size, count);
    for (const [, at] of told) assert.ok(at >= instantOf(EIGHT) && at <= instantOf(EIGHT) + 5 * MINUTE);
  });

  test('D51 the bell of an urgent alert is rung before those of the reminders of eight o’clock', async () => {
    const service = await aCareService({ at: EIGHT, ...manyHomes(50), reminders: remindersAt(EIGHT, 50) });
    await service.stores.deliveries.add(aDelivery(EIGHT, 'urgent', { residentId: 'r001' }));
    await service.tick();
    const lanes = service.bell.rung.map(({ lane }) => lane);
    assert.equal(lanes[0], 'urgent');
    assert.ok(lanes.filter((lane) => lane === 'routine').length >= 50);
  });

  test('D51 an urgent alert that is approved at the peak is called at once', async () => {
    const service = await anAlertService({
      at: '2026-11-24T07:59',
      ...manyHomes(100),
      reminders: remindersAt(EIGHT, 100),
    });
    await service.runTo(EIGHT);
    await service.approved();
    const before = service.channels.calls.length;
    await service.answerBells();
    const urgent = service.channels.calls.slice(before).filter(({ messages }) => messages[0]?.urgent === true);
    assert.ok(urgent[0] !== undefined && urgent[0].at - instantOf(EIGHT) <= MINUTE);
  });

  test('D50 G10 what is due in one council costs a tick of another nothing', async () => {
    const asked = async (noisy: number) => {
      const service = await aCareService({ at: EIGHT, reminders: [aReminder(EIGHT)] });
      await service.stores.councils.save(aCouncil({ id: 'inland' }));
      for (const n of numbers(noisy)) {
        const reminder = aReminder(EIGHT, { council: 'inland', residentId: `r${n}`, id: `rem-${n}` });
        await service.stores.reminders.save({ value: reminder, version: 0 });
      }
      let reads = 0;
      const get: typeof service.table.get = (...get) => {
        reads += 1;
        return service.table.get(...get);
      };
      const quiet = { bell: service.bell.bell, clock: service.clock, realNow: service.clock, clockSkew: () => 0 };
      const table = { ...service.table, get };
      const tick = wireTick({ ...quiet, table, log: service.log.log, council: 'harbour', dispatchEpoch: '1' });
      const { looked } = await tick();
      return [looked, reads];
    };
    assert.deepEqual(await asked(300), await asked(0));
  });
});

describe('a worker that does not come to its end', () => {
  test('D28 what it had told before its time was up is not told again, and the rest is told', async () => {
    const service = await aCareService({ at: TEN, atOnce: 1, ...manyHomes(6), entries: numbers(6).map(visitOf) });
    const made = await Promise.all(
      numbers(6).map((n) => service.needs.announce(anAnnouncement(TEN, 'appointment', { residentId: `r${n}` }))),
    );
    const all = made.flatMap((one) => one ?? []);
    assert.equal(all.length, 6);
    service.bell.lose();
    const first = all.slice(0, 3);
    await service.deliver(...first.map(keyOf));
    assert.equal(service.channels.said(), 3);
    service.hooked.onPut(() => dies());
    await service.deliver(...all.map(keyOf));
    service.hooked.letPass();
    await service.runTo('2026-11-24T10:05');
    const told = service.channels.calls.flatMap(({ messages }) => messages.map(({ echo }) => echo.hash));
    assert.equal(told.length, 6);
    assert.equal(new Set(told).size, 6);
  });

  test('D40 a bell that comes back while its work is under way makes no second call', async () => {
    const service = await aCareService({ at: TEN, entries: [aVisit()] });
    const made = await service.needs.announce(anAnnouncement(TEN));
    assert.ok(made);
    const worker = aWorker(service);
    service.channels.duringNext(() => worker([bellOf(made)]));
    await worker([bellOf(made)]);
    assert.equal(service.channels.said(), 1);
    assert.equal((await service.theDelivery(keyOf(made))).state, 'sent');
  });
});

describe('bells that were laid aside', () => {
  test('D29 D30 rung again after a mend, twice: what expired or was overtaken stays so, and the rest is told once', async () => {
    const service = await aCareService({
      at: TEN,
      entries: [aVisit(), aVisit({ id: 'gone', at: '2026-11-24T15:00' })],
    });
    const overtaken = await service.needs.announce(
      anAnnouncement(TEN, 'appointment', { source: { kind: 'diary', entryId: '2026-11-24T15:00.gone', act: 1 } }),
    );
    const expired = await service.needs.announce(
      anAnnouncement('2026-11-24T10:01', 'appointment', { expiresAt: instantOf('2026-11-24T10:30') }),
    );
    const good = await service.needs.announce(anAnnouncement('2026-11-24T10:02'));
    assert.ok(overtaken && expired && good);
    service.bell.lose();
    await service.change(
      service.stores.diaries,
      service.stores.diaries.ofId('harbour', 'bill', '2026-11-24T15:00', 'gone'),
      {
        state: 'cancelled',
      },
    );
    service.clock.move(HOUR);
    const worker = aWorker(service);
    const bells = [bellOf(overtaken, expired, good)];
    assert.deepEqual(await worker(bells), []);
    assert.deepEqual(await worker(bells), []);
    const states = await Promise.all(
      [overtaken, expired, good].map(async (one) => (await service.theDelivery(one)).state),
    );
    assert.deepEqual(states, ['superseded', 'expired', 'sent']);
    assert.equal(service.channels.said(), 1);
  });

  test('D37 of several bells one cannot be rung: the others are, and the row of that one is found by the index', async () => {
    const service = await aCareService({ at: TEN, ...manyHomes(3), entries: numbers(3).map(visitOf) });
    const made = await Promise.all(
      numbers(3).map((n, place) =>
        service.needs.announce(anAnnouncement(`2026-11-24T10:0${place}`, 'appointment', { residentId: `r${n}` })),
      ),
    );
    service.bell.lose();
    let rung = 0;
    const faulty: Bell = {
      ring: async (...bell) => {
        rung += 1;
        if (rung === 2) throw new Error('no answer');
        return service.bell.bell.ring(...bell);
      },
    };
    const bells = collectedBells(nettedBell(faulty, service.log.log));
    for (const [place, one] of made.entries()) if (one !== undefined) bells.add(keyOf(one), 'routine', place * MINUTE);
    await bells.ring();
    assert.equal(rung, 3);
    assert.deepEqual(service.log.codes(), ['bell.not-rung']);
    await service.runTo('2026-11-24T10:06');
    assert.equal(service.channels.said(), 3);
  });

  test('what a bell says is read back, and nothing else', () => {
    const delivery = aDelivery(TEN);
    assert.deepEqual(keysOnBell(bellOf(delivery).body), [keyOf(delivery)]);
  });
});

describe('people and rows that are gone', () => {
  test('D49 a Resident who is removed while a message waits is not told, and it says so', async () => {
    const service = await aCareService({ at: TEN, entries: [aVisit()] });
    const made = await service.needs.announce(anAnnouncement(TEN));
    assert.ok(made);
    const key = residentKey('harbour', 'bill');
    const row = await service.table.get(key, { strong: true });
    await service.table.remove(key, { ifVersion: row?.version ?? 0 });
    await service.answerBells();
    assert.equal(service.channels.calls.length, 0);
    const { state, reason } = await service.theDelivery(made);
    assert.deepEqual([state, reason], ['removed', 'no-resident']);
  });

  test('D49 a Resident who is removed while the call waits for its turn is not told', async () => {
    const service = await aCareService({ at: TEN, entries: [aVisit()] });
    const made = await service.needs.announce(anAnnouncement(TEN));
    assert.ok(made);
    const key = residentKey('harbour', 'bill');
    service.turns.onNextTurn(async () => {
      service.clock.move(READING_HOLDS + 1);
      const row = await service.table.get(key, { strong: true });
      await service.table.remove(key, { ifVersion: row?.version ?? 0 });
    });
    await service.runTo('2026-11-24T10:05');
    assert.equal(service.channels.calls.length, 0);
    assert.equal((await service.theDelivery(made)).state, 'removed');
  });

  test('D32 a read that brings only a part is gone on with until everything is there', async () => {
    const service = await aCareService({
      reminders: remindersAt(EIGHT, 5).map((one) => ({ ...one, residentId: 'bill' })),
    });
    const short = {
      ...service.table,
      list: (range: Parameters<typeof service.table.list>[0]) => service.table.list({ ...range, limit: 2 }),
    };
    const items = await listAll(short, { pk: residentKey('harbour', 'bill').pk, prefix: 'A#REM#' });
    assert.equal(items.length, 5);
  });
});

const visitOf = (n: string) => aVisit({ residentId: `r${n}` });
