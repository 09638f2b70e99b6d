import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agreeOnScreen } from '../../lambda/core/pairing/agree-on-screen.ts';
import { showScreenCode } from '../../lambda/core/pairing/show-screen-code.ts';
import { aResident } from '../render/support/builders.ts';
import { aHome } from '../support/builders/people.ts';
import { conversation, no, open, pardon, say, script, yes } from '../support/conversation.ts';
import { type HomeSetUp, skillHome } from '../support/skill-home.ts';

/** Bill's Home with an Echo, and a television there that shows codes. */
const atHome = async (setUp: Partial<HomeSetUp> = {}) => {
  const home = await skillHome({ residents: [aResident()], ...setUp });
  await home.stores.homes.save({ value: aHome({ echos: [home.hash] }), version: 0 });
  const needs = { ...home.stores, codes: home.stores.pairingCodes, secrets: home.secrets, clock: home.clock };
  const screen = { council: 'harbour', screenHash: 'lounge' };
  return {
    ...home,
    showCode: async (): Promise<string> => {
      const shown = await showScreenCode(needs)(screen);
      assert.ok(shown.kind === 'screen-code');
      return shown.code;
    },
    pressOk: async () => (await agreeOnScreen(needs)(screen)).kind,
    words: async () => (await home.stores.screenPairings.ofScreen('harbour', 'lounge'))?.value.claim?.words,
    screens: async () => (await home.stores.homes.ofId('harbour', 'home'))?.value.screens,
    paired: async () => (await home.stores.screens.ofHash('harbour', 'lounge'))?.value,
    onScreen: async () => (await home.stores.residents.ofId('harbour', 'bill'))?.value.settings.screen.on,
  };
};

const pair = (code?: string) => say('PairScreenIntent', code === undefined ? {} : { pairingCode: code });

describe('pairing a television by voice', () => {
  test('the code, the two words, a yes, and OK on the television: it belongs to the Home', async () => {
    const home = await atHome();
    const talk = conversation(home);
    const asked = await talk.turn(pair());
    assert.equal(asked.speech, 'Your TV shows eight numbers. What are the eight numbers?');
    const heard = await talk.turn(pair(await home.showCode()));
    const [first, second] = (await home.words()) ?? [];
    const words = `Your two words are ${first} and ${second}. Once more: ${first} and ${second}.`;
    assert.equal(heard.speech, `${words} Does the television show the same two words?`);
    assert.deepEqual(await home.screens(), [], 'nothing is tied before both have agreed (SEC-05)');
    assert.match((await talk.turn(yes)).speech, /^Now press OK on the television\./);
    assert.deepEqual(await home.screens(), []);
    assert.equal(await home.pressOk(), 'screen-paired');
    assert.deepEqual(await home.screens(), ['lounge']);
    assert.deepEqual((await home.paired())?.residents, ['bill']);
    const [, act] = await home.stores.audit.of('harbour', 'HOME#home');
    assert.deepEqual([act?.act.did, act?.act.by], ['pair-screen', { kind: 'resident', id: 'bill' }]);
  });

  test('OK may be pressed first: then yes is the last word', async () => {
    const home = await atHome();
    const talk = conversation(home);
    await talk.turn(pair(await home.showCode()));
    assert.equal(await home.pressOk(), 'waits-for-words');
    assert.match((await talk.turn(yes)).speech, /^Your television is set up\./);
  });

  test('"no" voids the code: another television had it', async () => {
    const home = await atHome();
    const talk = conversation(home);
    await talk.turn(pair(await home.showCode()));
    assert.match((await talk.turn(no)).speech, /^All right\. Nothing is set up\./);
    assert.equal(await home.pressOk(), 'nothing-asked');
    assert.equal(await home.paired(), undefined);
  });

  test('"pardon" says the two words again and asks again', async () => {
    const home = await atHome();
    const talk = conversation(home);
    const first = await talk.turn(pair(await home.showCode()));
    assert.equal((await talk.turn(pardon)).speech, first.speech);
  });

  test('SEC-42 a wrong code gets the same answer as an old one, and after three tries it ends', async () => {
    const home = await atHome();
    const wrong = "That code didn't work. A code works for ten minutes, and once. What are the eight numbers?";
    await script(home, [pair('12345678'), wrong], [pair('87654321'), wrong], [pair('11223344'), /^That didn't work\./]);
    const code = await home.showCode();
    home.waitUntil('2026-11-24T10:11');
    await script(home, [pair(code), wrong]);
  });

  test('what is no code is said so; "the code is …", which pairs an Echo elsewhere, is the television’s here', async () => {
    const home = await atHome();
    const talk = conversation(home);
    await talk.turn(pair());
    const again = 'I need eight numbers. What are the eight numbers?';
    assert.equal((await talk.turn(say('AMAZON.FallbackIntent'))).speech, again);
    const code = await home.showCode();
    const taken = await talk.turn(say('PairEchoIntent', { pairingCode: code }));
    assert.match(taken.speech, /^Your two words are/);
  });

  test('an Echo that is not set up pairs no television', async () => {
    const home = await atHome({ paired: false });
    await script(home, [pair(), /^This Echo isn't set up yet\./]);
  });

  test('after a bare opening the conversation goes on', async () => {
    const home = await atHome();
    const talk = conversation(home);
    await talk.turn(open);
    await talk.turn(pair(await home.showCode()));
    await home.pressOk();
    assert.equal((await talk.turn(yes)).speech, 'Your television is set up. Is there anything else?');
  });
});

describe('"stop putting things on my telly"', () => {
  test('it stops at once, is audited, and can be taken back', async () => {
    const home = await atHome();
    await script(home, [
      say('ScreenOffIntent'),
      "I won't put things on your TV. If you want it back, say: put things on the telly again.",
    ]);
    assert.equal(await home.onScreen(), false);
    await script(home, [say('ScreenOffIntent'), 'I put nothing on your television now.']);
    await script(home, [say('ScreenOnIntent'), "I'll put your messages on the TV again."]);
    assert.equal(await home.onScreen(), true);
    await script(home, [say('ScreenOnIntent'), 'I do put your messages on the television.']);
    const acts = (await home.stores.audit.of('harbour', 'RES#bill')).map(({ act }) => act.did);
    assert.deepEqual(acts.slice(-2), ['screen-off', 'screen-on']);
  });

  test('"pardon" says it again and switches nothing', async () => {
    const home = await atHome();
    const talk = conversation(home);
    await talk.turn(open);
    const first = await talk.turn(say('ScreenOffIntent'));
    assert.equal((await talk.turn(pardon)).speech, first.speech);
  });
});
