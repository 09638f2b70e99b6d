import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as v from 'valibot';
import { renderedDocument, screenOf } from '../../infra/local/virtual-alexa/screen.ts';
import { cardDocument } from '../../lambda/skill/apl-document.ts';
import { aMessage, aReminderDelivery, aResident, aVisit } from '../render/support/builders.ts';
import { conversation, type Heard, open, say } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

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
    assert.ok(text.length < 4_000, `${text.length} characters`);
  });
});
