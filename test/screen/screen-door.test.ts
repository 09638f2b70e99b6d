import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keyOf } from '../../lambda/core/delivery/delivery.ts';
import { HOUR, MINUTE } from '../../lambda/core/kernel/clock.ts';
import { CODE_LIVES } from '../../lambda/core/pairing/pairing-code.ts';
import { defaultSettings, type Settings } from '../../lambda/core/people/settings.ts';
import { aHome, anEcho, aResident } from '../support/builders/people.ts';
import { aScreenHome, SCREEN_ORIGIN } from '../support/screen-home.ts';

const bill = (settings: Partial<Settings> = {}) => aResident({ settings: { ...defaultSettings('Bill'), ...settings } });
const shows = { screen: { on: true, privateItems: 'shown' } } as const;

describe('pairing at the door', () => {
  test('from the code to the Home: code, words, waiting, and only then anything of anybody', async () => {
    const home = await aScreenHome();
    await home.giveAlert();
    const tv = home.aTelevision();
    assert.equal((await tv.now()).state, 'unpaired');
    const code = await tv.showCode();
    assert.match(code, /^[1-9]\d{7}$/);
    assert.equal((await tv.now()).state, 'code');
    const claimed = await home.claim(code);
    assert.ok(claimed.kind === 'screen-asked');
    const words = await tv.now();
    assert.deepEqual(words.state === 'words' && [words.words, words.okPressed], [claimed.words, false]);
    assert.deepEqual(await tv.act('/confirm'), { kind: 'waits-for-words' });
    const waiting = await tv.now();
    assert.equal(waiting.state === 'words' && waiting.okPressed, true);
    assert.doesNotMatch(JSON.stringify([words, waiting]), /Bill|Flood|bill/, 'SEC-05 nothing before both have agreed');
    await home.agree(tv.hash());
    assert.equal((await tv.cards())[0]?.face.title, 'Flood warning');
  });

  test('D47 unpaired at the console: the next question is answered with nothing', async () => {
    const home = await aScreenHome();
    await home.giveAlert();
    const tv = await home.pairedTelevision();
    const [card] = await tv.cards();
    await home.unpair(tv.hash());
    assert.equal((await tv.now()).state, 'unpaired');
    assert.deepEqual(await tv.act('/acknowledge', { card: card?.id }), { kind: 'not-shown-here' });
    assert.deepEqual(await tv.act('/confirm'), { kind: 'nothing-asked' });
    await tv.showCode();
  });

  test('words that differ, and a code that is over: back to a new code', async () => {
    const home = await aScreenHome();
    const tv = home.aTelevision();
    await home.claim(await tv.showCode());
    home.clock.move(CODE_LIVES);
    assert.equal((await tv.now()).state, 'unpaired');
  });

  test('the token is known to the browser alone: HttpOnly, Strict, __Host-, and renewed when the page is opened', async () => {
    const home = await aScreenHome();
    const tv = home.aTelevision();
    const [set] = (await tv.post('/pair')).headers.getSetCookie();
    assert.match(
      set ?? '',
      /^__Host-bellbird-screen=[A-Za-z0-9_-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    const token = tv.cookie()?.split('=')[1] ?? '';
    const page = await tv.ask('');
    assert.ok(page.headers.getSetCookie()[0]?.includes(token));
    assert.ok(!JSON.stringify(home.service.hooked.written).includes(token));
    assert.equal((await home.aTelevision().ask('')).headers.getSetCookie().length, 0, 'a GET gives out nothing');
  });

  test('sixty codes a day, then it says so (429)', async () => {
    const home = await aScreenHome();
    const tv = home.aTelevision();
    for (let n = 0; n < 60; n += 1) await tv.showCode();
    const refused = await tv.post('/pair');
    assert.deepEqual([refused.status, await refused.json()], [429, { kind: 'too-many-codes' }]);
  });

  test('a token that was made up opens nothing', async () => {
    const home = await aScreenHome();
    await home.giveAlert();
    await home.pairedTelevision();
    for (const made of ['x', 'a'.repeat(43), '../..', `${'a'.repeat(43)};`]) {
      const answer = await home.app.request(`${SCREEN_ORIGIN}/screen/now`, {
        headers: { cookie: `__Host-bellbird-screen=${made}` },
      });
      assert.equal(((await answer.json()) as { state: string }).state, 'unpaired');
    }
  });
});

describe('what a paired Screen is answered', () => {
  test('G6 nothing of an alert that was stopped, though its Delivery does not know yet', async () => {
    const home = await aScreenHome();
    const delivery = await home.giveAlert();
    const tv = await home.pairedTelevision();
    assert.equal((await tv.cards()).length, 1);
    await home.stopAlert();
    assert.deepEqual(await tv.cards(), []);
    assert.equal((await home.service.theDelivery(keyOf(delivery))).stoppedAt, undefined);
  });

  test('G6 what was stopped takes no place: of more cards than a page holds, the first ten that stand are shown', async () => {
    const home = await aScreenHome();
    for (let n = 0; n < 12; n += 1) await home.giveAlert({ id: `stopped-${n}` });
    for (let n = 0; n < 11; n += 1) await home.giveAlert({ id: `bins-${n}`, handling: 'notice', title: `Bins ${n}` });
    for (let n = 0; n < 12; n += 1) await home.stopAlert(`stopped-${n}`);
    const tv = await home.pairedTelevision();
    const cards = await tv.cards();
    assert.equal(cards.length, 10);
    assert.ok(cards.every(({ face }) => face.title.startsWith('Bins')));
    assert.deepEqual(await tv.act('/acknowledge', { card: cards[9]?.id }), { kind: 'acknowledged' });
    assert.equal((await tv.cards()).length, 10, 'the eleventh follows');
  });

  test('D47 nothing of somebody who went to hospital, from the next question on', async () => {
    const home = await aScreenHome();
    await home.giveAlert();
    const tv = await home.pairedTelevision();
    await home.service.change(home.stores.residents, home.stores.residents.ofId('harbour', 'bill'), {
      presence: { kind: 'away', reason: 'hospital', since: '2026-11-24' },
    });
    const answer = await tv.now();
    assert.ok(answer.state === 'paired' && answer.cards.length === 0 && answer.next === undefined);
  });

  test('nothing of somebody who moved to another Home', async () => {
    const home = await aScreenHome();
    await home.giveAlert();
    const tv = await home.pairedTelevision();
    await home.service.change(home.stores.residents, home.stores.residents.ofId('harbour', 'bill'), {
      homeId: 'other',
    });
    assert.deepEqual(await tv.cards(), []);
  });

  test('G10 nothing of another council, whose Home has the same name', async () => {
    const home = await aScreenHome();
    await home.stores.homes.save({ value: aHome({ council: 'valley' }), version: 0 });
    await home.stores.residents.save({ value: aResident({ council: 'valley', fullName: 'Val' }), version: 0 });
    const tv = await home.pairedTelevision();
    assert.doesNotMatch(JSON.stringify(await tv.now()), /valley|Val/);
  });

  test('a hidden reminder says only that there is a message; no id, name or time of anybody is in the answer', async () => {
    const home = await aScreenHome();
    await home.giveReminder();
    const tv = await home.pairedTelevision();
    const [card] = await tv.cards();
    assert.deepEqual(
      [card?.face.title, card?.face.lines, card?.act, card?.hidden],
      ['You have a message', [], 'put-aside', undefined],
    );
    assert.doesNotMatch(JSON.stringify(await tv.now()), /remind|rem\b|10:00|"bill"/i);
  });

  test('chosen words are shown, with what takes their place after a minute', async () => {
    const home = await aScreenHome({ residents: [bill(shows)] });
    await home.giveReminder('drink');
    const [card] = await (await home.pairedTelevision()).cards();
    assert.equal(card?.face.title, 'Your reminder to have a drink');
    assert.deepEqual([card?.hidden?.title, card?.hidden?.how], ['You have a message', 'Press OK to see it.']);
  });

  test('the wake word is never spoken by a television: an Echo in the room would obey', async () => {
    const home = await aScreenHome();
    await home.giveReminder();
    await home.giveAlert();
    for (const { face } of await (await home.pairedTelevision()).cards()) assert.doesNotMatch(face.speech, /alexa/i);
  });

  test('what is next, roughly for anybody in the room; a closed Home tells no time at all', async () => {
    for (const [speakingLevel, text] of [
      ['open', 'You have a visit this afternoon.'],
      ['closed', 'You have a visit today.'],
    ] as const) {
      const home = await aScreenHome({ echos: [anEcho({ speakingLevel })], residents: [bill(shows)] });
      await home.giveVisit();
      const answer = await (await home.pairedTelevision()).now();
      assert.ok(answer.state === 'paired');
      assert.equal(answer.next?.text, text);
      const detail = speakingLevel === 'open' ? 'Amina is coming today at 2:00pm.' : undefined;
      assert.equal(answer.next?.detail, detail);
    }
  });
});

describe('what a Screen says back', () => {
  test('shown is written when the page says so, and not by its questions (G13)', async () => {
    const home = await aScreenHome();
    const key = keyOf(await home.giveAlert());
    const tv = await home.pairedTelevision();
    const [card] = await tv.cards();
    await tv.cards();
    assert.equal((await home.service.theDelivery(key)).shownAt, undefined);
    assert.deepEqual(await tv.act('/shown', { card: card?.id }), { kind: 'noted' });
    assert.equal((await home.service.theDelivery(key)).shownAt, home.clock());
    const signs = () => home.service.stores.homeSigns.ofHome('harbour', 'home');
    assert.deepEqual(await signs(), { 'card-shown': home.clock() });
    await tv.act('/acknowledge', { card: card?.id });
    assert.equal((await signs()).pressed, home.clock());
  });

  test('hidden words are neither shown nor acknowledged: they stay in the inbox, to be heard', async () => {
    const home = await aScreenHome();
    await home.giveReminder();
    const tv = await home.pairedTelevision();
    const [card] = await tv.cards();
    assert.deepEqual(await tv.act('/acknowledge', { card: card?.id }), { kind: 'kept' });
    await tv.act('/shown', { card: card?.id });
    const [delivery] = await home.service.deliveriesOf();
    assert.deepEqual([delivery?.acknowledged, delivery?.shownAt], [undefined, undefined]);
  });

  test('OK: an alert is heard, a reminder done, by the Screen; the other Screen shows it no more', async () => {
    const home = await aScreenHome({ residents: [bill(shows)] });
    await home.giveAlert();
    await home.giveReminder();
    const [tv, other] = [await home.pairedTelevision(), await home.pairedTelevision()];
    for (const { id } of await tv.cards())
      assert.deepEqual(await tv.act('/acknowledge', { card: id }), { kind: 'acknowledged' });
    assert.deepEqual(await other.cards(), []);
    const replies = (await home.service.deliveriesOf()).map(({ acknowledged }) => [
      acknowledged?.reply,
      acknowledged?.by,
    ]);
    assert.deepEqual(replies.sort(), [
      ['done', 'screen'],
      ['heard', 'screen'],
    ]);
  });

  test('C13 a Screen acknowledges nothing of another Home', async () => {
    const home = await aScreenHome({
      residents: [bill(), aResident({ id: 'vera', homeId: 'other', settings: defaultSettings('Vera') })],
      homes: [aHome(), aHome({ id: 'other', residents: ['vera'], echos: [] })],
    });
    await home.giveAlert({ residentId: 'vera' });
    const theirs = await home.pairedTelevision('other');
    const [card] = await theirs.cards();
    const ours = await home.pairedTelevision();
    assert.deepEqual(await ours.act('/acknowledge', { card: card?.id }), { kind: 'not-shown-here' });
    assert.equal((await theirs.cards()).length, 1);
  });

  test('what is no card is refused in one line', async () => {
    const tv = await (await aScreenHome()).pairedTelevision();
    for (const body of [{}, { card: 7 }, { card: '../x' }, [], 'x', null])
      for (const path of ['/shown', '/acknowledge']) {
        const answer = await tv.post(path, body);
        assert.deepEqual([answer.status, (await answer.text()).split('\n').length], [400, 2]);
      }
    assert.equal((await tv.post('/acknowledge', { card: 'a'.repeat(40) })).status, 200);
  });
});

describe('who may post (SEC-17)', () => {
  const foreign: readonly (readonly [string, Record<string, string>, number])[] = [
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbour site', { origin: SCREEN_ORIGIN, 'sec-fetch-site': 'same-site' }, 403],
    ['nobody', { origin: '' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', { 'content-type': 'text/plain' }, 415],
  ];
  for (const path of ['/pair', '/confirm', '/shown', '/acknowledge'])
    for (const [who, headers, status] of foreign)
      test(`${path} from ${who} is refused and changes nothing`, async () => {
        const home = await aScreenHome();
        const tv = await home.pairedTelevision();
        const before = home.service.hooked.written.length;
        assert.equal((await tv.post(path, {}, headers)).status, status);
        assert.equal(home.service.hooked.written.length, before);
      });

  test('an old television, which names its origin only, may', async () => {
    const home = await aScreenHome();
    const answer = await home.app.request(`${SCREEN_ORIGIN}/screen/pair`, {
      method: 'POST',
      body: '{}',
      headers: { origin: SCREEN_ORIGIN, 'content-type': 'application/json' },
    });
    assert.equal(answer.status, 200);
  });

  test('a GET of an act is not there, and a long body is refused', async () => {
    const tv = await (await aScreenHome()).pairedTelevision();
    for (const path of ['/pair', '/confirm', '/shown', '/acknowledge', '/other'])
      assert.equal((await tv.ask(path)).status, 404);
    assert.equal((await tv.post('/shown', { card: 'a'.repeat(5_000) })).status, 413);
  });
});

describe('every answer of the door', () => {
  test('SEC-39 has its security headers, and nothing of it is kept but packed files', async () => {
    const home = await aScreenHome();
    const tv = await home.pairedTelevision();
    const page = await tv.ask('');
    const html = await page.clone().text();
    const [script = ''] = /\/screen(\/assets\/[^"]+\.js)/.exec(html)?.slice(1) ?? [];
    for (const answer of [
      page,
      await tv.ask('/now'),
      await tv.post('/shown', {}),
      await tv.ask('/none'),
      await tv.ask(script),
    ]) {
      const { headers } = answer;
      assert.equal(
        headers.get('content-security-policy'),
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
      );
      assert.equal(headers.get('x-frame-options'), 'DENY');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.match(headers.get('permissions-policy') ?? '', /microphone=\(\).*|camera=\(\)/);
      const isFile = answer.headers.get('content-type')?.includes('javascript') === true;
      assert.equal(headers.get('cache-control'), isFile ? 'public, max-age=31536000, immutable' : 'no-store');
    }
    assert.doesNotMatch(html, /<script(?![^>]*src=)|<style|style="|\son[a-z]+="/);
  });

  test('SEC-23 nothing personal is logged, and the polling is not logged at all', async () => {
    const home = await aScreenHome();
    await home.giveAlert();
    const tv = await home.pairedTelevision();
    const [card] = await tv.cards();
    await tv.act('/acknowledge', { card: card?.id });
    await tv.post('/shown', {}, { origin: 'https://evil.example' });
    const lines = JSON.stringify(home.service.log.lines);
    assert.doesNotMatch(lines, /Bill|bill|Flood|home|lounge/);
    assert.ok(!lines.includes(card?.id ?? 'missing') && !lines.includes(tv.hash()));
    assert.doesNotMatch(lines, /GET \/screen\/now/);
    assert.match(lines, /POST \/screen\/acknowledge/);
  });

  test('a fault is answered calmly, in one line, and logged by its class', async () => {
    const home = await aScreenHome();
    const tv = await home.pairedTelevision();
    await home.service.table.put(
      { key: { pk: 'C#harbour#HOME#home', sk: 'HOME' }, kind: 'home', body: { broken: true } },
      { ifVersion: (await home.service.table.get({ pk: 'C#harbour#HOME#home', sk: 'HOME' }))?.version ?? 0 },
    );
    const answer = await tv.ask('/now');
    assert.deepEqual([answer.status, await answer.text()], [500, 'Something went wrong here.\n']);
    assert.deepEqual(home.service.log.lines.filter(({ code }) => code === 'screen.fault').length, 1);
  });
});

test('what lives longer than its card is dropped at its end', async () => {
  const home = await aScreenHome();
  await home.giveAlert({ lives: HOUR });
  const tv = await home.pairedTelevision();
  home.clock.move(HOUR - MINUTE);
  assert.equal((await tv.cards()).length, 1);
  home.clock.move(MINUTE);
  assert.deepEqual(await tv.cards(), []);
});
