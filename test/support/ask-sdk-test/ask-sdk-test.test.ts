import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { AlexaTest, IntentRequestBuilder, LaunchRequestBuilder } from './ask-sdk-test.ts';
import { handler, settings } from './sample-skill.ts';

describe("ask-sdk-test under node's runner", () => {
  new AlexaTest(handler, settings).test(
    [
      {
        request: new LaunchRequestBuilder(settings).build(),
        says: 'Which day?',
        reprompts: 'Which day?',
        shouldEndSession: false,
      },
      {
        request: new IntentRequestBuilder(settings, 'DayIntent').withSlot('day', 'Tuesday').build(),
        says: 'Tuesday it is.',
        shouldEndSession: true,
      },
    ],
    'a conversation carries its session from turn to turn',
  );

  test('words that are not said turn a test red, and nothing else is printed', () => {
    const { NODE_TEST_CONTEXT: _inner, ...env } = process.env;
    const wrong = join(import.meta.dirname, 'wrong-words.ts');
    const run = spawnSync(process.execPath, ['--test', '--test-reporter=tap', wrong], { env, encoding: 'utf8' });
    assert.equal(run.status, 1);
    assert.match(run.stdout, /not ok 1 - words that nobody says/);
    assert.match(run.stdout, /# tests 1\n(# .*\n)*# fail 1/);
    assert.equal(run.stderr, '');
  });
});
