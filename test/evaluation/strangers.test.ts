import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { type Labelled, readLabelled } from '../../infra/local/evaluate/labelled.ts';
import { familyOf } from '../../lambda/skill/families.ts';
import { intentNamed } from '../../lambda/skill/intents.ts';
import { safetyOf } from '../../lambda/skill/safety-classes.ts';
import { heard } from '../infra/local/understand/real-model.ts';

/** Measured: 98.5 % of the half that was looked at, 91.2 % of the half that was not. Less than this is a step back. */
const HALVES = [
  { file: 'strangers-seen.tsv', leastRight: 0.96, mostWrong: 0.02 },
  { file: 'strangers-held.tsv', leastRight: 0.89, mostWrong: 0.06 },
] as const;

const judge = ({ family, kind, phrase }: Labelled) => {
  const name = intentNamed(heard(phrase).intent.name);
  const safety = safetyOf(name);
  const isOrdinary = safety === undefined && familyOf(name) === family && (kind ?? name) === name;
  const isRight = family === 'question' ? safety === undefined : family === 'safety' ? safety === kind : isOrdinary;
  return { isRight, isWrong: !isRight && name !== 'AMAZON.FallbackIntent' };
};

describe('phrases of strangers', () => {
  for (const { file, leastRight, mostWrong } of HALVES) {
    const labelled = readLabelled(readFileSync(new URL(file, import.meta.url), 'utf8'));
    const judged = labelled.map(judge);
    const share = (some: readonly unknown[]): number => some.length / judged.length;

    test(`${file}: most are understood, and few are taken for something else`, (t) => {
      const right = share(judged.filter(({ isRight }) => isRight));
      const wrong = share(judged.filter(({ isWrong }) => isWrong));
      t.diagnostic(`${(100 * right).toFixed(1)} % right, ${(100 * wrong).toFixed(1)} % wrong of ${judged.length}`);
      assert.ok(right >= leastRight, `${right}`);
      assert.ok(wrong <= mostWrong, `${wrong}`);
    });

    test(`${file}: it is at least two hundred and fifty phrases`, () => assert.ok(labelled.length >= 250));
  }
});
