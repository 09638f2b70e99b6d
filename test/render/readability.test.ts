import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { syllable } from 'syllable';
import { words } from '../../lambda/render/catalogue.ts';
import { sentencesOf } from '../support/spoken-rules.ts';

/** Shorter sentences ("Goodbye.") cannot be measured: the formula divides by the number of words. */
const FEWEST_WORDS = 4;
const HIGHEST_GRADE = 6;

/** The Flesch-Kincaid grade level (Kincaid and others, 1975): the school year for which a sentence is easy enough. */
const gradeOf = (sentence: string): number => {
  const said = sentence
    .replace(/[^\p{L}\p{N}'’ -]/gu, ' ')
    .trim()
    .split(/\s+/);
  const syllables = said.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return Math.floor(0.39 * said.length + (11.8 * syllables) / said.length - 15.59);
};

const tooHard = (text: string): readonly string[] =>
  sentencesOf(text)
    .filter((sentence) => sentence.split(/\s+/).length >= FEWEST_WORDS)
    .filter((sentence) => gradeOf(sentence) > HIGHEST_GRADE);

/** What is written on pages and cards, and what is part of a sentence, is no spoken sentence. */
const isSpoken = ([key, template]: readonly [string, string]): boolean =>
  !/^(card|screen|carer|plan)\.|title/.test(key) && /[.?]$/.test(template);

describe('an 85-year-old can follow every sentence', () => {
  test('the measure tells easy from hard', () => {
    assert.deepEqual(tooHard('Your visit is today. Is it done?'), []);
    assert.equal(tooHard('Additional information regarding eligibility is unavailable.').length, 1);
  });

  test('every spoken string of the catalogue reads at grade 6 or below, whatever stands in its gaps', () => {
    const spoken = Object.entries(words).filter(isSpoken);
    assert.ok(spoken.length > 250, `${spoken.length} strings`);
    const hard = spoken.flatMap(([key, template]) =>
      tooHard(template.replace(/\{\{\w+\}\}/g, 'one')).map((sentence) => `${key}: ${sentence}`),
    );
    assert.deepEqual(hard, []);
  });
});
