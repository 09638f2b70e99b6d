import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { REMINDER_LABELS } from '../../lambda/core/reminders/reminder.ts';
import { wording } from '../../lambda/render/wording.ts';
import { assertSayable } from '../support/spoken-rules.ts';
import { aBinReminder, aMessage, anAlertMessage, aReminderDelivery, aResident, NOW } from './support/builders.ts';

const rosa = aResident({ nameToUse: 'Rosa' });
const eight = aReminderDelivery('2026-11-24T08:00');

describe('what a managed Echo says unasked', () => {
  test('a routine reminder is named by its time, and the reply it asks for works on every Echo', () => {
    assert.deepEqual(wording(eight, rosa, true), {
      speech: "Hello Rosa. This is your eight o'clock reminder. When it's done, say: Alexa, open bell bird.",
      title: 'A reminder for you',
    });
  });

  test('G14: every label has neutral words', () => {
    for (const label of REMINDER_LABELS) {
      const { speech } = wording(aReminderDelivery('2026-11-24T10:30', label), rosa, true);
      assertSayable(speech);
      assert.match(
        speech,
        label === 'routine' ? /your half past ten reminder\./ : /your reminder (to|for|about) .*, for half past ten\./,
      );
      assert.doesNotMatch(speech, /tablet|pill|medicine|dose/i);
    }
    assert.match(
      wording(aReminderDelivery('2026-11-24T10:30', 'not known'), rosa, true).speech,
      /half past ten reminder/,
    );
  });

  test('where nothing may be said aloud it says only that something is there', () => {
    assert.deepEqual(wording(eight, rosa, false), {
      speech: 'There is a reminder for you. To hear it, say: Alexa, open bell bird.',
      title: 'Something is here for you',
    });
    const hidden = wording(aMessage({ who: 'Amina' }), rosa, false);
    assert.equal(hidden.speech, 'There is a message for you. To hear it, say: Alexa, open bell bird.');
    for (const { speech, title } of [hidden, wording(eight, rosa, false)])
      assert.doesNotMatch(`${speech} ${title}`, /Rosa|Amina|eight|\d/);
  });

  test('a visit that has moved says the new time, then the old one', () => {
    assert.equal(
      wording(aMessage(), rosa, true).speech,
      'Hello Rosa. Something in your diary has moved: a visit from Amina. ' +
        'The new time is tomorrow, Wednesday the 25th of November, at half past nine in the morning. ' +
        'The old time was tomorrow, Wednesday the 25th of November, at nine in the morning. ' +
        'To hear it again, say: Alexa, open bell bird.',
    );
  });

  test('G9: what may have been told before says so', () => {
    assert.match(
      wording(aMessage({}, { readOutAt: NOW }), rosa, true).speech,
      /^Hello Rosa\. I may have told you this already\./,
    );
  });

  test('steady words bring reassurance, then the day', () => {
    assert.match(
      wording(eight, aResident({ steadyWords: true }), true).speech,
      /^Hello Bill\. All is in hand\. This is your eight o'clock reminder\. It is for Tuesday the 24th of November, eight in/,
    );
  });

  test('a name is plain text: the Channel escapes it', () => {
    assert.match(
      wording(eight, aResident({ nameToUse: "Mr O'Shea & Sons" }), true).speech,
      /^Hello Mr O'Shea & Sons\./,
    );
  });

  test('an alert has the same words for everybody, so that one call tells many Echos', () => {
    const words = wording(anAlertMessage(), rosa, true);
    assert.deepEqual(words, {
      speech:
        'An urgent message from Harbour County Council. ' +
        'Flood warning. A flood is expected near the river tonight. Please stay indoors. ' +
        "When you've heard it, say: Alexa, open bell bird.",
      title: 'Flood warning',
    });
    const others = [aResident({ nameToUse: 'Tom' }), aResident({ steadyWords: true }), aResident({ length: 'short' })];
    for (const other of others) assert.deepEqual(wording(anAlertMessage(), other, true), words);
  });

  test('a notice is not called urgent, and a correction says that it puts something right', () => {
    assert.match(wording(anAlertMessage({}, { handling: 'notice' }), rosa, true).speech, /^A message from Harbour/);
    const correction = anAlertMessage({ title: 'No flood.', text: 'That was a mistake.', isCorrection: true });
    assert.equal(
      wording(correction, rosa, true).speech,
      'An urgent message from Harbour County Council. This puts something right that you were told before. ' +
        "No flood. That was a mistake. When you've heard it, say: Alexa, open bell bird.",
    );
  });

  test('a private alert says only that there is a message, whatever may be said aloud', () => {
    const hidden = wording(anAlertMessage({ isPrivate: true }), rosa, true);
    assert.deepEqual(hidden, wording(anAlertMessage(), rosa, false));
    assert.doesNotMatch(`${hidden.speech} ${hidden.title}`, /flood/i);
  });

  test('Q10 Q12 an alert may hold any characters, and they are said as they are', () => {
    const { speech } = wording(anAlertMessage({ text: 'Fish & chips <free> at "Jo\'s"' }), rosa, true);
    assert.match(speech, /Fish & chips <free> at "Jo's"/);
  });

  test('the longest alert is said whole', () => {
    const text = 'word '.repeat(60).trim();
    assert.equal(text.length, 299);
    assert.ok(wording(anAlertMessage({ text: `${text}.` }), rosa, true).speech.includes(`${text}.`));
  });
});

describe('a reminder about the bins', () => {
  test('names the bins and their day, where the round is known', () => {
    const delivery = aReminderDelivery('2026-11-24T18:00', 'bins', { content: aBinReminder() });
    assert.equal(
      wording(delivery, aResident(), true).speech,
      "Hello Bill. This is your reminder about the green bin for recycling and the brown bin for food waste, for six o'clock. " +
        "Bin day is tomorrow, Wednesday the 25th of November. When it's done, say: Alexa, open bell bird.",
    );
  });
});
