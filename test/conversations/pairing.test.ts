import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startPairing } from '../../lambda/core/pairing/start-pairing.ts';
import { INTENTS, type IntentName } from '../../lambda/skill/intents.ts';
import { safetyOf } from '../../lambda/skill/safety-classes.ts';
import { aResident, aVisit } from '../render/support/builders.ts';
import { conversation, no, open, pardon, say, script, silence, yes } from '../support/conversation.ts';
import { type SkillHome, skillHome } from '../support/skill-home.ts';

const unpaired = (more = {}) =>
  skillHome({ residents: [aResident()], diary: [aVisit('2026-11-24T12:30')], paired: false, ...more });

const codeFor = async (home: SkillHome): Promise<string> => {
  await home.stores.homes.save({
    value: {
      council: 'harbour',
      id: 'home',
      label: '3 Gull Court',
      nation: 'england',
      residents: ['bill'],
      echos: [],
      screens: [],
      lastAct: { number: 1, at: home.clock(), by: { kind: 'system', id: 'test' }, did: 'test' },
    },
    version: 0,
  });
  const { homes, pairingCodes: codes } = home.stores;
  const started = await startPairing({ homes, codes, secrets: home.secrets, clock: home.clock })({
    council: 'harbour',
    homeId: 'home',
    startedBy: 'priya-nair',
  });
  assert.equal(started.kind, 'pairing-started');
  return started.kind === 'pairing-started' ? started.code : '';
};

const pair = (pairingCode?: string) => say('PairEchoIntent', pairingCode === undefined ? {} : { pairingCode });

const HELP =
  "This Echo isn't set up yet. The person from Harbour County Council has a code of eight numbers. Have you got the code?";
const RING = 'To have it set up, ring Harbour County Council on 01632 960100.';

describe('an Echo that nobody has paired', () => {
  const others = INTENTS.filter(
    (intent) =>
      safetyOf(intent) === undefined &&
      ![
        'PairEchoIntent',
        'PerhapsHurtIntent',
        'AMAZON.StopIntent',
        'AMAZON.CancelIntent',
        'AMAZON.NavigateHomeIntent',
      ].includes(intent),
  );
  for (const intent of others) {
    test(`Q21: ${intent} gets help with pairing and no hint that a person exists`, async () => {
      const home = await unpaired();
      const turn = await script(home, [say(intent satisfies IntentName), HELP]);
      assert.equal(turn.outcome, 'not-paired');
    });
  }

  test('opened: the same help', async () => {
    await script(await unpaired(), [open, HELP], [no, RING]);
  });

  test('stop ends it', async () => {
    await script(await unpaired(), [say('AMAZON.StopIntent'), "That's all for now. Goodbye."]);
    await script(await unpaired(), [open, HELP], [say('AMAZON.CancelIntent'), "All right. I've left it."]);
  });
});

describe('pairing an Echo', () => {
  test('the code is asked for, its two words are said twice, and "pardon" says them again', async () => {
    const home = await unpaired();
    const code = await codeFor(home);
    const talk = conversation(home);
    await talk.turn(open);
    const asked = await talk.turn(yes);
    assert.equal(asked.speech, 'What are the eight numbers?');
    assert.deepEqual(
      asked.directives.map(({ type }) => type),
      ['Dialog.ElicitSlot'],
    );
    assert.equal(
      (await talk.turn(say('AMAZON.HelpIntent'))).speech,
      'The code has eight numbers, and the person setting this up has it. What are the eight numbers?',
    );
    const paired = await talk.turn(pair(`${code.slice(0, 4)} ${code.slice(4)}`));
    const [, first, second] = /^Your two words are (\w+) and (\w+)\./.exec(paired.speech) ?? [];
    assert.equal(
      paired.speech,
      `Your two words are ${first} and ${second}. Once more: ${first} and ${second}. Tell them to the person who is setting this up with you.`,
    );
    const claimed = await home.stores.pairingCodes.ofHash('harbour', home.secrets.hashCode(code));
    assert.deepEqual(claimed?.value.claim?.words, [first, second]);
    assert.equal(claimed?.value.claim?.echo.hash, home.hash);
    assert.equal(claimed?.value.claim?.echo.kind, 'consumer');
    await script(home, [pair(code), paired.speech]);
  });

  test('a managed Echo is paired by its endpoint', async () => {
    const home = await unpaired({ managed: true });
    const code = await codeFor(home);
    await script(home, [pair(code), /^Your two words are/]);
    const claimed = await home.stores.pairingCodes.ofHash('harbour', home.secrets.hashCode(code));
    assert.equal(claimed?.value.claim?.echo.kind, 'managed');
  });

  test('SEC-42: wrong, used and old codes get the same answer; after three tries the number', async () => {
    const home = await unpaired();
    const code = await codeFor(home);
    const wrong = "That code didn't work. A code works for ten minutes, and once. What are the eight numbers?";
    await script(home, [pair('12345678'), wrong], [pair('87654321'), wrong], [pair('11223344'), RING]);
    home.waitUntil('2026-11-24T10:11');
    await script(home, [pair(code), wrong]);
  });

  test('what is no code of eight digits is said so; other words count as a try', async () => {
    const home = await unpaired();
    const again = 'I need eight numbers. What are the eight numbers?';
    await script(home, [pair('?'), again], [pardon, again], [say('AMAZON.FallbackIntent'), again], [pair('123'), RING]);
    await script(
      home,
      [pair(), 'What are the eight numbers?'],
      [say('AMAZON.FallbackIntent'), again],
      [say('AMAZON.FallbackIntent'), again],
      [say('AMAZON.FallbackIntent'), RING],
    );
  });

  test('ten tries a day from one Echo', async () => {
    const home = await unpaired();
    for (let tries = 0; tries < 10; tries += 1) await script(home, [pair('12345678'), /didn't work/]);
    await script(home, [pair('12345678'), `That was too many tries for today. ${RING}`]);
  });

  test('a paired Echo asks for no number, and says that nobody needs one', async () => {
    const home = await skillHome({ residents: [aResident()] });
    const scam =
      'This Echo is set up already. Nobody needs a number from you now. If somebody asks you for one, ring Harbour County Council on 01632 960100.';
    await script(home, [pair('12345678'), scam]);
    await script(
      home,
      [open, /\?$/],
      [pair(), `${scam} Is there anything else?`],
      [pardon, `${scam} Is there anything else?`],
    );
  });

  test('silence ends it quietly', async () => {
    const talk = conversation(await unpaired());
    await talk.turn(open);
    const ended = await talk.turn(silence);
    assert.deepEqual([ended.speech, ended.open], ['', false]);
  });
});
