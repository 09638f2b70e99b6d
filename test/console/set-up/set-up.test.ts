import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { localDate } from '../../../lambda/core/kernel/uk-time.ts';
import { ECHO_CHECKS } from '../../../lambda/core/set-up/set-up-visit.ts';
import { all, has, textOf } from '../../support/page.ts';
import { tellEcho } from '../support/tell-echo.ts';
import { type Seen, type Visitor, visitor } from '../support/visitor.ts';
import { aWorld, type World } from '../support/world.ts';

const HOME = '/console/homes/home-3';

/** Vera's Home, where nobody has been asked yet and no Echo is paired. */
const atVeras = async () => {
  const world = await aWorld();
  const stored = await world.stores.residents.ofId('harbour', 'res-vera');
  assert.ok(stored);
  const consent = { ...stored.value.consent, state: 'not-asked' as const };
  await world.stores.residents.save({ ...stored, value: { ...stored.value, consent } });
  const priya = visitor(world);
  await priya.signIn('officer', 'officer-priya');
  return { world, priya };
};

const begin = async (priya: Visitor) =>
  priya.press(await priya.click(await priya.get(HOME), 'Set-up visit'), 'Begin the visit');

const YES = {
  state: 'given',
  decidedBy: 'resident',
  how: 'At home, aloud',
  othersTold: 'nobody-else',
} as const;

const FACTS = {
  residentsRight: 'yes',
  level: 'ask-first',
  account: 'resident',
  otherEchos: '2',
  wifi: 'weak',
  circleRight: 'yes',
} as const;

const agree = async (priya: Visitor, visit: Seen, typed: Record<string, string | readonly string[]> = YES) =>
  priya.press(await priya.click(visit, 'Vera Nunn'), 'Save and go on', typed);

const pairEcho = async (world: World, priya: Visitor, visit: Seen) => {
  const page = await priya.press(await priya.click(visit, 'The Echo'), 'Pair an Echo');
  const code = textOf(all(page.root, 'p').find((each) => has(each, 'app-code'))).replaceAll(' ', '');
  assert.equal((await tellEcho(world, code)).kind, 'pairing-asked');
  const words = await priya.press(page, 'The Echo has said two words');
  await priya.press(words, 'Pair this Echo', { match: 'yes' });
};

/** The visit up to its last stage. */
const readyToProve = async () => {
  const { world, priya } = await atVeras();
  const agreed = await agree(priya, await begin(priya));
  const home = await priya.press(await priya.click(agreed, 'The home'), 'Save and go on', FACTS);
  await pairEcho(world, priya, home);
  const echo = await priya.get(`${HOME}/set-up/echo`);
  return { world, priya, visit: await priya.press(echo, 'Save and go on', { checks: [...ECHO_CHECKS] }) };
};

describe('a set-up visit on the page', () => {
  test('from a home where nothing is set up to one where all is proved', async () => {
    const { world, priya, visit } = await readyToProve();
    assert.match(visit.text, /Consent Done .*The home Done The Echo Done Prove that it works To do/);
    assert.match(visit.text, /can be finished when nothing is missing/);
    const prove = await priya.click(visit, 'Prove that it works');
    assert.match(prove.text, /A reminder rings Nothing yet A card shows Not needed.*understood Nothing yet/);
    const set = await priya.press(prove, 'Set a test reminder for two minutes from now');
    assert.match(set.text, /A test reminder for Vera was set for 10:02am/);

    const ticked = await priya.press(set, 'Save and go on', { seen: ['rang', 'understood'] });
    assert.match(ticked.text, /can be finished when nothing is missing/, 'a tick alone proves nothing');
    assert.match((await priya.get(`${HOME}/set-up/prove`)).text, /no evidence has reached Bellbird yet/);

    world.time.now += 3 * MINUTE;
    for (const sign of ['reminder-rang', 'asked'] as const)
      await world.stores.homeSigns.note('harbour', 'home-3', sign, world.time.now);
    const proved = await priya.get(`${HOME}/set-up/prove`);
    assert.match(proved.text, /A reminder rings Proved, at 10:03am .*The person is understood Proved, at 10:03am/);
    const done = await priya.press(await priya.get(`${HOME}/set-up`), 'Finish the visit');
    assert.match(done.text, /The visit was finished at 10:03am today/);
    const acts = (await world.stores.audit.of('harbour', 'SET-UP#home-3')).map(({ act }) => act.did);
    assert.deepEqual(acts, ['open-visit', 'home-facts', 'echo-checks', 'test-reminder', 'seen-there', 'finish-visit']);
  });

  test('no code is given out before everybody was asked and somebody agreed, nor without a visit', async () => {
    const { priya } = await atVeras();
    assert.match((await priya.get(HOME)).text, /No set-up visit to this home is open/);
    const visit = await begin(priya);
    assert.match((await priya.click(visit, 'The Echo')).text, /Consent comes first/);
    const token = await priya.formToken();
    const refused = await priya.follow(await priya.post(`${HOME}/pairing`, [['token', token]]), `${HOME}/pairing`);
    assert.match(refused.text, /There is no consent/);
    const no = await agree(priya, visit, { ...YES, state: 'withdrawn' });
    assert.match(no.text, /Vera Nunn Said no on/);
    assert.match((await priya.click(no, 'The Echo')).text, /Consent comes first/);
  });

  test('what is missing from a decision is said beside its question, and what was typed stays', async () => {
    const { priya } = await atVeras();
    const visit = await begin(priya);
    const empty = await agree(priya, visit, { explainedBy: '', 'review-year': '' });
    assert.deepEqual(
      empty.mistakes.map(({ field }) => field),
      ['state', 'decidedBy', 'explainedBy', 'how'],
    );
    const attorney = { ...YES, decidedBy: 'attorney' };
    assert.deepEqual((await agree(priya, visit, attorney)).mistakes, [{ field: 'decider', text: 'Name who decided' }]);
    const named = { ...attorney, decider: 'Jean Nunn' };
    const unseen = await agree(priya, visit, named);
    assert.deepEqual(unseen.mistakes, [{ field: 'documentSeen', text: 'The document must have been seen' }]);
    const far = await agree(priya, visit, { ...YES, 'review-year': '2031' });
    assert.deepEqual(
      far.mistakes.map(({ field }) => field),
      ['review-day'],
    );
    assert.match((await agree(priya, visit, { ...named, documentSeen: 'yes' })).text, /an attorney decided/);
  });

  test('it is written down after each stage: left, it is gone on with where it was, and codes do not work meanwhile', async () => {
    const { world, priya } = await atVeras();
    const agreed = await agree(priya, await begin(priya));
    const left = await priya.press(agreed, 'Leave it for now');
    assert.match(left.text, /was begun at 10:00am today and is not finished\. No code can be spoken/);
    assert.match((await priya.get(HOME)).text, /No set-up visit to this home is open/);
    world.time.now += 26 * 60 * MINUTE;
    await priya.signIn('officer', 'officer-priya');
    const again = await priya.press(await priya.get(`${HOME}/set-up`), 'Go on with the visit');
    assert.match(again.text, /Vera Nunn Agreed on Tuesday 24 November 2026/);
    assert.equal(localDate(world.time.now), '2026-11-25');
  });

  test('a form that is sent after the visit is over is not lost in silence', async () => {
    const { priya } = await atVeras();
    const agreed = await agree(priya, await begin(priya));
    const form = await priya.click(agreed, 'The home');
    await priya.press(agreed, 'Leave it for now');
    const late = await priya.press(form, 'Save and go on', FACTS);
    assert.match(late.text, /The visit is not open any more/);
  });

  test('notifications that reach other Echos, and weak Wi-Fi, are warned of', async () => {
    const { priya } = await readyToProve();
    const echo = await priya.get(`${HOME}/set-up/echo`);
    assert.match(echo.text, /Notifications also reach the 2 other Echos/);
    assert.match(echo.text, /With weak Wi-Fi/);
    assert.match(echo.text, /1 Echo is paired to this home/);
  });

  test('facts that are missing are asked for again', async () => {
    const { priya } = await atVeras();
    const form = await priya.click(await begin(priya), 'The home');
    const empty = await priya.press(form, 'Save and go on', { otherEchos: 'many' });
    assert.deepEqual(
      empty.mistakes.map(({ field }) => field),
      ['residentsRight', 'level', 'account', 'otherEchos', 'wifi', 'circleRight'],
    );
  });

  test('on paper stand the same questions', async () => {
    const { priya } = await atVeras();
    const paper = await priya.click(await begin(priya), 'The questions on paper, to print');
    for (const question of [
      'What was decided?',
      'Who decided?',
      'What may Bellbird tell them unasked?',
      'How is the Wi-Fi where the Echo stands?',
      'What have you seen to?',
      'What did you see and hear?',
    ])
      assert.ok(paper.text.includes(question), question);
  });

  test('only an officer who may manage holds one; a carer finds nothing there', async () => {
    const { world } = await atVeras();
    const omar = visitor(world);
    await omar.signIn('officer', 'officer-omar');
    assert.equal((await omar.get(`${HOME}/set-up`)).status, 403);
    const mark = visitor(world);
    await mark.signIn('carer', 'carer-mark');
    assert.equal((await mark.get('/console/homes/home-1/set-up')).status, 404);
  });

  test('a test reminder is refused where nobody agreed to reminders', async () => {
    const { priya } = await atVeras();
    await agree(priya, await begin(priya), { ...YES, purposes: ['diary'] });
    const prove = await priya.get(`${HOME}/set-up/prove`);
    const refused = await priya.press(prove, 'Set a test reminder for two minutes from now');
    assert.deepEqual(
      refused.mistakes.map(({ field }) => field),
      ['test'],
    );
  });
});
