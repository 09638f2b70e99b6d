import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { switchSending } from '../../../lambda/core/people/switch-sending.ts';
import { visitor } from '../support/visitor.ts';
import { aWorld, type World } from '../support/world.ts';

const as = async (world: World, role: 'carer' | 'officer', id: string) => {
  const visit = visitor(world);
  await visit.signIn(role, id);
  return visit;
};

describe('the page that holds back sending (D52)', () => {
  test('D52 an officer who may manage pauses with a reason, everybody at the council sees it, and it goes on again', async () => {
    const world = await aWorld();
    const priya = await as(world, 'officer', 'officer-priya');
    const page = await priya.click(await priya.get('/console/homes'), 'Sending');
    assert.match(page.text, /Bellbird is sending\. Nothing is held back\./);
    const paused = await priya.press(page, 'Switch now', { paused: 'everything', reason: 'Odd calls were heard' });
    assert.match(paused.text, /Nothing is sent now\. Switched by you, 10:00am today\. ?Reason: Odd calls were heard/);
    world.time.now += MINUTE;
    const omar = await as(world, 'officer', 'officer-omar');
    const homes = await omar.get('/console/homes');
    assert.match(homes.text, /Nothing is being sent\. Everything is held back\./);
    assert.doesNotMatch(homes.text, /See who held it back/);
    const mark = await as(world, 'carer', 'carer-mark');
    assert.doesNotMatch((await mark.get('/console/residents')).text, /held back/);
    const on = await priya.press(await priya.get('/console/sending'), 'Switch now', {
      paused: 'nothing',
      reason: 'Mended',
    });
    assert.match(on.text, /Bellbird is sending\./);
    assert.equal((await world.stores.switches.of({ council: 'harbour' }))?.value.paused, 'nothing');
  });

  test('asks what and why before it does anything', async () => {
    const world = await aWorld();
    const priya = await as(world, 'officer', 'officer-priya');
    const page = await priya.get('/console/sending');
    const blank = await priya.press(page, 'Switch now', { reason: 'Why not' });
    assert.deepEqual([blank.status, blank.mistakes[0]?.field], [422, 'paused']);
    const mute = await priya.press(page, 'Switch now', { paused: 'routine' });
    assert.deepEqual([mute.status, mute.mistakes[0]?.field], [422, 'reason']);
    const long = await priya.press(page, 'Switch now', { paused: 'routine', reason: 'a'.repeat(201) });
    assert.deepEqual([long.status, long.mistakes[0]?.field], [422, 'reason']);
    assert.equal(await world.stores.switches.of({ council: 'harbour' }), undefined);
  });

  test('says so when somebody else has switched it since the page was opened', async () => {
    const world = await aWorld();
    const priya = await as(world, 'officer', 'officer-priya');
    const page = await priya.get('/console/sending');
    await priya.press(page, 'Switch now', { paused: 'routine', reason: 'A fault' });
    const late = await priya.press(page, 'Switch now', { paused: 'everything', reason: 'Odd calls' });
    assert.deepEqual([late.status, late.mistakes[0]?.field], [409, 'paused']);
    assert.match(late.text, /Only urgent alerts are sent now/);
    const again = await priya.press(late, 'Switch now', { paused: 'everything', reason: 'Odd calls' });
    assert.match(again.text, /Nothing is sent now/);
  });

  test('is no page for a carer, and is refused to an officer who does not manage', async () => {
    const world = await aWorld();
    const omar = await as(world, 'officer', 'officer-omar');
    assert.equal((await omar.get('/console/sending')).status, 403);
    const fields = [
      ['token', await omar.formToken()],
      ['paused', 'everything'],
      ['reason', 'Why not'],
    ] as const;
    assert.equal((await omar.post('/console/sending', fields)).status, 403);
    const mark = await as(world, 'carer', 'carer-mark');
    assert.equal((await mark.get('/console/sending')).status, 404);
    assert.equal(await world.stores.switches.of({ council: 'harbour' }), undefined);
  });

  test('says when it was switched for the whole service', async () => {
    const world = await aWorld();
    const needs = { ...world.stores, clock: () => world.time.now };
    const by = { kind: 'system', id: 'operator' } as const;
    await switchSending(needs)('service', 'harbour', by, {
      paused: 'routine',
      reason: 'A fault in the provider',
      seen: 0,
    });
    const priya = await as(world, 'officer', 'officer-priya');
    const page = await priya.get('/console/sending');
    assert.match(page.text, /Only urgent alerts are sent now\. This was switched for the whole service/);
  });
});
