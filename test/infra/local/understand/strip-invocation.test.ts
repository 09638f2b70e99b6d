import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { stripInvocation } from '../../../../infra/local/understand/strip-invocation.ts';
import { hear, said } from '../../../../infra/local/understand/words.ts';
import { MODEL } from './real-model.ts';

const strip = (phrase: string) => stripInvocation(phrase, 'bell bird');

describe('the wake word, the launch word and the name are taken off', () => {
  for (const phrase of [
    ...['Alexa, open Bell Bird', 'open bell bird', 'launch bellbird', 'alexa start bell bird please', 'bell bird'],
    ...['alexa bell bird', 'talk to bell bird', 'please open bell bird', 'can you open bell bird', 'open bell burd'],
    ...['ask for bell bird', 'Hey Alexa, ask bell bird'],
  ]) {
    test(`"${phrase}" opens the skill`, () => assert.deepEqual(strip(phrase), { kind: 'launch' }));
  }

  const oneShots: readonly (readonly [phrase: string, rest: string])[] = [
    ['Alexa, ask Bell Bird who is coming', 'who is coming'],
    ["alexa tell bell bird i've done it", "i've done it"],
    ['ask bell bird for my messages', 'my messages'],
    ['ask bell bird if anybody is coming', 'anybody is coming'],
    ['ask bell bird to read my messages', 'read my messages'],
    ['ask bell bird about my visits', 'about my visits'],
    ['open bell bird and tell me who is coming', 'tell me who is coming'],
    ['could you ask bellbird when my carer is coming', 'when my carer is coming'],
    ['who is coming today ask bell bird', 'who is coming today'],
    ['read my messages from bell bird', 'read my messages'],
    ['ask bell bird whether to put the bins out', 'put the bins out'],
  ];
  for (const [phrase, rest] of oneShots) {
    test(`"${phrase}" asks at once`, () => assert.deepEqual(strip(phrase), { kind: 'one-shot', rest }));
  }

  const inSession: readonly (readonly [phrase: string, rest: string])[] = [
    ['who is coming', 'who is coming'],
    ['Alexa, who is coming', 'who is coming'],
    ['alexa can you read my messages', 'can you read my messages'],
    ['open the curtains', 'open the curtains'],
    ['ask somebody to ring me', 'ask somebody to ring me'],
    ['alexa', ''],
    ['the bell is ringing', 'the bell is ringing'],
    ['bell bird is ringing', 'bell bird is ringing'],
  ];
  for (const [phrase, rest] of inSession) {
    test(`"${phrase}" is for the open session`, () => assert.deepEqual(strip(phrase), { kind: 'in-session', rest }));
  }

  test('every sample is left whole behind "ask bell bird", but for a connecting word', () => {
    const samples = MODEL.intents
      .flatMap(({ samples }) => samples)
      .filter((sample) => !/[{]|^(?:to|for|if|that|and|so|then|please) ?/.test(sample));
    fc.assert(
      fc.property(fc.constantFrom(...samples), (sample) => {
        assert.deepEqual(strip(`alexa ask bell bird ${sample}`), {
          kind: 'one-shot',
          rest: said(hear(sample)),
        });
        assert.deepEqual(strip(sample), { kind: 'in-session', rest: said(hear(sample)) });
      }),
    );
  });

  test('a phrase that ends in "tell" or "ask" names no skill', () => {
    assert.deepEqual(strip('who do you tell'), { kind: 'in-session', rest: 'who do you tell' });
  });

  test('a name of three words', () => {
    assert.deepEqual(stripInvocation('alexa ask harbour care line who is coming', 'harbour care line'), {
      kind: 'one-shot',
      rest: 'who is coming',
    });
  });
});
