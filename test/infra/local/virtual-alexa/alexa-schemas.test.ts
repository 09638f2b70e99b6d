import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { alexaSchemaFault } from '../../../../infra/local/virtual-alexa/alexa-schemas.ts';
import { alexaSchemaPath, alexaSchemaText } from '../../../../scripts/build-alexa-schemas.ts';
import { says, scriptedAlexa, types } from './scripted-alexa.ts';

const said = (more: object) => ({ version: '1.0', response: { shouldEndSession: true, ...more } });

describe("Amazon's own schemas", () => {
  test('are those of the ask-sdk-model that is installed', async () => {
    const kept = await readFile(alexaSchemaPath, 'utf8');
    assert.ok(kept === (await alexaSchemaText()), 'run `node scripts/build-alexa-schemas.ts`');
  });

  const WRONG: readonly [string, Parameters<typeof alexaSchemaFault>, RegExp][] = [
    [
      'a field that the model does not know',
      ['response', said({ outputSpeach: {} })],
      /^response\.outputSpeach \(expected no such field\)$/,
    ],
    [
      'a field that belongs to another kind of speech',
      ['response', said({ outputSpeech: { type: 'SSML', text: 'Hello.' } })],
      /^response\.outputSpeech\.ssml/,
    ],
    [
      'a directive that does not exist',
      ['response', said({ directives: [{ type: 'Dialog.Elicit' }] })],
      /^response\.directives\.0\.type \(expected a word of a closed list\)$/,
    ],
    [
      'a directive without what it needs',
      ['response', said({ directives: [{ type: 'Dialog.ElicitSlot' }] })],
      /^response\.directives\.0\.slotToElicit/,
    ],
    [
      'a repetition that no reminder has',
      [
        'reminder',
        { trigger: { type: 'SCHEDULED_ABSOLUTE', timeZoneId: 'Europe/London', recurrence: { freq: 'YEARLY' } } },
      ],
      /^trigger\.recurrence\.freq/,
    ],
    [
      'a proactive event to nobody in particular',
      [
        'proactive-event',
        {
          timestamp: 't',
          referenceId: 'r',
          expiryTime: 'e',
          event: { name: 'n', payload: {} },
          localizedAttributes: [],
        },
      ],
      /^relevantAudience/,
    ],
    ['a skill message without data', ['skill-message', { expiresAfterSeconds: 60 }], /^data/],
    [
      'a progressive response of another kind',
      ['directive', { header: { requestId: 'r' }, directive: { type: 'VoicePlayer.Sing', speech: 'la' } }],
      /^directive\.type/,
    ],
    ['a Data Store command for no target', ['data-store-commands', { commands: [{ type: 'CLEAR' }] }], /^target/],
    [
      'a Data Store command that does not exist',
      ['data-store-commands', { commands: [{ type: 'PUT' }], target: { type: 'USER', id: 'u' } }],
      /^commands\.0\.type/,
    ],
  ];
  for (const [what, [of, value], where] of WRONG)
    test(`refuse ${what}, and name the place without the value`, () =>
      assert.match(alexaSchemaFault(of, value) ?? 'accepted', where));

  test('accept a whole response', () => {
    const whole = said({
      outputSpeech: { type: 'SSML', ssml: '<speak>Which day?</speak>' },
      reprompt: { outputSpeech: { type: 'SSML', ssml: '<speak>Which day is it?</speak>' } },
      card: { type: 'Simple', title: 'A title', content: 'Words' },
      directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: 'day' }],
      shouldEndSession: false,
    });
    assert.equal(alexaSchemaFault('response', whole), undefined);
  });

  test('are those of every request that this Alexa sends: talk, endings, events, messages and routines', async () => {
    const open = says('Which day?', { directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: 'day' }] });
    const { alexa, sent } = await scriptedAlexa([says('Yes?'), open, says('Yes?'), says('Yes?'), says('Yes?')]);
    await alexa.say('kitchen', 'open bell bird');
    await alexa.say('kitchen', 'remind me');
    await alexa.say('kitchen', 'at eight');
    await alexa.silence('kitchen');
    await alexa.silence('kitchen');
    await alexa.say('lounge', 'open bell bird');
    await alexa.say('flat-4', 'open bell bird');
    await alexa.setNotifications('bill', true);
    await alexa.setReminders('bill', true);
    await alexa.addWidget('lounge');
    await alexa.disableSkill('bill');
    await alexa.enableSkill('bill');
    assert.ok(new Set(types(sent)).size >= 7, types(sent).join(', '));
    for (const envelope of sent) assert.equal(alexaSchemaFault('request', envelope), undefined, envelope.request.type);
  });
});
