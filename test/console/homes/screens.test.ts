import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pairingSecrets } from '../../../lambda/adapters/secrets/pairing-secrets.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { agreeOnScreen } from '../../../lambda/core/pairing/agree-on-screen.ts';
import { showScreenCode } from '../../../lambda/core/pairing/show-screen-code.ts';
import { visitor } from '../support/visitor.ts';
import { aWorld } from '../support/world.ts';

const HOME = '/console/homes/home-3';

/** Priya, who manages, and a television that shows codes. */
const asPriya = async () => {
  const world = await aWorld();
  const priya = visitor(world);
  await priya.signIn('officer', 'officer-priya');
  const { stores, time } = world;
  const clock = () => time.now;
  const needs = { ...stores, codes: stores.pairingCodes, secrets: pairingSecrets('a key for tests'), clock };
  const screen = (screenHash: string) => ({ council: 'harbour', screenHash });
  return {
    world,
    priya,
    showCode: async (hash = 'lounge'): Promise<string> => {
      const shown = await showScreenCode(needs)(screen(hash));
      assert.ok(shown.kind === 'screen-code');
      return shown.code;
    },
    pressOk: async (hash = 'lounge') => (await agreeOnScreen(needs)(screen(hash))).kind,
    words: async (hash = 'lounge') => (await stores.screenPairings.ofScreen('harbour', hash))?.value.claim?.words,
    screen: async (hash = 'lounge') => (await stores.screens.ofHash('harbour', hash))?.value,
    enter: async (code: string) =>
      priya.press(await priya.click(await priya.get(HOME), 'Pair a television'), 'Continue', { code }),
  };
};

describe('pairing a television', () => {
  test('from the code on it to a television that belongs to the home', async () => {
    const { world, priya, showCode, pressOk, words, screen, enter } = await asPriya();
    assert.match((await priya.get(HOME)).text, /Televisions No television is paired\./);
    const code = await showCode();
    const asked = await enter(`${code.slice(0, 4)} ${code.slice(4)}`);
    assert.match(asked.text, new RegExp(`The television should show ${(await words())?.join(' ')}`));
    const press = await priya.press(asked, 'Continue', { match: 'yes' });
    assert.match(press.text, /Now press OK on the television\./);
    assert.equal(await screen(), undefined, 'SEC-05 one side alone ties nothing');
    assert.match((await priya.press(press, 'OK was pressed')).text, /OK has not been pressed on the television yet\./);
    assert.equal(await pressOk(), 'screen-paired');
    const done = await priya.press(press, 'OK was pressed');
    assert.match(done.text, /^Done The television is paired\..*Television 1 Paired at 10:00am today\. Unpair/);
    assert.deepEqual([(await screen())?.homeId, (await screen())?.residents], ['home-3', ['res-vera']]);
    assert.equal((await world.stores.audit.of('harbour', 'HOME#home-3')).at(-1)?.act.by.id, 'officer-priya');
  });

  test('OK may be pressed first', async () => {
    const { priya, showCode, pressOk, enter } = await asPriya();
    const asked = await enter(await showCode());
    await pressOk();
    assert.match((await priya.press(asked, 'Continue', { match: 'yes' })).text, /^Done The television is paired\./);
  });

  test('two different words pair nothing, and the television shows a new code', async () => {
    const { priya, showCode, pressOk, screen, enter } = await asPriya();
    const code = await showCode();
    const stopped = await priya.press(await enter(code), 'Continue', { match: 'no' });
    assert.match(stopped.text, /Nothing was paired\. The television shows a new code\./);
    assert.equal(await pressOk(), 'nothing-asked');
    assert.equal(await screen(), undefined);
    assert.match((await priya.click(stopped, 'Enter another code')).text, /The code on the television/);
  });

  test('the question must be answered; what is no code, and a code that is unknown or over, stand beside the box', async () => {
    const { world, priya, showCode, enter } = await asPriya();
    const unanswered = await priya.press(await enter(await showCode()), 'Continue');
    assert.deepEqual(unanswered.mistakes, [{ text: 'Say whether the two words are the same', field: 'match' }]);
    const notKnown = 'This code does not work. Enter the code that the television shows now';
    const code = await showCode();
    world.time.now += 10 * MINUTE;
    for (const [typed, text] of [
      ['1234', 'Enter the eight digits that the television shows'],
      ['99999999', notKnown],
      [code, notKnown],
    ] as const) {
      const page = await enter(typed);
      assert.deepEqual([page.status, page.mistakes], [422, [{ text, field: 'code' }]]);
    }
  });

  test('a pairing of another home, or one that was made up, cannot be confirmed here', async () => {
    const { priya, showCode, enter, screen } = await asPriya();
    const asked = await enter(await showCode());
    for (const [path, hash] of [
      ['/console/homes/home-1/screens/confirm', 'lounge'],
      [`${HOME}/screens/confirm`, 'other'],
      [`${HOME}/screens/confirm`, '../x'],
    ] as const) {
      const token = await priya.formToken();
      const answer = await priya.post(path, [
        ['token', token],
        ['screen', hash],
        ['match', 'yes'],
      ]);
      assert.match(await answer.text(), /This code no longer works/);
    }
    assert.equal(await screen(), undefined);
    assert.ok(asked);
  });

  test('a home has at most four', async () => {
    const { world, priya } = await asPriya();
    const home = await world.stores.homes.ofId('harbour', 'home-3');
    assert.ok(home);
    await world.stores.homes.save({ value: { ...home.value, screens: ['a', 'b', 'c', 'd'] }, version: home.version });
    const page = await priya.click(await priya.get(HOME), 'Pair a television');
    assert.match(page.text, /A home has at most 4 televisions\. Unpair one first\./);
  });

  test('the code never stands in an address', async () => {
    const { showCode, enter } = await asPriya();
    assert.doesNotMatch((await enter(await showCode())).path, /\d{8}/);
  });
});

describe('unpairing a television', () => {
  test('asks first; from then on it shows nothing', async () => {
    const { world, priya, showCode, pressOk, screen, enter } = await asPriya();
    const asked = await enter(await showCode());
    await pressOk();
    const home = await priya.press(asked, 'Continue', { match: 'yes' });
    const sure = await priya.click(home, 'Unpair');
    assert.match(sure.text, /Do you want to unpair this television\?/);
    const done = await priya.press(sure, 'Yes, unpair it');
    assert.match(done.text, /^Done The television is unpaired\..*No television is paired\./);
    assert.equal((await screen())?.state, 'unpaired');
    const acts = (await world.stores.audit.of('harbour', 'HOME#home-3')).map(({ act }) => act.did);
    assert.deepEqual(acts.slice(-2), ['pair-screen', 'unpair-screen']);
  });

  test('one of another home is not there', async () => {
    const { priya, showCode, pressOk, enter } = await asPriya();
    const asked = await enter(await showCode());
    await pressOk();
    await priya.press(asked, 'Continue', { match: 'yes' });
    assert.equal((await priya.get('/console/homes/home-1/screens/lounge/unpair')).status, 404);
  });
});

test('whoever may not manage neither pairs nor unpairs a television', async () => {
  const world = await aWorld();
  const mark = visitor(world);
  await mark.signIn('carer', 'carer-mark');
  assert.equal((await mark.get(`${HOME}/screens/pair`)).status, 404);
});

describe('a carer pairs a television for their resident', () => {
  const asCarer = async (id: string) => {
    const home = await asPriya();
    const carer = visitor(home.world);
    await carer.signIn('carer', id);
    return { ...home, carer };
  };
  const MARGARET = '/console/residents/res-margaret';

  test('from the resident’s page to a television that shows what is meant for them', async () => {
    const { world, carer, showCode, pressOk, screen } = await asCarer('carer-mark');
    const page = await carer.click(await carer.get(MARGARET), 'Pair a television');
    const asked = await carer.press(page, 'Continue', { code: await showCode() });
    await pressOk();
    const done = await carer.press(asked, 'Continue', { match: 'yes' });
    assert.match(done.text, /^Done The television is paired\./);
    assert.equal(done.heading, 'Margaret Ellis');
    assert.deepEqual([(await screen())?.homeId, (await screen())?.residents], ['home-1', ['res-margaret']]);
    const act = (await world.stores.audit.of('harbour', 'HOME#home-1')).at(-1)?.act;
    assert.deepEqual([act?.did, act?.by], ['pair-screen', { kind: 'carer', id: 'carer-mark' }]);
  });

  test('who may only see, or whose access has ended, may not', async () => {
    const { carer } = await asCarer('carer-sue');
    assert.doesNotMatch((await carer.get(MARGARET)).text, /Pair a television/);
    assert.equal((await carer.get(`${MARGARET}/screens/pair`)).status, 403);
    const { carer: past } = await asCarer('carer-past');
    assert.equal((await past.get(`${MARGARET}/screens/pair`)).status, 404);
  });

  test('a television shows the cards of all who live there, so it takes the right for each of them', async () => {
    const { world, carer } = await asCarer('carer-mark');
    const home = await world.stores.homes.ofId('harbour', 'home-1');
    assert.ok(home);
    const residents = ['res-margaret', 'res-vera'];
    await world.stores.homes.save({ ...home, value: { ...home.value, residents } });
    assert.equal((await carer.get(`${MARGARET}/screens/pair`)).status, 403);
  });

  test('a television of one home is not confirmed from the page of another', async () => {
    const { carer, showCode } = await asCarer('carer-mark');
    const page = await carer.get(`${MARGARET}/screens/pair`);
    const asked = await carer.press(page, 'Continue', { code: await showCode() });
    const token = await carer.formToken();
    const path = '/console/residents/res-bill/screens/confirm';
    const fields = [
      ['token', token],
      ['screen', 'lounge'],
      ['match', 'yes'],
    ] as const;
    assert.match((await carer.follow(await carer.post(path, fields), path)).text, /no longer/);
    assert.match(asked.text, /The television should show/);
  });
});
