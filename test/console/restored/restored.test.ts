import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { noteErasedAgain } from '../../../lambda/adapters/table/erasure-items.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { walkRestored } from '../../../lambda/core/timetable/restored.ts';
import { restoredNeeds } from '../../../lambda/wiring/restored.ts';
import { aDelivery, aReminder } from '../support/busy-week.ts';
import { visitor } from '../support/visitor.ts';
import { aWorld, type World } from '../support/world.ts';

/** Put back from an older copy: the setting was raised, the council in the table was not. */
const putBack = async (): Promise<World> => {
  const world = await aWorld({ dispatchEpoch: '2' });
  await world.stores.deliveries.add(aDelivery('2026-11-24T09:00'));
  await world.stores.reminders.save({ value: aReminder({ id: 'drink', time: '20:00' }), version: 0 });
  world.time.now += 11 * 60 * MINUTE;
  return world;
};

const as = async (world: World, role: 'carer' | 'officer', id: string) => {
  const visit = visitor(world);
  await visit.signIn(role, id);
  return visit;
};

const walk = async (world: World) =>
  walkRestored(restoredNeeds(world.stores, { council: 'harbour', dispatchEpoch: '2', clock: () => world.time.now }))(
    () => true,
  );

describe('a council that was put back from an older copy (G12)', () => {
  test('says so on every page of an officer, and where to let it go on to whoever may manage', async () => {
    const world = await putBack();
    const priya = await as(world, 'officer', 'officer-priya');
    for (const path of ['/console/homes', '/console/call-backs', '/console/residents/res-margaret', '/console/alerts'])
      assert.match((await priya.get(path)).text, /Nothing is being sent\. .* See what would be closed/, path);
    const omar = await as(world, 'officer', 'officer-omar');
    const page = await omar.get('/console/homes');
    assert.match(page.text, /Nothing is being sent\./);
    assert.doesNotMatch(page.text, /See what would be closed/);
    const mark = await as(world, 'carer', 'carer-mark');
    assert.doesNotMatch((await mark.get('/console/residents')).text, /Nothing is being sent/);
  });

  test('is let go on after its officer has seen what is closed unsent, and says how far that has come', async () => {
    const world = await putBack();
    const priya = await as(world, 'officer', 'officer-priya');
    const home = await priya.get('/console/homes');
    const page = await priya.click(home, 'See what would be closed, and let it go on');
    assert.match(page.text, /wait to be told 1 Times of reminders that have passed 1 Alerts not released, .* 0/);
    const refused = await priya.press(page, 'Close these unsent and go on');
    assert.equal(refused.status, 409);
    assert.match(refused.text, /Not yet\. People who had asked to be forgotten stand in this older copy again/);
    await noteErasedAgain(world.table, 'harbour', '2');
    const begun = await priya.press(refused, 'Close these unsent and go on');
    assert.equal(begun.heading, 'What was due is being closed');
    assert.equal(await walk(world), 'open');
    const open = await priya.get('/console/restored');
    assert.match(
      open.text,
      /Bellbird is sending .* Last let go on by you, 9:00pm today\. Closed unsent then .* 1 .* 1/,
    );
    assert.doesNotMatch(open.text, /Nothing is being sent/);
    const margaret = await priya.get('/console/residents/res-margaret');
    assert.match(margaret.text, /Not told: Bellbird was put back from an older copy/);
  });

  test('is no page for a carer, and may not be let go on by an officer who does not manage', async () => {
    const world = await putBack();
    const omar = await as(world, 'officer', 'officer-omar');
    assert.equal((await omar.get('/console/restored')).status, 403);
    const token = await omar.formToken();
    assert.equal((await omar.post('/console/restored', [['token', token]])).status, 403);
    const mark = await as(world, 'carer', 'carer-mark');
    assert.equal((await mark.get('/console/restored')).status, 404);
    assert.equal((await world.stores.councils.stored('harbour'))?.value.release, undefined);
  });

  test('one that was never put back says that it is sending', async () => {
    const priya = await as(await aWorld(), 'officer', 'officer-priya');
    const page = await priya.get('/console/restored');
    assert.match(page.text, /Bellbird is sending Nothing is held back\.$/);
  });
});
