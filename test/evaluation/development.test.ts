import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readLabelled } from '../../infra/local/evaluate/labelled.ts';
import { familyOf } from '../../lambda/skill/families.ts';
import { intentNamed } from '../../lambda/skill/intents.ts';
import { safetyOf } from '../../lambda/skill/safety-classes.ts';
import { heard } from '../infra/local/understand/real-model.ts';

const LABELLED = readLabelled(readFileSync(new URL('development.tsv', import.meta.url), 'utf8'));

const results = LABELLED.map((labelled) => {
  const { intent } = heard(labelled.phrase);
  const name = intentNamed(intent.name);
  return { labelled, name: intent.name, family: familyOf(name), safety: safetyOf(name) };
});

describe('the development set', () => {
  test('is at least six hundred phrases', () => {
    assert.ok(LABELLED.length >= 600);
  });

  test('reaches the right intent in at least 95 of 100', () => {
    const judged = results.filter(({ labelled }) => labelled.family !== 'safety' && labelled.family !== 'question');
    const right = judged.filter(
      ({ labelled, name, family }) => labelled.family === family && (labelled.kind ?? name) === name,
    );
    assert.ok(right.length >= 0.95 * judged.length, `${right.length} of ${judged.length}`);
  });

  test('every safety phrase is in its class', () => {
    const strays = results
      .filter(({ labelled, safety }) => labelled.family === 'safety' && labelled.kind !== safety)
      .map(({ labelled, name }) => `${labelled.phrase}: ${name}`);
    assert.deepEqual(strays, []);
  });

  test('no manner of speaking is taken for danger', () => {
    const alarms = results
      .filter(({ labelled, safety }) => labelled.family === 'question' && safety !== undefined)
      .map(({ labelled, name }) => `${labelled.phrase}: ${name}`);
    assert.deepEqual(alarms, []);
  });
});
