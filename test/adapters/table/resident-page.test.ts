import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import type { Key, Table } from '../../../lambda/adapters/table/table.ts';
import { addDays } from '../../../lambda/core/kernel/uk-time.ts';
import { careStores } from '../../../lambda/wiring/care-stores.ts';
import { aClock } from '../../support/builders/a-clock.ts';
import { aCouncil, aResident } from '../../support/builders/people.ts';
import { recordingLog } from '../../support/builders/recorders.ts';
import { aDelivery, anAppointment, aPlan, aReminder, aVisit } from '../../support/builders/things-told.ts';
import { countingIds } from '../../support/counting-ids.ts';
import { countingTable } from '../../support/counting-table.ts';

const TODAY = '2026-11-24';
const fresh = <T>(value: T) => ({ value, version: 0 });

/** Writes over a row what no version of this code would. */
const spoil = async (table: Table, key: Key): Promise<void> => {
  const item = await table.get(key, { strong: true });
  assert.ok(item, key.sk);
  await table.put({ ...item, body: { fullName: 'Bill Harris' } }, { ifVersion: item.version });
};

const counted = async () => {
  const counting = countingTable(memoryTable({ newWriteId: countingIds('write') }));
  const log = recordingLog();
  const stores = careStores(counting.table, aClock(), log.log);
  await stores.councils.save(aCouncil());
  await stores.councilOf('harbour');
  return { counting, stores, log };
};

describe('everything that a turn of speech needs of a resident', () => {
  test('is three requests in one wave after two years of four visits and six reminders a day', async () => {
    const { counting, stores } = await counted();
    await stores.residents.save(fresh(aResident()));
    await stores.diaries.savePlan(aPlan());
    for (let ago = -30; ago < 730; ago += 1) {
      const day = addDays(TODAY, -ago);
      for (const time of ['08:00', '12:00', '17:00', '20:00'])
        await stores.diaries.save(fresh(aVisit({ at: `${day}T${time}` })));
      for (const hour of ago < 0 ? [] : ['08', '10', '12', '14', '18', '20'])
        await stores.deliveries.add(aDelivery(`${day}T${hour}:00`));
    }
    for (let n = 0; n < 20; n += 1)
      await stores.reminders.save(fresh(aReminder('2026-11-24T20:00', { id: `rem-${n}` })));
    counting.reset();
    const page = await stores.readPage('harbour', 'bill', TODAY);
    assert.deepEqual([counting.requests(), counting.waves()], [3, 1]);
    assert.ok(page);
    assert.deepEqual([page.diary.entries.length, page.deliveries.length, page.reminders.length], [15 * 4, 8 * 6, 20]);
    assert.deepEqual([page.diary.entries[0]?.at, page.deliveries[0]?.due], ['2026-11-24T08:00', '2026-11-17T08:00']);
    assert.deepEqual(page.diary.plan, aPlan());
  });

  test('holds the person, reminders not cancelled, the diary ahead, and Deliveries up to tomorrow', async () => {
    const { stores } = await counted();
    await stores.residents.save(fresh(aResident()));
    await stores.reminders.save(fresh(aReminder()));
    await stores.reminders.save(fresh(aReminder('2026-11-24T21:00', { id: 'gone', state: 'cancelled' })));
    await stores.diaries.save(fresh(anAppointment({ at: '2026-12-08T09:00' })));
    await stores.diaries.save(fresh(anAppointment({ at: '2026-12-09T09:00' })));
    await stores.deliveries.add(aDelivery('2026-11-25T08:00'));
    await stores.deliveries.add(aDelivery('2026-11-26T08:00'));
    const page = await stores.readPage('harbour', 'bill', TODAY);
    assert.deepEqual(page, {
      resident: aResident(),
      reminders: [aReminder()],
      diary: { entries: [anAppointment({ at: '2026-12-08T09:00' })], plan: undefined },
      deliveries: [aDelivery('2026-11-25T08:00')],
      leftOff: [],
    });
  });

  test('D33 one row that cannot be read is alarmed by its kind and left out; everything else is there', async () => {
    const { counting, stores, log } = await counted();
    await stores.residents.save(fresh(aResident()));
    for (const id of ['bad', 'good'])
      await Promise.all([
        stores.reminders.save(fresh(aReminder('2026-11-24T20:00', { id }))),
        stores.diaries.save(fresh(aVisit({ id }))),
        stores.deliveries.add(aDelivery('2026-11-24T08:00', 'routine', { id: `2026-11-24T08:00#R#${id}` })),
      ]);
    await stores.diaries.savePlan(aPlan());
    for (const sk of ['A#REM#bad', 'DIARY#2026-11-24T14:00#bad', 'DLV#2026-11-24T08:00#R#bad', 'A#PLAN'])
      await spoil(counting.table, { pk: 'C#harbour#RES#bill', sk });
    const page = await stores.readPage('harbour', 'bill', TODAY);
    assert.ok(page);
    assert.deepEqual(
      [page.reminders, page.diary.entries].map((values) => values.map(({ id }) => id)),
      [['good'], ['good']],
    );
    assert.deepEqual([page.deliveries.length, page.diary.plan], [1, undefined]);
    const alarmed = ['reminder', 'diary', 'delivery', 'diary-plan'];
    assert.deepEqual(
      log.lines.toSorted((a, b) => alarmed.indexOf(a.fields.kind ?? '') - alarmed.indexOf(b.fields.kind ?? '')),
      alarmed.map((kind) => ({ code: 'table.unreadable-row', fields: { kind } })),
    );
  });

  test('a person whose own row cannot be read is a fault, not nobody', async () => {
    const { counting, stores } = await counted();
    await stores.residents.save(fresh(aResident()));
    await spoil(counting.table, { pk: 'C#harbour#RES#bill', sk: 'A#RESIDENT' });
    await assert.rejects(stores.readPage('harbour', 'bill', TODAY));
  });

  test('is nothing for somebody who is not there', async () => {
    const { stores } = await counted();
    await stores.reminders.save(fresh(aReminder()));
    assert.equal(await stores.readPage('harbour', 'bill', TODAY), undefined);
  });
});
