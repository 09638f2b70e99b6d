import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { all } from '../support/page.ts';
import { busyWeek } from './support/busy-week.ts';
import { visitor } from './support/visitor.ts';
import { aResident, aWorld } from './support/world.ts';

describe('what goes wrong', () => {
  test('a fault is answered calmly, once, and logged by its class alone (SEC-23)', async () => {
    const world = await aWorld();
    const mark = visitor(world);
    await mark.signIn('carer', 'carer-mark');
    world.broken.now = true;
    const page = await mark.get('/console/residents/res-margaret');
    assert.equal(page.status, 500);
    assert.equal(page.heading, 'Sorry, something went wrong');
    assert.deepEqual(
      world.log.filter(({ code }) => code === 'console.fault'),
      [{ code: 'console.fault', fields: { fault: 'TableFault' } }],
    );
    assert.doesNotMatch(page.text, /TableFault|unreachable|res-margaret/);
    world.broken.now = false;
    assert.equal((await mark.get('/console/residents/res-margaret')).status, 200);
  });

  test('a fault before anything is known is answered too', async () => {
    const world = await aWorld();
    world.broken.now = true;
    const page = await visitor(world).get('/console/privacy');
    assert.equal(page.status, 500);
    assert.match(page.text, /try again in a few minutes/);
  });

  test('what is not there says so in the language of the visit', async () => {
    const world = await aWorld();
    const mark = visitor(world);
    await mark.signIn('carer', 'carer-mark');
    const page = await mark.get('/console/nowhere?lang=cy');
    assert.equal(page.status, 404);
    assert.equal(page.heading, 'Heb ddod o hyd i’r dudalen');
    assert.equal((await mark.get('/console/nowhere')).heading, 'Heb ddod o hyd i’r dudalen', 'it is remembered');
  });

  test('every answer is logged with its kind of page, never with whose it was', async () => {
    const world = await aWorld();
    await busyWeek(world);
    const mark = visitor(world);
    await mark.signIn('carer', 'carer-mark');
    await mark.get('/console/residents/res-margaret');
    assert.deepEqual(world.log.at(-1), {
      code: 'console.request',
      fields: { kind: 'GET /console/residents/:resident', status: 200, ms: 0 },
    });
    assert.doesNotMatch(JSON.stringify(world.log), /margaret|mark|harbour|Sandra/i);
  });
});

/** Text that would do harm wherever it is not escaped (SEC-18). */
const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>{{7*7}}\${7*7}&lt;`;

describe('hostile text stays text (SEC-18)', () => {
  test('on every page that shows a name', async () => {
    const world = await aWorld();
    await busyWeek(world);
    const stored = await world.stores.residents.ofId('harbour', 'res-margaret');
    assert.ok(stored);
    const hostile = aResident({
      ...stored.value,
      fullName: HOSTILE,
      settings: { ...stored.value.settings, nameToUse: HOSTILE },
      circle: stored.value.circle.map((member) => ({ ...member, name: HOSTILE })),
    });
    await world.stores.residents.save({ ...stored, value: hostile });
    const mark = visitor(world);
    await mark.signIn('carer', 'carer-mark');
    for (const path of [
      '/console/residents',
      '/console/residents/res-margaret',
      '/console/residents/res-margaret/reminders/new',
      '/console/residents/res-margaret/reminders/rem-drink',
      '/console/residents/res-margaret/reminders/rem-drink/change',
      '/console/residents/res-margaret/diary/visit',
      '/console/residents/res-margaret/diary/2026-11-24T17:30/visit-2/move',
    ]) {
      const page = await mark.get(path);
      assert.equal(page.status, 200, path);
      assert.ok(page.text.includes('<script>alert(1)</script>') || page.title.includes('<script>'), path);
      assert.equal(all(page.root, 'script').length, 1, path);
      assert.equal(all(page.root, 'img').length, 0, path);
      assert.ok(!page.text.includes('49'), path);
    }
  });

  test('and what was typed comes back as it was typed, in every kind of field', async () => {
    const world = await aWorld();
    const mark = visitor(world);
    await mark.signIn('carer', 'carer-mark');
    const form = await mark.get('/console/residents/res-margaret/diary/visit');
    const typed = { name: HOSTILE, from: HOSTILE, until: HOSTILE, 'date-day': HOSTILE };
    const page = await mark.press(form, 'Add this visit', typed);
    assert.equal(page.status, 422);
    const values = all(page.root, 'input').map((field) => field.attributes.get('value'));
    assert.equal(values.filter((value) => value === HOSTILE).length, 4);
    assert.equal(all(page.root, 'img').length, 0);
  });
});
