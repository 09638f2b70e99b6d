import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lastPlannedDay } from '../../../../infra/local/demo-council/build-diary.ts';
import { HARBOUR, HARBOUR_COUNTY_COUNCIL } from '../../../../infra/local/demo-council/harbour-county-council.ts';
import { saveCouncil } from '../../../../infra/local/demo-council/save-council.ts';
import { type SeedNeeds, seedCouncil } from '../../../../infra/local/demo-council/seed-council.ts';
import { topUp } from '../../../../infra/local/demo-council/top-up.ts';
import type { DiaryEntry } from '../../../../lambda/core/diary/diary-entry.ts';
import { addDays, dateOf } from '../../../../lambda/core/kernel/uk-time.ts';
import { countingTable } from '../../../support/counting-table.ts';
import { demo, NOW, newTable, START, storesIn } from './demo-stores.ts';

const seeded = async (): Promise<SeedNeeds> => {
  const needs = storesIn(newTable());
  await seedCouncil(needs, { startDate: START, now: NOW });
  return needs;
};

const wholeDiary = async (needs: SeedNeeds, from: string, to: string): Promise<readonly DiaryEntry[]> =>
  (await Promise.all(demo().residents.map(({ id }) => needs.diaries.between(HARBOUR, id, from, to)))).flat();

const days = (entries: readonly DiaryEntry[]): readonly string[] =>
  [...new Set(entries.map((entry) => dateOf(entry.at)))].sort();

describe('seeding', () => {
  test('stores every row as it was made', async () => {
    const needs = storesIn(newTable());
    const outcome = await seedCouncil(needs, { startDate: START, now: NOW });
    const data = demo();
    assert.deepEqual(outcome, { kind: 'seeded', residents: 52, homes: 48, entries: data.diary.length });
    assert.deepEqual(await needs.councils.ofId(HARBOUR), HARBOUR_COUNTY_COUNCIL);
    for (const resident of data.residents) {
      assert.deepEqual((await needs.residents.ofId(HARBOUR, resident.id))?.value, resident);
      const reminders = data.reminders.filter((reminder) => reminder.residentId === resident.id);
      assert.deepEqual(new Set(await needs.reminders.ofResident(HARBOUR, resident.id)), new Set(reminders));
      assert.deepEqual(
        await needs.diaries.planOf(HARBOUR, resident.id),
        data.plans.find((plan) => plan.residentId === resident.id),
      );
    }
    for (const home of data.homes) assert.deepEqual((await needs.homes.ofId(HARBOUR, home.id))?.value, home);
    for (const echo of data.echos) assert.deepEqual((await needs.echos.ofHash(HARBOUR, echo.hash))?.value, echo);
    for (const carer of data.carers) assert.deepEqual(await needs.carers.ofId(HARBOUR, carer.id), carer);
    for (const officer of data.officers) assert.deepEqual(await needs.officers.ofId(HARBOUR, officer.id), officer);
    for (const answer of data.answers) assert.deepEqual(await needs.answers.ofSubject(HARBOUR, answer.subject), answer);
    assert.deepEqual(new Set(await needs.templates.ofCouncil(HARBOUR)), new Set(data.templates));
    const { members } = await needs.members.page(HARBOUR);
    assert.deepEqual(new Set(members.map(({ residentId }) => residentId)), new Set(data.residents.map(({ id }) => id)));
    assert.deepEqual(new Set(await wholeDiary(needs, START, '2026-12-31')), new Set(data.diary));
    assert.deepEqual((await needs.callBacks.open(HARBOUR)).callBacks.length, 2);
  });

  test('a second time changes nothing that people have changed', async () => {
    const needs = await seeded();
    const stored = await needs.residents.ofId(HARBOUR, 'rosa-bennett');
    assert.ok(stored);
    const changed = { ...stored.value, settings: { ...stored.value.settings, nameToUse: 'Rosie' } };
    await needs.residents.save({ value: changed, version: stored.version });
    assert.deepEqual(await seedCouncil(needs, { startDate: START, now: NOW }), { kind: 'already-seeded' });
    assert.deepEqual((await needs.residents.ofId(HARBOUR, 'rosa-bennett'))?.value, changed);
  });

  test('that was interrupted is finished by the next run, and leaves what stands', async () => {
    const needs = storesIn(newTable());
    const cut: SeedNeeds = {
      ...needs,
      reminders: { ...needs.reminders, save: async () => Promise.reject(new Error('cut off')) },
    };
    await assert.rejects(seedCouncil(cut, { startDate: START, now: NOW }), /cut off/);
    const [carer] = demo().carers;
    assert.ok(carer);
    await needs.carers.save({ ...carer, name: 'Another Name' });
    assert.equal((await seedCouncil(needs, { startDate: START, now: NOW })).kind, 'seeded');
    assert.equal((await needs.carers.ofId(HARBOUR, carer.id))?.name, 'Another Name');
    assert.equal((await needs.reminders.ofResident(HARBOUR, 'rosa-bennett')).length, 2);
  });

  test('on another port tells the Echos where the Alexa APIs are now', async () => {
    const needs = await seeded();
    const moved = { ...needs, apiEndpoint: 'http://127.0.0.1:5000' };
    await seedCouncil(moved, { startDate: START, now: NOW });
    for (const { hash } of demo().echos)
      assert.equal((await needs.echos.ofHash(HARBOUR, hash))?.value.apiEndpoint, 'http://127.0.0.1:5000');
  });

  test('can be saved again and again from the same values', async () => {
    const data = demo();
    const before = JSON.stringify(data);
    for (const table of [newTable(), newTable()]) {
      await saveCouncil(storesIn(table), data);
      assert.equal((await storesIn(table).residents.ofId(HARBOUR, 'rosa-bennett'))?.version, 1);
    }
    assert.equal(JSON.stringify(data), before);
  });
});

describe('topping up', () => {
  test('on the same day finds nothing missing and writes nothing', async () => {
    const counting = countingTable(newTable());
    const needs = storesIn(counting.table);
    await seedCouncil(needs, { startDate: START, now: NOW });
    counting.reset();
    assert.deepEqual(await topUp(needs, { today: START }), { kind: 'nothing-missing' });
    assert.ok(counting.requests() <= 50, 'one read a resident');
  });

  test('three days later fills exactly the missing days, as they would have been from the start', async () => {
    const needs = await seeded();
    const today = addDays(START, 3);
    const before = await wholeDiary(needs, START, '2026-12-31');
    const outcome = await topUp(needs, { today });
    const after = await wholeDiary(needs, START, '2026-12-31');
    const added = after.filter((entry) => !before.some((old) => old.id === entry.id && old.at === entry.at));
    assert.deepEqual(days(added), ['2026-12-01', '2026-12-02', '2026-12-03']);
    assert.deepEqual(outcome, { kind: 'topped-up', entries: added.length });
    assert.equal(after.length, before.length + added.length);
    const started = demo(today, NOW).diary.filter((entry) => days(added).includes(dateOf(entry.at)));
    const names = (entries: readonly DiaryEntry[]) =>
      new Set(entries.filter((entry) => !entry.id.includes('appointment')).map(({ id, at }) => `${id} ${at}`));
    assert.deepEqual(names(added), names(started));
  });

  test('moves the plan on, keeps an old plan old, and makes none where nobody sends one', async () => {
    const needs = await seeded();
    const today = addDays(START, 3);
    await topUp(needs, { today });
    const data = demo(today, NOW);
    for (const { id } of data.residents)
      assert.deepEqual(
        await needs.diaries.planOf(HARBOUR, id),
        data.plans.find((plan) => plan.residentId === id),
      );
    assert.equal(await needs.diaries.planOf(HARBOUR, 'walter-nightingale'), undefined);
    assert.deepEqual(await topUp(needs, { today }), { kind: 'nothing-missing' });
  });

  test('after a month plans the coming week and leaves the gap', async () => {
    const needs = await seeded();
    const today = addDays(START, 30);
    await topUp(needs, { today });
    const planned = await wholeDiary(needs, addDays(lastPlannedDay(START), 1), '2027-01-31');
    assert.deepEqual(
      days(planned),
      Array.from({ length: 7 }, (_, day) => addDays(today, day)),
    );
  });

  test('that was interrupted is finished by the next run', async () => {
    const needs = await seeded();
    const today = addDays(START, 1);
    let saves = 0;
    const save: SeedNeeds['diaries']['save'] = (entry) => {
      saves += 1;
      return saves > 40 ? Promise.reject(new Error('cut off')) : needs.diaries.save(entry);
    };
    await assert.rejects(topUp({ diaries: { ...needs.diaries, save } }, { today }), /cut off/);
    await topUp(needs, { today });
    const wanted = demo(today, NOW).diary.filter(
      (entry) => entry.kind === 'visit' && dateOf(entry.at) === lastPlannedDay(today),
    );
    const stored = (await wholeDiary(needs, lastPlannedDay(today), lastPlannedDay(today))).filter(
      (entry) => entry.kind === 'visit',
    );
    assert.equal(stored.length, wanted.length);
  });
});
