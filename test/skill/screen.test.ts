import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as v from 'valibot';
import { renderedDocument, screenOf } from '../../infra/local/virtual-alexa/screen.ts';
import { renderTouches } from '../../lambda/render/render-touches.ts';
import { cardDocument } from '../../lambda/skill/apl-document.ts';
import { aMessage, aReminderDelivery, aResident, aVisit, aVoice } from '../render/support/builders.ts';
import { everyQuestion } from '../render/support/every-outcome.ts';
import { conversation, envelopeOf, type Heard, is, no, open, pardon, say, yes } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';
import { heard } from '../support/spoken-rules.ts';

const shown = ({ directives }: Heard) => {
  const document = renderedDocument({ directives: directives as never });
  assert.ok(document !== null);
  const screen = screenOf(document);
  assert.equal(screen.kind, 'card');
  return { screen: screen as Extract<typeof screen, { kind: 'card' }>, look: document.datasources };
};

const atHome = (more = {}, settings = {}) =>
  skillHome({
    residents: [aResident(settings)],
    diary: [aVisit('2026-11-24T12:30', '2026-11-24T13:00', { who: "O'Neill & Co" })],
    screen: true,
    ...more,
  });

describe('the card on an Echo with a screen', () => {
  test('M-07: the same words as plain text, digits for times, and the question below', async () => {
    const { screen } = shown(await conversation(await atHome()).turn(open));
    assert.deepEqual(screen, {
      kind: 'card',
      token: 'bellbird-card',
      title: 'Bellbird',
      lines: ['Hello Bill.', "O'Neill & Co is coming today from 12:30pm to 1:00pm."],
      footnote: 'What would you like?',
      tone: 'calm',
    });
  });

  test('M-01: none on an Echo without a screen', async () => {
    const turn = await conversation(await atHome({ screen: false })).turn(open);
    assert.deepEqual(turn.directives, []);
  });

  test('the tone follows what is told: urgent, done, calm', async () => {
    const tone = async (more: object, said = open) =>
      shown(await conversation(await atHome(more)).turn(said)).screen.tone;
    assert.equal(await tone({ deliveries: [aMessage({}, { handling: 'urgent' })] }), 'urgent');
    assert.equal(await tone({}, say('UrgentHelpIntent')), 'urgent');
    assert.equal(
      await tone({ deliveries: [aReminderDelivery('2026-11-24T08:00')] }, say('ReminderDoneIntent')),
      'done',
    );
    assert.equal(await tone({}, say('AbuseIntent')), 'calm');
  });

  test('private details obey the speaking level', async () => {
    for (const level of ['ask-first', 'closed'] as const) {
      const { screen } = shown(await conversation(await atHome({ level })).turn(open));
      assert.doesNotMatch(JSON.stringify(screen), /O'Neill|12:30|Bill\b/);
    }
    const closed = shown(await conversation(await atHome({ level: 'closed' })).turn(say('WhoIsComingIntent')));
    assert.doesNotMatch(JSON.stringify(closed.screen), /O'Neill|12:30/);
  });

  test('the quiet classes do not say on the screen what was said', async () => {
    for (const intent of ['AbuseIntent', 'SelfHarmIntent', 'TooManyTabletsIntent'] as const) {
      const { screen } = shown(await conversation(await atHome()).turn(say(intent)));
      assert.equal(screen.title, 'People you can ring');
      assert.doesNotMatch(JSON.stringify(screen), /tablet|abuse|harm|die/i);
    }
  });

  test('the text is as large as the person wants it', async () => {
    const look = v.object({ look: v.object({ properties: v.object({ scale: v.number() }) }) });
    for (const [textSize, scale] of [
      ['large', 1],
      ['larger', 1.2],
      ['largest', 1.4],
    ] as const) {
      const turn = await conversation(await atHome({}, { textSize })).turn(open);
      assert.equal(v.parse(look, shown(turn).look).look.properties.scale, scale);
    }
  });

  test('the document binds the card and the size, and is a small part of what a response may hold', () => {
    const text = JSON.stringify(cardDocument());
    for (const bound of ['title', 'lines', 'footnote', 'tone'])
      assert.ok(text.includes(`payload.card.properties.${bound}`));
    assert.ok(text.includes('payload.look.properties.scale'));
    assert.ok(text.length < 7_000, `${text.length} characters`);
  });
});

const pressing = async (
  home: Awaited<ReturnType<typeof skillHome>>,
  attributes: object,
  pressed: readonly unknown[],
) => {
  const envelope = envelopeOf(home, open, { isNew: false, attributes: { ...attributes } });
  const request = {
    type: 'Alexa.Presentation.APL.UserEvent',
    requestId: 'amzn1.echo-api.request.test',
    timestamp: '2026-11-24T10:00:00Z',
    token: 'bellbird-card',
    arguments: pressed,
  };
  const wire = await home.answer({ ...envelope, request });
  return v.parse(
    v.object({
      sessionAttributes: v.record(v.string(), v.unknown()),
      response: v.object({ outputSpeech: v.optional(v.object({ ssml: v.string() })) }),
    }),
    JSON.parse(JSON.stringify(wire)),
  );
};

const heardIn = ({ response }: Awaited<ReturnType<typeof pressing>>): string =>
  response.outputSpeech === undefined ? '' : heard(response.outputSpeech.ssml);

const choicesIn = ({ look }: ReturnType<typeof shown>) =>
  v.parse(
    v.object({
      card: v.object({
        properties: v.object({ choices: v.array(v.object({ label: v.string(), sends: v.array(v.string()) })) }),
      }),
    }),
    look,
  ).card.properties.choices;

describe('M-03: what may be pressed', () => {
  const due = { deliveries: [aReminderDelivery('2026-11-24T08:00')] };

  test('every choice does what its word does when it is said', async () => {
    for (const [label, said, before] of [
      ['Yes', yes, open],
      ['No', no, open],
      ['Say it again', pardon, open],
      ['My visits', say('WhoIsComingIntent'), say('AMAZON.HelpIntent')],
      ['My messages', say('MyMessagesIntent'), say('AMAZON.HelpIntent')],
      ["That's all", say('AMAZON.StopIntent'), say('AMAZON.HelpIntent')],
      ['Slower', say('ChangeSpeechIntent', { speechChange: is('SLOWER') }), say('ChangeSpeechIntent')],
      ['Faster', say('ChangeSpeechIntent', { speechChange: is('FASTER') }), say('ChangeSpeechIntent')],
      ['Leave it', say('AMAZON.CancelIntent'), say('ChangeNameIntent')],
    ] as const) {
      const spoken = conversation(await atHome(due));
      await spoken.turn(before);
      const bySaying = await spoken.turn(said);
      const home = await atHome(due);
      const first = await conversation(home).turn(before);
      const choice = choicesIn(shown(first)).find((one) => one.label === label);
      assert.ok(choice !== undefined, label);
      const byPressing = await pressing(home, first.attributes, choice.sends);
      assert.equal(heardIn(byPressing), bySaying.speech, label);
      assert.equal(byPressing.sessionAttributes.turn, 2);
    }
  });

  test('nothing may be pressed where nothing is asked', async () => {
    const turn = await conversation(await atHome()).turn(say('WhoIsComingIntent'));
    assert.deepEqual(choicesIn(shown(turn)), []);
  });

  test('every question has at least two choices, and none more than three', () => {
    for (const question of Object.values(everyQuestion('Amina')).flat()) {
      const labels = renderTouches(question, aVoice()).map(({ label }) => label.text);
      assert.ok(labels.length >= 2 && new Set(labels).size === labels.length && labels.length <= 3, question.kind);
    }
  });

  test('a press that comes twice, or from an older screen, answers nothing: a fresh screen is shown', async () => {
    const home = await atHome({
      deliveries: [aReminderDelivery('2026-11-24T08:00'), aReminderDelivery('2026-11-24T09:00')],
    });
    const first = await conversation(home).turn(open);
    const yes = choicesIn(shown(first)).find(({ label }) => label === 'Yes');
    assert.ok(yes !== undefined);
    const once = await pressing(home, first.attributes, yes.sends);
    const told = home.told.length;
    const twice = await pressing(home, once.sessionAttributes, yes.sends);
    assert.deepEqual(
      home.told.slice(told).map(({ kind }) => kind),
      ['welcome'],
    );
    assert.match(heardIn(twice), /^Hello Bill\./);
    assert.ok(Number(twice.sessionAttributes.turn) > Number(once.sessionAttributes.turn));
  });

  test('what another skill’s screen sends, or nonsense, is no answer and no fault', async () => {
    const home = await atHome(due);
    const first = await conversation(home).turn(open);
    for (const pressed of [[], ['someone else', 'yes', '1'], [{ not: 'text' }]])
      assert.equal(heardIn(await pressing(home, first.attributes, pressed)), '');
    for (const pressed of [['bellbird.touch'], ['bellbird.touch', 'constructor', '1'], ['bellbird.touch', 'yes', 1]])
      assert.match(heardIn(await pressing(home, first.attributes, pressed)), /^Hello Bill\./);
  });
});
