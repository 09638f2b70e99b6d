import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readLanguageModel } from '../../../../infra/local/understand/interaction-model.ts';
import { understand } from '../../../../infra/local/understand/understand.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const hear = understand(readLanguageModel(readFileSync(join(ROOT, 'interaction-models/en-GB.json'), 'utf8')));
const intentOf = (phrase: string): string => hear(phrase, { now: Date.UTC(2026, 10, 24, 10) }).intent.name;

describe('what must not be misheard', () => {
  for (const phrase of [
    "I've had a fall and can't get up",
    "I've had a fall and I can't get up",
    "I've slipped in the bath",
    "I've gone and fallen",
    "I've gone over and can't get up",
    "I'm on the floor and I can't get up",
  ])
    test(`"${phrase}" is urgent`, () => assert.equal(intentOf(phrase), 'UrgentHelpIntent'));

  for (const phrase of ['I need help', 'I need some help', 'somebody help me', 'can somebody help me'])
    test(`"${phrase}" reaches the help that names nine nine nine`, () => {
      assert.equal(intentOf(phrase), 'AMAZON.HelpIntent');
    });

  for (const phrase of [
    "I've taken my tablets",
    "yes I've taken my tablets",
    "I've had my tablets",
    "I've taken my medicine",
  ])
    test(`"${phrase}" is not taken for an overdose`, () => assert.notEqual(intentOf(phrase), 'TooManyTabletsIntent'));

  for (const phrase of [
    "I've taken too many tablets",
    'I took my tablets twice',
    "I've taken my wife's tablets by mistake",
  ])
    test(`"${phrase}" still is`, () => assert.equal(intentOf(phrase), 'TooManyTabletsIntent'));

  test('a day alone writes nothing on a reminder', () => {
    for (const phrase of ['tomorrow', 'and tomorrow', 'what about tomorrow']) {
      assert.notEqual(intentOf(phrase), 'ReminderNotYetIntent', phrase);
    }
  });
});
