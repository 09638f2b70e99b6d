import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import { addDays } from '../../../lambda/core/kernel/uk-time.ts';
import { careStores } from '../../../lambda/wiring/care-stores.ts';
import { aClock } from '../../support/builders/a-clock.ts';
import { aCouncil, aResident } from '../../support/builders/people.ts';
import { aDelivery, anAppointment, aPlan, aReminder, aVisit } from '../../support/builders/things-told.ts';
import { countingIds } from '../../support/counting-ids.ts';
import { countingTable } from '../../support/counting-table.ts';

const TODAY = '2026-11-24';
const fresh = <T>(value: T) => ({ value, version: 0 });

const counted = async () => {
  const counting = countingTable(memoryTable({ newWriteId: countingIds('write') }));
  const stores = careStores(counting.table, aClock());
  await stores.councils.save(aCouncil());
  await stores.councilOf('harbour');
  return { counting, stores };
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
    });
  });

  test('is nothing for somebody who is not there', async () => {
    const { stores } = await counted();
    await stores.reminders.save(fresh(aReminder()));
    assert.equal(await stores.readPage('harbour', 'bill', TODAY), undefined);
  });
});
