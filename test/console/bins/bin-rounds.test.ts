import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { visitor } from '../support/visitor.ts';
import { aWorld, type World } from '../support/world.ts';

const as = async (world: World, id: string) => {
  const visit = visitor(world);
  await visit.signIn('officer', id);
  return visit;
};
const ROUNDS =
  'Saltmere A, recycling, green, Thursday, 2026-11-26, 2\nSaltmere A, rubbish, black, Thursday, 2026-12-03, 2';

const written = async () => {
  const world = await aWorld();
  const priya = await as(world, 'officer-priya');
  const saved = await priya.press(await priya.get('/console/bin-rounds'), 'Save the rounds', {
    rounds: ROUNDS,
    moved: '2026-12-24, 2026-12-28',
  });
  return { world, priya, saved };
};

describe('the rounds of the bin lorries', () => {
  test('are written by an officer who manages; who wrote them is kept', async () => {
    const { world, saved } = await written();
    assert.match(saved.text, /The rounds are saved/);
    const stored = await world.stores.binRounds.ofCouncil('harbour');
    assert.equal(stored?.value.collections.length, 2);
    const [entry] = await world.stores.audit.of('harbour', 'BIN-ROUNDS');
    assert.deepEqual([entry?.act.did, entry?.act.by.id], ['keep-bin-rounds', 'officer-priya']);
  });

  test('with one wrong line nothing is kept, the line is named, and what was typed stays', async () => {
    const { world, priya } = await written();
    const wrong = await priya.press(await priya.get('/console/bin-rounds'), 'Save the rounds', {
      rounds: `${ROUNDS}\nQuay, rubbish, black, Monday, 2026-11-24, 1`,
    });
    assert.equal(wrong.status, 422);
    assert.deepEqual(
      wrong.mistakes.map(({ field, text }) => `${field}: ${text}`),
      ['rounds: Line 3: the first date falls on another weekday'],
    );
    assert.equal((await world.stores.binRounds.ofCouncil('harbour'))?.value.collections.length, 2);
  });

  test('what somebody else saved meanwhile is not written over unseen', async () => {
    const { priya } = await written();
    const form = await priya.get('/console/bin-rounds');
    await priya.press(form, 'Save the rounds', { rounds: '', moved: '' });
    const late = await priya.press(form, 'Save the rounds', { rounds: ROUNDS });
    assert.equal(late.status, 409);
    assert.match(late.text, /Somebody else has saved rounds meanwhile/);
  });

  test('a home is put on a round, and its bin days are shown', async () => {
    const { world, priya } = await written();
    const chosen = await priya.press(await priya.get('/console/homes/home-1/bin-round'), 'Save the round', {
      round: 'Saltmere A',
    });
    assert.match(chosen.text, /The round is saved/);
    assert.equal((await world.stores.homes.ofId('harbour', 'home-1'))?.value.binRound, 'Saltmere A');
    const page = await priya.get('/console/homes/home-1/bin-round');
    assert.match(page.text, /Thursday 26 November: green \(recycling\) ?Thursday 3 December: black \(rubbish\)/);
    const away = await priya.press(page, 'Save the round', { round: '-' });
    assert.match(away.text, /The round is saved/);
    assert.equal((await world.stores.homes.ofId('harbour', 'home-1'))?.value.binRound, undefined);
  });
});
