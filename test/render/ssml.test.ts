import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { phoneWords, shortNumberWords } from '../../lambda/render/phone-words.ts';
import {
  cleanText,
  escapeSsml,
  heardOf,
  LONGEST_VALUE,
  listWords,
  phraseOf,
  sentenceOf,
  writeSpeech,
} from '../../lambda/render/ssml.ts';
import { paceOf } from '../../lambda/render/voice.ts';
import { heard } from '../support/spoken-rules.ts';
import { aVoice } from './support/builders.ts';

describe('the one writer of SSML', () => {
  test('values are escaped once, ampersand first', () => {
    assert.equal(
      escapeSsml(`Marks & Spencer's "<b>" &amp;`),
      'Marks &amp; Spencer&apos;s &quot;&lt;b&gt;&quot; &amp;amp;',
    );
  });

  test('Q11: control characters, marks of direction and halves of letters are taken out; lines become one', () => {
    assert.equal(cleanText(' a\u0000b\u0007c\u202Ed\uFEFF\r\ne\u2028f\uD83D \u00A0g '), 'abcd e f g');
    assert.equal(cleanText('🐦 café'), '🐦 café');
  });

  test('a long value is cut before it is escaped, never inside a letter', () => {
    const cut = cleanText(`${'🐦'.repeat(400)}&`);
    assert.equal([...cut].length, LONGEST_VALUE);
    assert.ok(cut.isWellFormed());
    assert.equal(phraseOf('&'.repeat(1_000)).ssml, `${'&amp;'.repeat(LONGEST_VALUE - 1)}…`);
  });

  test('whatever the value, the speech is well-formed and heard as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (value) => {
        const phrase = phraseOf(value);
        assert.equal(heardOf(phrase), phrase.text);
        if (phrase.text === '') return;
        heard(`<speak>${writeSpeech([phrase, phrase], { percent: 80, pause: 500 })}</speak>`);
      }),
    );
  });

  test('Settings are one prosody around everything, and pauses between sentences', () => {
    const sentences = [phraseOf('One.'), phraseOf('Two.')];
    assert.equal(writeSpeech(sentences, { percent: 100, pause: 0 }), '<s>One.</s> <s>Two.</s>');
    assert.equal(
      writeSpeech(sentences, { percent: 90, pause: 500 }),
      '<prosody rate="90%"><s>One.</s><break time="500ms"/><s>Two.</s></prosody>',
    );
    assert.equal(writeSpeech([], { percent: 90, pause: 500 }), '');
  });

  test('slow and slower take effect; the second repeat is one step slower, with pauses', () => {
    const percents = (['slower', 'slow', 'normal', 'fast'] as const).map((rate) => paceOf(aVoice({ rate })).percent);
    assert.deepEqual(percents, [80, 90, 100, 110]);
    assert.deepEqual(paceOf(aVoice({}, { slower: true })), { percent: 90, pause: 500 });
    assert.deepEqual(paceOf(aVoice({ rate: 'slower' }, { slower: true })), { percent: 80, pause: 500 });
    assert.deepEqual(paceOf(aVoice({ longerPauses: true })), { percent: 100, pause: 500 });
  });

  test('a telephone number is spoken slowly in its groups and shown as it is dialled', () => {
    assert.deepEqual(phoneWords('01632 960100'), {
      ssml: '<prosody rate="85%"><say-as interpret-as="telephone">01632 960100</say-as></prosody>',
      text: '01632 960100',
    });
    assert.deepEqual(shortNumberWords('116 123'), { ssml: 'one one six, one two three', text: '116 123' });
    assert.deepEqual(shortNumberWords('999'), { ssml: 'nine nine nine', text: '999' });
  });

  test('a list has "and" before the last and no comma there; a sentence has a capital', () => {
    assert.equal(listWords(['Ann', 'Bob', 'Cy'].map(phraseOf)).text, 'Ann, Bob and Cy');
    assert.equal(sentenceOf(phraseOf('your care worker')).ssml, 'Your care worker');
  });
});
