import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Directive, Response, SessionEndedRequest } from 'ask-sdk-model';
import { PROBLEM } from '../../../../infra/local/virtual-alexa/turn.ts';
import { answer, intent, requestAt, says, scriptedAlexa, types } from './scripted-alexa.ts';

const ssml = (text: string): Response => ({ outputSpeech: { type: 'SSML', ssml: text }, shouldEndSession: true });
const plain = (text: string): Response => ({ outputSpeech: { type: 'PlainText', text }, shouldEndSession: true });
const screen: Directive = {
  type: 'Alexa.Presentation.APL.RenderDocument',
  token: 'bellbird-card',
  document: { type: 'APL' },
};
const entities = (name: string, count = 1): Directive => ({
  type: 'Dialog.UpdateDynamicEntities',
  updateBehavior: 'REPLACE',
  types: [
    {
      name,
      values: Array.from({ length: count }, (_, n) => ({ id: `E${n}`, name: { value: `name ${n}`, synonyms: [] } })),
    },
  ],
});
const asking = (...directives: Directive[]): Response => says('Which day?', { directives });

/** What the skill answers to "ask bell bird remind me" on a speaker → what Amazon finds wrong with it. */
const REFUSED: [string, Response, RegExp][] = [
  [
    'more than 24 KB',
    says('Hello.', { card: { type: 'Simple', title: 'x', content: 'é'.repeat(13_000) } }),
    /bytes; Alexa takes 24576/,
  ],
  ['speech over 8,000 characters', plain('a'.repeat(8_001)), /longer than 8000/],
  ['SSML over 8,000 characters', ssml(`<speak>${'a'.repeat(8_000)}</speak>`), /longer than 8000/],
  ['malformed SSML', ssml('<speak>Hello <s>Bill</speak>'), /does not close/],
  ['a tag of another voice service', ssml('<speak><mark name="x"/>Hello</speak>'), /<mark>/],
  ['a bare ampersand', ssml('<speak>Marks & Spencer</speak>'), /ampersand/],
  ['a bad reprompt', says('Yes?', { reprompt: { outputSpeech: { type: 'SSML', ssml: 'Yes?' } } }), /reprompt, SSML/],
  [
    'a card over 8,000 characters',
    says('Look.', { card: { type: 'Standard', title: 'a', text: 'a'.repeat(8_000) } }),
    /card longer/,
  ],
  [
    'a consent card for nothing',
    says('Look.', { card: { type: 'AskForPermissionsConsent', permissions: [] } }),
    /shape/,
  ],
  ['a screen for a speaker', says('Look.', { directives: [screen] }), /without a screen/],
  [
    'ElicitSlot for a slot the intent does not have',
    asking({ type: 'Dialog.ElicitSlot', slotToElicit: 'dose' }),
    /names a slot/,
  ],
  [
    'a dialogue for an intent without a dialogue model',
    asking({ type: 'Dialog.ElicitSlot', slotToElicit: 'day', updatedIntent: intent('WhoIsComingIntent') }),
    /no dialogue model/,
  ],
  [
    'ElicitSlot with a closed session',
    { ...asking({ type: 'Dialog.ElicitSlot', slotToElicit: 'day' }), shouldEndSession: true },
    /does not stay open/,
  ],
  ['Delegate with speech of its own', asking({ type: 'Dialog.Delegate' }), /of its own/],
  [
    'two questions at once',
    asking({ type: 'Dialog.ElicitSlot', slotToElicit: 'day' }, { type: 'Dialog.ElicitSlot', slotToElicit: 'time' }),
    /more than one dialogue/,
  ],
  ['names for a type that the model does not use', asking(entities('Carer')), /slot type/],
  ['more than a hundred names', asking(entities('Speed', 101)), /more than 100/],
  ['two lists of names', asking(entities('Speed'), entities('Speed')), /more than one Dialog.Update/],
  [
    'a field that the model does not know',
    says('Yes?', { reprompt: { outputSpeech: { type: 'PlainText', text: 'Yes?' }, pause: 3 } as never }),
    /reprompt\.pause/,
  ],
  ['a question that nobody listens to the answer of', says('Which day?', { shouldEndSession: true }), /nobody listens/],
  ['a session that stays open with nothing asked', says('The nurse comes at ten.'), /without a question/],
  ['a directive that no Echo plays', asking({ type: 'AudioPlayer.Stop' }), /shape/],
];

describe('Amazon refuses', () => {
  for (const [what, response, why] of REFUSED) {
    test(`${what}: one calm sentence, and the session ends with INVALID_RESPONSE`, async () => {
      const { alexa, sent, refusals } = await scriptedAlexa([response]);
      const turn = await alexa.say('kitchen', 'ask bell bird remind me');
      assert.match(turn.refusal ?? '', why);
      assert.deepEqual(refusals, [turn.refusal]);
      assert.equal(turn.spoken, PROBLEM);
      assert.equal(turn.by, 'alexa');
      assert.equal(turn.sessionOpen, false);
      assert.equal(turn.card, null);
      const ended = requestAt<SessionEndedRequest>(sent, 1, 'SessionEndedRequest');
      assert.deepEqual(
        [ended.type, ended.reason, ended.error?.type],
        ['SessionEndedRequest', 'ERROR', 'INVALID_RESPONSE'],
      );
    });
  }

  test('a dialogue directive with no intent to speak of', async () => {
    const { alexa } = await scriptedAlexa([
      says('Which day?', { directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: 'day' }] }),
    ]);
    assert.match((await alexa.say('kitchen', 'open bell bird')).refusal ?? '', /without an intent/);
  });

  test('Delegate for a dialogue that is complete already', async () => {
    const delegate = {
      directives: [
        {
          type: 'Dialog.Delegate' as const,
          updatedIntent: {
            ...intent('RemindIntent', { day: '2026-11-24', time: '08:00' }),
            confirmationStatus: 'DENIED' as const,
          },
        },
      ],
    };
    const confirmed = structuredClone(delegate);
    const time = confirmed.directives[0]?.updatedIntent.slots?.time;
    if (time !== undefined) time.confirmationStatus = 'CONFIRMED';
    const { alexa, sent } = await scriptedAlexa([confirmed, confirmed]);
    assert.match((await alexa.say('kitchen', 'ask bell bird remind me')).refusal ?? '', /complete/);
    assert.equal(sent.length, 3);
  });

  test('what is not a response at all', async () => {
    const { alexa } = await scriptedAlexa([{ version: '1.0', response: 'Hello' } as never]);
    assert.match((await alexa.say('kitchen', 'open bell bird')).refusal ?? '', /shape/);
  });

  test('a fault of the skill, without telling what it was about', async () => {
    const { alexa, sent, refusals } = await scriptedAlexa([
      () => {
        throw new TypeError('Bill Stone is not a function');
      },
    ]);
    const turn = await alexa.say('kitchen', 'open bell bird');
    assert.equal(turn.spoken, PROBLEM);
    assert.deepEqual(refusals, ['the skill failed (TypeError)']);
    assert.deepEqual(types(sent), ['LaunchRequest', 'SessionEndedRequest']);
  });

  test('an answer that does not come in time', async () => {
    const { alexa, sent } = await scriptedAlexa([() => new Promise(() => {})], { answerWithinMs: 5 });
    const turn = await alexa.say('kitchen', 'open bell bird');
    assert.equal(turn.spoken, PROBLEM);
    assert.equal(requestAt<SessionEndedRequest>(sent, 1, 'SessionEndedRequest').error?.type, 'ENDPOINT_TIMEOUT');
  });

  test('speech in answer to SessionEndedRequest, which nobody hears', async () => {
    const { alexa, refusals } = await scriptedAlexa([says('Hello?')], { atEnd: says('Goodbye.') });
    await alexa.say('kitchen', 'open bell bird');
    const turn = await alexa.silence('kitchen');
    assert.equal(turn.spoken, '');
    assert.match(turn.refusal ?? '', /answer to SessionEndedRequest/);
    assert.deepEqual(refusals, [turn.refusal]);
  });
});

describe('Amazon accepts', () => {
  const ACCEPTED: [string, string, Response][] = [
    ['a screen for an Echo that has one', 'lounge', says('Shall I go on?', { directives: [screen] })],
    ['names for a slot type of the model', 'kitchen', asking(entities('Speed', 100))],
    ['plain text with signs that SSML would not take', 'kitchen', plain('Marks & Spencer <b>')],
    ['nothing said, and the session over', 'kitchen', { shouldEndSession: true }],
  ];
  for (const [what, echoId, response] of ACCEPTED) {
    test(what, async () => {
      const { alexa, refusals } = await scriptedAlexa([answer(response)]);
      await alexa.say(echoId, 'open bell bird');
      assert.deepEqual(refusals, []);
    });
  }
});
