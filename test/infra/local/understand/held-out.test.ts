import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HELD_OUT } from './held-out.ts';
import { intentOf } from './real-model.ts';

const FALLBACK = 'AMAZON.FallbackIntent';

/** Measured: 92 of 100 right, 4 wrong. Less than this is a step back. */
const LEAST_RIGHT = 0.88;
const MOST_WRONG = 0.06;

test('of phrases that nobody tuned to, most reach their intent and few reach a wrong one', (t) => {
  const results = HELD_OUT.map(([wanted, phrase]) => ({ wanted, phrase, found: intentOf(phrase) }));
  const right = results.filter(({ wanted, found }) => found === wanted);
  const wrong = results.filter(({ wanted, found }) => found !== wanted && found !== FALLBACK);
  const percent = (part: readonly unknown[]): string => `${((100 * part.length) / results.length).toFixed(1)} %`;
  t.diagnostic(`${results.length} phrases: ${percent(right)} right, ${percent(wrong)} wrong, the rest not understood`);
  for (const { wanted, phrase, found } of wrong) t.diagnostic(`wrong: "${phrase}" → ${found}, not ${wanted}`);
  assert.ok(right.length >= LEAST_RIGHT * results.length, percent(right));
  assert.ok(wrong.length <= MOST_WRONG * results.length, percent(wrong));
});
