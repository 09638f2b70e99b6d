import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { words } from '../../lambda/render/catalogue.ts';
import { INTENTS, type IntentName } from '../../lambda/skill/intents.ts';
import { aMessage, aReminderDelivery, aResident, aVisit } from '../render/support/builders.ts';
import {
  conversation,
  envelopeOf,
  type Heard,
  heardOnly,
  is,
  open,
  type Said,
  say,
  silence,
} from '../support/conversation.ts';
import { IDS, skillHome } from '../support/skill-home.ts';

type ModelSlot = { readonly name: string; readonly type: string };
const { languageModel } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../interaction-models/en-GB.json'), 'utf8'),
).interactionModel;
const slotsOf = (name: string): readonly ModelSlot[] =>
  languageModel.intents.find((one: { name: string }) => one.name === name)?.slots ?? [];
const valuesOf = (type: string): readonly string[] =>
  (languageModel.types.find((one: { name: string }) => one.name === type)?.values ?? []).map(
    ({ id }: { id: string }) => id,
  );

const atHome = (screen = false) =>
  skillHome({
    residents: [aResident()],
    diary: [aVisit('2026-11-24T12:30', '2026-11-24T13:00')],
    deliveries: [aReminderDelivery('2026-11-24T08:00'), aMessage()],
    screen,
  });

/** One thing said, in one breath and after a bare "open". `conversation` itself holds Amazon's rules and ours for every answer. */
const bothWays = async (said: Said, screen = false): Promise<readonly Heard[]> => {
  const inOneBreath = await conversation(await atHome(screen)).turn(said);
  const opened = conversation(await atHome(screen));
  await opened.turn(open);
  return [inOneBreath, await opened.turn(said)];
};

const AMAZON_VALUES: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.DATE': ['2026-11-24', '2026-W48', '2026-W48-WE', '2026-11', '2026', 'PRESENT_REF', '?', 'XXXX-WI'],
  'AMAZON.TIME': ['08:00', '23:59', 'MO', 'EV', 'NI', '?'],
  'AMAZON.NUMBER': ['12345678', '7', '0', '?'],
  'AMAZON.DURATION': ['PT5M', 'P1D', '?'],
};

/** Everything a slot may hold: each value of ours, one that is not in the list, Amazon's forms, and nothing at all. */
const fillings = ({ name, type }: ModelSlot): readonly NonNullable<Parameters<typeof say>[1]>[] => [
  ...valuesOf(type).map((id) => ({ [name]: is(id) })),
  ...(AMAZON_VALUES[type] ?? []).map((value) => ({ [name]: value })),
  { [name]: heardOnly('rhubarb') },
  {},
];

const TALK = INTENTS.filter(
  (name) => !['AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent'].includes(name),
);

describe('what Amazon certifies of a conversation', () => {
  test('S-01 a request for another skill is refused, whatever it asks', async () => {
    const home = await atHome();
    const envelope = envelopeOf(home, open, { isNew: true, attributes: {} });
    const other = { applicationId: 'amzn1.ask.skill.another' };
    const { System } = envelope.context;
    const forged = { ...envelope, context: { System: { ...System, application: other } } };
    await assert.rejects(home.answer(forged), /wrong-skill-id/);
  });

  for (const name of INTENTS)
    test(`V-01 V-10 V-14 F-12 ${name} is answered where there is no screen, and words and microphone agree`, async () => {
      for (const turn of await bothWays(say(name))) {
        assert.doesNotMatch(turn.speech, /on (the|your) screen|as you can see|touch|tap\b/i);
        assert.deepEqual(
          turn.directives.filter(({ type }) => type.includes('APL')),
          [],
        );
      }
    });

  for (const name of TALK.filter((one) => slotsOf(one).length > 0))
    test(`V-07 ${name} answers every value of its slots, one that is not in the list, and none`, async () => {
      for (const slot of slotsOf(name))
        for (const filled of fillings(slot))
          assert.notEqual((await conversation(await atHome()).turn(say(name, filled))).speech, '');
    });

  test('V-02 opening says who it is, and ends in a question with the microphone open', async () => {
    const turn = await conversation(await atHome()).turn(open);
    assert.equal(turn.open, true);
    assert.match(turn.speech, /Bill/);
    assert.match(turn.speech, /\?$/);
    assert.notEqual(turn.reprompt, '');
  });

  test('V-03 help tells what can be asked, ends in a question, and works in the middle of a question', async () => {
    for (const turn of await bothWays(say('AMAZON.HelpIntent'))) {
      assert.equal(turn.open, true);
      assert.match(turn.speech, /visits|coming|reminders|messages/);
    }
    const talk = conversation(await atHome());
    await talk.turn(open);
    await talk.turn(say('ChangeSpeechIntent'));
    assert.equal((await talk.turn(say('AMAZON.HelpIntent'))).open, true);
  });

  for (const name of ['AMAZON.StopIntent', 'AMAZON.NavigateHomeIntent'] as const)
    test(`V-04 ${name} ends the conversation in every state`, async () => {
      const states: readonly (Said | undefined)[] = [
        undefined,
        say('ChangeSpeechIntent'),
        say('RingMeIntent'),
        say('PairEchoIntent'),
      ];
      for (const before of states) {
        const talk = conversation(await atHome());
        await talk.turn(open);
        if (before !== undefined) await talk.turn(before);
        assert.equal((await talk.turn(say(name))).open, false);
      }
    });

  test('V-05 the end of a session is met in silence', async () => {
    const talk = conversation(await atHome());
    await talk.turn(open);
    const turn = await talk.turn(silence);
    assert.deepEqual([turn.speech, turn.reprompt, turn.directives], ['', '', []]);
  });

  test('V-08 what is not understood gets help with an example, and the conversation goes on', async () => {
    const talk = conversation(await atHome());
    await talk.turn(open);
    const turn = await talk.turn(say('AMAZON.FallbackIntent'));
    assert.equal(turn.open, true);
  });

  test('V-09 no answer is longer than a person can listen to without being asked', async () => {
    const spoken = await Promise.all(INTENTS.map((name: IntentName) => bothWays(say(name))));
    for (const { speech } of spoken.flat()) assert.ok(speech.length <= 600, `${speech.length}: ${speech}`);
  });

  test('D-07 nothing is asked for that nobody should say aloud', () => {
    const asked = Object.values(words).filter((text) => text.includes('?'));
    for (const text of asked)
      assert.doesNotMatch(
        text,
        /password|card number|national insurance|nhs number|date of birth|address|pin\b/i,
        text,
      );
  });

  test('D-10 a voice that is not recognised is normal: the answer is the same', async () => {
    const home = await atHome();
    const envelope = envelopeOf(home, open, { isNew: true, attributes: {} });
    const { System } = envelope.context;
    const known = { ...envelope, context: { System: { ...System, person: { personId: 'amzn1.ask.person.X' } } } };
    const spoken = async (sent: unknown) => JSON.stringify(await (await atHome()).answer(sent));
    assert.equal(await spoken(known), await spoken(envelope));
    assert.equal(home.ids, IDS);
  });

  test('D-12 the log of a conversation has no words, names or ids of anybody', async () => {
    const home = await atHome();
    const talk = conversation(home);
    for (const name of ['AMAZON.HelpIntent', 'WhoIsComingIntent', 'MyMessagesIntent', 'RingMeIntent'] as const)
      await talk.turn(say(name));
    const logged = JSON.stringify(home.logged);
    assert.ok(home.logged.length > 0);
    for (const secret of ['Bill', 'Ashdown', 'Amina', IDS.userId, IDS.deviceId])
      assert.ok(!logged.includes(secret), secret);
  });

  test('F-10 the phone gets no card but the one that asks for a permission: what is said at home stays there', async () => {
    const home = await atHome(true);
    for (const name of INTENTS) {
      const { response } = (await home.answer(envelopeOf(home, say(name), { isNew: true, attributes: {} }))) as {
        response: { card?: { type: string } };
      };
      assert.ok(response.card === undefined || response.card.type === 'AskForPermissionsConsent', name);
    }
  });

  test('M-01 M-05 M-07 with a screen, every answer is shown in the words that are spoken, and nothing raw', async () => {
    for (const name of TALK) {
      for (const { directives } of await bothWays(say(name), true)) {
        const [shown] = directives.filter(({ type }) => type === 'Alexa.Presentation.APL.RenderDocument');
        assert.ok(shown !== undefined, name);
        const { datasources } = shown as unknown as {
          datasources: { card: { properties: { title: string; lines: readonly string[]; footnote: string } } };
        };
        const { title, lines, footnote } = datasources.card.properties;
        const text = [title, ...lines, footnote].join('\n');
        assert.doesNotMatch(text, /undefined|null|<[a-z]|\{\{|amzn1|\d{4}-\d{2}-\d{2}T/, name);
      }
    }
  });

  test('M-03 M-04 M-06 M-09 what is pressed is a button with a label, sends what is said, and the title is a header for a screen reader', async () => {
    const [turn] = await bothWays(say('WhoIsComingIntent'), true);
    const wire = JSON.stringify(turn?.directives);
    assert.doesNotMatch(wire, /"Pager"|EditText|SetValue|OpenURL/);
    const pressed = wire.match(/"type":"TouchWrapper".*?"onPress"/g) ?? [];
    assert.ok(pressed.length > 0);
    for (const one of pressed) assert.match(one, /"role":"button".*"accessibilityLabel":/);
    assert.match(wire, /"role":"header"/);
  });
});
