import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEMO_HOMES } from '../../infra/local/demo-council/demo-homes.ts';
import { addDays } from '../../lambda/core/kernel/uk-time.ts';
import { withPage } from '../support/browser.ts';
import { signInAs } from '../support/console-steps.ts';
import { echoOf } from '../support/demo-envelope.ts';
import { aDayInTown, type DemoTown } from '../support/demo-town.ts';

const ask = (town: DemoTown, residentId: string, words: string) =>
  town.say(echoOf(residentId), `ask bell bird ${words}`);

const conversation = async (town: DemoTown, echoId: string, lines: readonly string[]): Promise<readonly string[]> => {
  const heard: string[] = [];
  for (const line of lines) heard.push(await town.say(echoId, line));
  return heard;
};

const pageOf = async (town: DemoTown, who: string, residentId: string): Promise<string> => {
  let seen = '';
  await withPage(async (page) => {
    await signInAs(page, town.url, who);
    await page.goto(`${town.url}/console/residents/${residentId}`);
    seen = await page.locator('main').innerText();
  });
  return seen;
};

describe('the ten awkward homes', () => {
  const town = aDayInTown();

  test('two residents and one Echo: it asks who is there before it says anything, and tells each their own', async () => {
    const echo = 'gull-court-4-kitchen';
    const [asked, hisWelcome = '', his = ''] = await conversation(town(), echo, [
      'open bell bird',
      'yes',
      'my reminders',
    ]);
    assert.equal(asked, 'Who am I talking to? Is it Mr Gill?');
    assert.match(hisWelcome, /^Hello Mr Gill/);
    assert.match(his, /half past seven in the evening/);
    await conversation(town(), echo, ['stop']);
    const [, askedAgain, herWelcome = '', hers = ''] = await conversation(town(), echo, [
      'open bell bird',
      'no',
      'yes',
      'my reminders',
    ]);
    assert.equal(askedAgain, 'Who am I talking to? Is it Surinder?');
    assert.match(herWelcome, /^Hello Surinder/);
    assert.match(hers, /six in the evening/);
    assert.doesNotMatch(hers, /half past seven/);
  });

  test("a relative's Echo on the same account is not paired, and says nothing personal", async () => {
    const heard = await conversation(town(), 'carol-whitaker-kitchen', ['open bell bird', 'who is coming today']);
    assert.doesNotMatch(heard.join(' '), /Joan|visit|reminder/i);
  });

  test('no Echo, a tablet only: the page says that nothing is spoken', async () => {
    assert.match(await pageOf(town(), 'Ruth Farrow', 'colin-farrow'), /no Echo|nothing is spoken/i);
  });

  test('deaf, with captions: every word that is spoken is on the screen as well', async () => {
    const { screen, spoken } = await town().alexa.say(echoOf('maureen-tully'), "ask bell bird who's coming today");
    assert.ok(spoken.length > 0);
    assert.ok(screen !== null);
    assert.match(JSON.stringify(screen.datasources), /coming|visit|plan/i);
  });

  test('a stammer: a phrase with false starts is understood, and the reprompt takes its time', async () => {
    const owen = echoOf('owen-griffiths');
    const turn = await town().alexa.say(owen, "ask bell bird w w who's c coming t today");
    assert.equal(turn.intent, 'WhoIsComingIntent');
    const asked = await town().alexa.say(owen, 'ask bell bird to ring me back');
    assert.equal(asked.sessionOpen, true);
    assert.match(asked.reprompt ?? '', /Take your time/);
  });

  test('asks the day ten times: the tenth answer is the first one again', async () => {
    const answers = new Set<string>();
    for (let n = 0; n < 10; n += 1) answers.add(await ask(town(), 'doreen-catchpole', 'what day it is'));
    assert.equal(answers.size, 1);
    assert.match([...answers].join(), /Tuesday/);
    assert.doesNotMatch([...answers].join(), /remember|already|again/i);
  });

  test('easy words: one thing at a time, in short sentences', async () => {
    const spoken = await ask(town(), 'jamie-sutton', "who's coming today");
    for (const sentence of spoken.split(/(?<=[.?])\s/)) assert.ok(sentence.split(' ').length <= 14, sentence);
  });

  test('in hospital since Tuesday: nothing is spoken, and nobody is alarmed', async () => {
    const echo = echoOf('clifford-ashworth');
    await town().goTo('21:00');
    assert.deepEqual(town().announcements(echo), []);
    assert.doesNotMatch(await town().say(echo, 'open bell bird'), /Clifford|Ashworth/);
    assert.doesNotMatch(await pageOf(town(), 'Linda Ashworth', 'clifford-ashworth'), /No reply to/);
  });

  test('consent withdrawn: nothing about him is said, and the number to ring is', async () => {
    const spoken = await town().say(echoOf('geoffrey-marlow'), 'open bell bird');
    assert.match(spoken, /switched off/);
    assert.doesNotMatch(spoken, /Geoffrey|visit|reminder/i);
  });

  test('of somebody who withdrew or is in hospital the page does not say what the Echo will do', async () => {
    const withdrawn = await pageOf(town(), 'Priya Nair', 'geoffrey-marlow');
    assert.doesNotMatch(withdrawn, /chimes and shines|Add a reminder/);
    assert.doesNotMatch(await pageOf(town(), 'Linda Ashworth', 'clifford-ashworth'), /hears a reminder at its time/);
  });

  test('a carer whose access ended yesterday finds nobody, and the other carer still does (C13)', async () => {
    assert.doesNotMatch(await pageOf(town(), 'Mark Tranter', 'ivy-tranter'), /Ivy/);
    assert.match(await pageOf(town(), 'Wendy Tranter', 'ivy-tranter'), /Ivy/);
  });

  test('a day later everybody still has a week that is planned', async () => {
    await town().goTo('10:00', addDays(town().tuesday, 2));
    assert.match(await ask(town(), 'rosa-bennett', "who's coming tomorrow"), /coming|visit/);
  });

  test('of all that happened, nobody can be told from the log (SEC-23)', () => {
    const lines = town().logged.join('\n');
    assert.match(lines, /skill\.turn/);
    const named = DEMO_HOMES.flatMap((home) => home.residents).filter(
      ({ id, fullName }) => lines.includes(id) || lines.includes(fullName),
    );
    assert.deepEqual(named, []);
    assert.doesNotMatch(lines, /amzn1/);
  });
});
