import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { REMINDER_LABELS } from '../../lambda/core/reminders/reminder.ts';
import { copyWords } from '../../lambda/render/copy-words.ts';
import { aReminder } from '../support/builders/things-told.ts';

describe('what a copy on an Echo says', () => {
  for (const label of REMINDER_LABELS)
    test(`N-03 about ${label}: one short sentence with "your", without anybody's name, the skill's, or a word about health`, () => {
      const words = copyWords({ ...aReminder('2026-11-24T12:30'), label }, []);
      assert.match(words, /^Your [^.]+\.$/);
      assert.ok(words.length <= 45, words);
      assert.doesNotMatch(words, /\b(?:my|me|bell ?bird|alexa|bill|council|tablets?|pills?|medicines?|dose)\b/i);
    });
});
