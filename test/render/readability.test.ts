import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { words } from '../../lambda/render/catalogue.ts';
import { tooHard } from '../support/spoken-rules.ts';

/** What is written on pages and cards, and what is part of a sentence, is no spoken sentence. */
const isSpoken = ([key, template]: readonly [string, string]): boolean =>
  !/^(card|screen|carer|plan)\.|title/.test(key) && /[.?]$/.test(template);

describe('an 85-year-old can follow every sentence', () => {
  test('the measure tells easy from hard', () => {
    assert.deepEqual(tooHard('Your visit is today. Is it done?'), []);
    assert.equal(tooHard('Additional information regarding eligibility is unavailable.').length, 1);
  });

  test('a name, a day and a time are as easy as they are familiar, and no long word hides behind them', () => {
    assert.deepEqual(tooHard("It's Wednesday the 25th of November, half past eleven in the morning."), []);
    assert.equal(tooHard('Amina conducted reassessment documentation on Wednesday.').length, 1);
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
