import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pairingSecrets } from '../../../lambda/adapters/secrets/pairing-secrets.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { openSetUpVisit } from '../../support/builders/set-up-visits.ts';
import { all, has, textOf } from '../../support/page.ts';
import { tellEcho } from '../support/tell-echo.ts';
import { type Seen, visitor } from '../support/visitor.ts';
import { aHome, aWorld } from '../support/world.ts';

const HOME = '/console/homes/home-3';

const asPriya = async () => {
  const world = await aWorld();
  for (const home of ['home-1', 'home-3']) await openSetUpVisit(world.stores, home, world.time.now);
  const priya = visitor(world);
  await priya.signIn('officer', 'officer-priya');
  return { world, priya };
};

const codeOn = (page: Seen): string =>
  textOf(all(page.root, 'p').find((each) => has(each, 'app-code'))).replaceAll(' ', '');

describe('homes', () => {
  test('an officer sees every home with who lives there, a page at a time', async () => {
    const { world, priya } = await asPriya();
    for (let count = 10; count < 40; count += 1)
      await world.stores.homes.save({
        value: aHome({ id: `home-${count}`, residents: [], label: `Flat ${count}` }),
        version: 0,
      });
    const first = await priya.get('/console/homes');
    assert.match(first.text, /4 Quay Street ?Margaret Ellis/);
    const second = await priya.click(first, 'Next page');
    const both = `${first.text} ${second.text}`;
    for (let count = 10; count < 40; count += 1) assert.equal(both.match(new RegExp(`Flat ${count}`, 'g'))?.length, 1);
    assert.doesNotMatch(both, /Inland/);
    assert.equal((await priya.click(second, 'First page')).path, '/console/homes');
  });

  test('a home says who lives there, and what each Echo may say aloud', async () => {
    const { priya } = await asPriya();
    const page = await priya.get('/console/homes/home-1');
    assert.match(
      page.text,
      /Who lives here Margaret Ellis There has been no sign of life yet\. Echos Echo 1 An Echo that the council manages/,
    );
    assert.match(page.text, /What it may say aloud\. Open: it says names/);
    assert.equal((await priya.click(page, 'Margaret Ellis')).heading, 'Margaret Ellis');
    assert.match((await priya.get(HOME)).text, /No Echo is paired\./);
  });
});

describe('pairing an Echo', () => {
  test('from the code to an Echo that belongs to the home', async () => {
    const { world, priya } = await asPriya();
    const page = await priya.press(await priya.get(HOME), 'Pair an Echo');
    const code = codeOn(page);
    assert.match(code, /^[1-9]\d{7}$/);
    assert.match(page.text, new RegExp(`${code.slice(0, 4)} ${code.slice(4)} It works for another 10 minutes\\.`));
    assert.doesNotMatch(page.path, /\d{8}/);

    const early = await priya.press(page, 'The Echo has said two words');
    assert.match(early.text, /No Echo has said this code yet/);
    assert.equal(codeOn(early), code, 'the code stays on the page');

    world.time.now += 3 * MINUTE;
    assert.equal((await tellEcho(world, code)).kind, 'pairing-asked');
    const words = await priya.press(early, 'The Echo has said two words');
    assert.match(words.text, /It works for another 7 minutes\. The Echo should have said harbour teapot/);
    const done = await priya.press(words, 'Pair this Echo', { match: 'yes', level: 'closed' });
    assert.match(done.text, /^Done The Echo is paired\..*Closed: it says only how many there are/);
    const echo = await world.stores.echos.ofHash('harbour', 'echo-new');
    assert.deepEqual(
      [echo?.value.state, echo?.value.residents, echo?.value.speakingLevel],
      ['paired', ['res-vera'], 'closed'],
    );
    assert.equal((await world.stores.audit.of('harbour', 'HOME#home-3')).at(-1)?.act.by.id, 'officer-priya');
  });

  test('both questions must be answered; what was chosen stays', async () => {
    const { world, priya } = await asPriya();
    const page = await priya.press(await priya.get(HOME), 'Pair an Echo');
    await tellEcho(world, codeOn(page));
    const words = await priya.press(page, 'The Echo has said two words');
    const neither = await priya.press(words, 'Pair this Echo');
    assert.equal(neither.status, 422);
    assert.deepEqual(neither.mistakes, [
      { text: 'Say whether the two words are the same', field: 'match' },
      { text: 'Choose what it may say aloud', field: 'level' },
    ]);
    const half = await priya.press(words, 'Pair this Echo', { match: 'yes', level: 'everything' });
    assert.deepEqual(half.mistakes, [{ text: 'Choose what it may say aloud', field: 'level' }]);
    assert.equal((await world.stores.echos.ofHash('harbour', 'echo-new'))?.value.state, undefined);
  });

  test('two different words pair nothing (SEC-05)', async () => {
    const { world, priya } = await asPriya();
    const page = await priya.press(await priya.get(HOME), 'Pair an Echo');
    await tellEcho(world, codeOn(page));
    const words = await priya.press(page, 'The Echo has said two words');
    const stopped = await priya.press(words, 'Pair this Echo', { match: 'no', level: 'open' });
    assert.match(stopped.text, /Nothing was paired/);
    assert.equal(await world.stores.echos.ofHash('harbour', 'echo-new'), undefined);
    assert.notEqual(codeOn(await priya.press(stopped, 'Begin again')), codeOn(page));
  });

  test('a code ends after ten minutes (SEC-04)', async () => {
    const { world, priya } = await asPriya();
    const page = await priya.press(await priya.get(HOME), 'Pair an Echo');
    await tellEcho(world, codeOn(page));
    world.time.now += 9 * MINUTE + 30_000;
    const words = await priya.press(page, 'The Echo has said two words');
    assert.match(words.text, /It works for less than a minute/);
    world.time.now += MINUTE;
    for (const late of [
      await priya.press(page, 'The Echo has said two words'),
      await priya.press(words, 'Pair this Echo', { match: 'yes', level: 'open' }),
    ])
      assert.match(late.text, /This code no longer works/);
    assert.equal(await world.stores.echos.ofHash('harbour', 'echo-new'), undefined);
  });

  test('a code of another home, or one that was made up, is no code here', async () => {
    const { world, priya } = await asPriya();
    const page = await priya.press(await priya.get(HOME), 'Pair an Echo');
    const code = codeOn(page);
    await tellEcho(world, code);
    const other = await priya.press(await priya.get('/console/homes/home-1'), 'Pair an Echo');
    for (const made of [code, '12345678', 'x', ''])
      assert.match(
        (await priya.press(other, 'The Echo has said two words', { code: made })).text,
        /no longer works/,
        made,
      );
  });

  test('confirming twice is the same as once', async () => {
    const { world, priya } = await asPriya();
    const page = await priya.press(await priya.get(HOME), 'Pair an Echo');
    await tellEcho(world, codeOn(page));
    const words = await priya.press(page, 'The Echo has said two words');
    const answers = { match: 'yes', level: 'open' };
    await priya.press(words, 'Pair this Echo', answers);
    assert.match((await priya.press(words, 'Pair this Echo', answers)).text, /The Echo is paired/);
    const home = await world.stores.homes.ofId('harbour', 'home-3');
    assert.deepEqual(home?.value.echos, ['echo-new']);
  });

  test('the code never stands in an address, and only its hash in the table', async () => {
    const { world, priya } = await asPriya();
    const page = await priya.press(await priya.get(HOME), 'Pair an Echo');
    const code = codeOn(page);
    const hash = pairingSecrets('a key for tests').hashCode(code);
    const stored = await world.stores.pairingCodes.ofHash('harbour', hash);
    assert.ok(stored);
    assert.doesNotMatch(JSON.stringify(stored), new RegExp(code));
    assert.doesNotMatch(JSON.stringify(world.log), new RegExp(code));
  });
});

describe('unpairing an Echo', () => {
  test('asks first; from then on the Echo says nothing personal', async () => {
    const { world, priya } = await asPriya();
    const asked = await priya.click(await priya.get('/console/homes/home-1'), 'Unpair');
    assert.match(asked.text, /From then on it says nothing personal/);
    const done = await priya.press(asked, 'Yes, unpair it');
    assert.match(done.text, /^Done The Echo is unpaired\..*No Echo is paired\./);
    assert.equal((await world.stores.echos.ofHash('harbour', 'echo-managed'))?.value.state, 'unpaired');
    assert.match((await priya.press(asked, 'Yes, unpair it')).text, /The Echo is unpaired/, 'twice is the same');
  });

  test('an Echo of another home is not there', async () => {
    const { world, priya } = await asPriya();
    assert.equal((await priya.get('/console/homes/home-1/echos/echo-consumer/unpair')).status, 404);
    const token = await priya.formToken();
    const path = '/console/homes/home-1/echos/echo-consumer/unpair';
    assert.equal((await priya.post(path, [['token', token]])).status, 404);
    assert.equal((await world.stores.echos.ofHash('harbour', 'echo-consumer'))?.value.state, 'paired');
  });
});
