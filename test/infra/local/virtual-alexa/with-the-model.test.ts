import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { IntentRequest } from 'ask-sdk-model';
import { readLanguageModel } from '../../../../infra/local/understand/interaction-model.ts';
import { stripInvocation } from '../../../../infra/local/understand/strip-invocation.ts';
import { understand } from '../../../../infra/local/understand/understand.ts';
import { answer, requestAt, says, scriptedAlexa } from './scripted-alexa.ts';

const text = await readFile(join(import.meta.dirname, '../../../../interaction-models/en-GB.json'), 'utf8');
const language = readLanguageModel(text);
const real = {
  model: JSON.parse(text),
  understand: understand(language),
  stripInvocation: (phrase: string) => stripInvocation(phrase, language.invocationName),
};

describe('with the interaction model that residents speak to', () => {
  test('a question is understood in one breath, and after a bare "open"', async () => {
    const { alexa } = await scriptedAlexa(
      [says('Amina.', { shouldEndSession: true }), says('Hello?'), says('Amina.')],
      { real },
    );
    assert.equal((await alexa.say('kitchen', "Alexa, ask bell bird who's coming today")).intent, 'WhoIsComingIntent');
    assert.equal((await alexa.say('kitchen', 'Alexa, open bell bird')).requestType, 'LaunchRequest');
    const turn = await alexa.say('kitchen', "Who's coming today?");
    assert.equal(turn.intent, 'WhoIsComingIntent');
    assert.equal(turn.heard, "who's coming today");
    assert.equal(turn.said, "Who's coming today?");
  });

  test('the pairing code that the skill asks for fills its slot', async () => {
    const { alexa, sent } = await scriptedAlexa(
      [
        says('What is the code?', { directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: 'pairingCode' }] }),
        says('Thank you.', { shouldEndSession: true }),
      ],
      { real },
    );
    await alexa.say('kitchen', 'ask bell bird to pair this echo');
    await alexa.say('kitchen', 'one two three four five six seven eight');
    const request = requestAt<IntentRequest>(sent, 1, 'IntentRequest');
    assert.deepEqual([request.intent.name, request.dialogState], ['PairEchoIntent', 'IN_PROGRESS']);
    assert.equal(request.intent.slots?.pairingCode?.value, '12345678');
  });

  for (const [words, status] of [
    ['yes please', 'CONFIRMED'],
    ['no thank you', 'DENIED'],
  ] as const) {
    test(`"${words}" to "shall I ask them to ring you?" confirms or denies the intent`, async () => {
      const { alexa, sent } = await scriptedAlexa(
        [
          answer(says('Shall I ask them to ring you?', { directives: [{ type: 'Dialog.ConfirmIntent' }] }), {
            state: 'RING',
          }),
          says('All right.', { shouldEndSession: true }),
        ],
        { real },
      );
      await alexa.say('kitchen', 'ask bell bird to ring me back');
      await alexa.say('kitchen', words);
      const { intent } = requestAt<IntentRequest>(sent, 1, 'IntentRequest');
      assert.deepEqual([intent.name, intent.confirmationStatus], ['RingMeIntent', status]);
    });
  }
});
