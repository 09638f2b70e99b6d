import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startPairing } from '../../lambda/core/pairing/start-pairing.ts';
import { pairingGate } from '../../lambda/core/set-up/may-pair.ts';
import { INTENTS, type IntentName } from '../../lambda/skill/intents.ts';
import { safetyOf } from '../../lambda/skill/safety-classes.ts';
import { aResident, aVisit } from '../render/support/builders.ts';
import { openSetUpVisit } from '../support/builders/set-up-visits.ts';
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
  const gate = pairingGate({ ...home.stores, clock: home.clock });
  const started = await startPairing({ homes, codes, secrets: home.secrets, gate, clock: home.clock })({
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

  test('a code is told in pieces and with hesitation: what was heard is said back, and no piece is a try', async () => {
    const home = await unpaired();
    const code = await codeFor(home);
    const talk = conversation(home);
    await talk.turn(open);
    await talk.turn(yes);
    const first = await talk.turn(pair(code.slice(0, 3)));
    assert.equal(first.speech, `I have ${[...code.slice(0, 3)].join(', ')}. What comes next?`);
    assert.equal((await talk.turn(pardon)).speech, first.speech);
    await talk.turn(pair(code.slice(3, 5)));
    assert.match((await talk.turn(pair(`${code.slice(5, 6)} ${code.slice(6)}`))).speech, /^Your two words are/);
  });

  test('after a piece the whole code may be told at once, and too many digits are no code', async () => {
    const home = await unpaired();
    const code = await codeFor(home);
    await script(home, [pair(code.slice(0, 4)), /^I have/], [pair(code), /^Your two words are/]);
    await script(await unpaired(), [pair('1234'), /^I have/], [pair('567890'), /^I need eight numbers/]);
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
    await script(home, [pair('?'), again], [pardon, again], [say('AMAZON.FallbackIntent'), again], [pair('1'), RING]);
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

  test('SEC-03: while nothing is set up nobody needs a number, at a paired Echo or at any other', async () => {
    const scam =
      'Nobody needs a number from you today. If someone rang and asked, please hang up. You can ring Harbour County Council on 01632 960100.';
    const paired = await skillHome({ residents: [aResident()] });
    await script(paired, [pair('12345678'), scam]);
    await script(paired, [open, /\?$/], [pair(), scam]);
    const other = await unpaired({ visited: false });
    await script(other, [pair('12345678'), scam]);
    await script(other, [pair(), scam]);
    assert.equal(other.logged.filter(({ code }) => code === 'pairing.unasked').length, 2);
  });

  test('an Echo that nobody paired speaks of no code while nothing is set up', async () => {
    const turn = await script(await unpaired({ visited: false }), [open, `This Echo isn't set up yet. ${RING}`]);
    assert.equal(turn.open, false);
  });

  test('a paired Echo is set up already, also while its council sets up another', async () => {
    const home = await skillHome({ residents: [aResident()] });
    await openSetUpVisit(home.stores, 'elsewhere', home.clock());
    const already =
      'This Echo is set up already. Nobody needs a number from you today. If someone rang and asked, please hang up.';
    await script(home, [pair('12345678'), already]);
    await script(
      home,
      [open, /\?$/],
      [pair(), `${already} Is there anything else?`],
      [pardon, `${already} Is there anything else?`],
    );
  });

  test('silence ends it quietly', async () => {
    const talk = conversation(await unpaired());
    await talk.turn(open);
    const ended = await talk.turn(silence);
    assert.deepEqual([ended.speech, ended.open], ['', false]);
  });
});
