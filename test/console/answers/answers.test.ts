import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { visitor } from '../support/visitor.ts';
import { aWorld, type World } from '../support/world.ts';

const bins = {
  council: 'harbour',
  subject: 'bins',
  answer: 'Rubbish and recycling are taken in turn.',
  facts: ['We can fetch your bin.'],
  phone: '01632 960121',
} as const;

const aDesk = async (): Promise<World> => {
  const world = await aWorld();
  await world.stores.answers.save({ ...bins, asOf: world.time.now - 60_000 });
  return world;
};

const as = async (world: World, role: 'carer' | 'officer', id: string) => {
  const visit = visitor(world);
  await visit.signIn(role, id);
  return visit;
};

describe('what people are told about a subject', () => {
  test('stands in one list, with what nobody has written yet, and what was asked for in vain', async () => {
    const world = await aDesk();
    for (let n = 0; n < 2; n += 1) await world.stores.unanswered.count('harbour', 'about-dentist', '2026-11-20');
    await world.stores.unanswered.count('harbour', 'warm-home', '2026-11-24');
    await world.stores.unanswered.count('harbour', 'not-understood', '2026-10-01');
    const page = await (await as(world, 'officer', 'officer-priya')).get('/console/answers');
    assert.match(
      page.text,
      /bins Rubbish and recycling are taken in turn\. We can fetch your bin\. 01632 960121 Last written 9:59am today/,
    );
    assert.match(page.text, /council tax Nobody has written this yet/);
    assert.match(page.text, /Asked about ?Times dentist ?2 ?a warm home ?1/);
    assert.doesNotMatch(page.text, /not understood/);
  });

  test('is written by an officer who manages, and heard from then on; who wrote it is kept', async () => {
    const world = await aDesk();
    const priya = await as(world, 'officer', 'officer-priya');
    const form = await priya.get('/console/answers/council-tax');
    assert.equal(form.heading, 'What people hear about council tax');
    const saved = await priya.press(form, 'Save this answer', {
      answer: '  You can pay  in ten parts. ',
      'fact-1': '',
      'fact-2': 'Some people pay less.',
      phone: '01632 960125',
    });
    assert.match(saved.text, /The answer is saved\. It is heard from now on\./);
    assert.deepEqual(await world.stores.answers.ofSubject('harbour', 'council-tax'), {
      council: 'harbour',
      subject: 'council-tax',
      answer: 'You can pay in ten parts.',
      facts: ['Some people pay less.'],
      phone: '01632 960125',
      asOf: world.time.now,
    });
    const [entry] = await world.stores.audit.of('harbour', 'ANSWER#council-tax');
    assert.deepEqual(entry?.act.by, { kind: 'officer', id: 'officer-priya' });
  });

  test('each mistake stands at its field, and what was typed is kept', async () => {
    const world = await aDesk();
    const priya = await as(world, 'officer', 'officer-priya');
    const words = (count: number) => Array.from({ length: count }, () => 'tea').join(' ');
    const form = await priya.get('/console/answers/bins');
    const wrong = await priya.press(form, 'Save this answer', {
      answer: '',
      'fact-1': words(21),
      'fact-2': words(20),
      phone: 'ask for Joan',
    });
    assert.equal(wrong.status, 422);
    assert.deepEqual(
      wrong.mistakes.map(({ field }) => field),
      ['answer', 'fact-1', 'phone'],
    );
    assert.match(wrong.text, /ask for Joan|tea tea/);
    assert.equal((await world.stores.answers.ofSubject('harbour', 'bins'))?.answer, bins.answer);
  });

  test('a short number and one with +44 are numbers; letters are not', async () => {
    const world = await aDesk();
    const priya = await as(world, 'officer', 'officer-priya');
    for (const [phone, status] of [
      ['111', 200],
      ['+44 1632 960125', 200],
      ['(01632) 960125', 200],
      ['0163', 422],
      ['999999', 422],
    ] as const) {
      const form = await priya.get('/console/answers/bins');
      assert.equal((await priya.press(form, 'Save this answer', { phone })).status, status, phone);
    }
  });

  test('two officers at once: the second sees what the first wrote before anything is written over', async () => {
    const world = await aDesk();
    const priya = await as(world, 'officer', 'officer-priya');
    const form = await priya.get('/console/answers/bins');
    await world.stores.answers.save({ ...bins, answer: 'Bins go out on Monday.', asOf: world.time.now });
    const conflict = await priya.press(form, 'Save this answer', { answer: 'Bins go out on Friday.' });
    assert.equal(conflict.status, 409);
    assert.match(conflict.text, /Somebody else has written this answer meanwhile.*Bins go out on Monday\./);
    assert.equal((await world.stores.answers.ofSubject('harbour', 'bins'))?.answer, 'Bins go out on Monday.');
    world.time.now += 1000;
    await priya.press(conflict, 'Save this answer');
    assert.equal((await world.stores.answers.ofSubject('harbour', 'bins'))?.answer, 'Bins go out on Friday.');
  });

  test('an officer who does not manage may look and not write; to a carer there is no such page', async () => {
    const world = await aDesk();
    const omar = await as(world, 'officer', 'officer-omar');
    const page = await omar.get('/console/answers');
    assert.match(page.text, /You have not been given the right to write answers/);
    assert.doesNotMatch(page.text, /Change/);
    assert.equal((await omar.get('/console/answers/bins')).status, 403);
    const token = await omar.formToken();
    assert.equal(
      (
        await omar.post('/console/answers/bins', [
          ['token', token],
          ['answer', 'x'],
        ])
      ).status,
      403,
    );
    const mark = await as(world, 'carer', 'carer-mark');
    assert.equal((await mark.get('/console/answers')).status, 404);
    const priya = await as(world, 'officer', 'officer-priya');
    assert.equal((await priya.get('/console/answers/nothing')).status, 404);
  });
});
