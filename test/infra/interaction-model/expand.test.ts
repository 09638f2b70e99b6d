import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expand } from '../../../infra/interaction-model/expand.ts';

test('a pattern without brackets is one phrase', () => {
  assert.deepEqual(expand('who is coming'), ['who is coming']);
});

test('a choice is each of its phrases, and an option is there or not', () => {
  assert.deepEqual(expand('(can|could) you tell me [please]'), [
    'can you tell me',
    'can you tell me please',
    'could you tell me',
    'could you tell me please',
  ]);
});

test('a slot stays as it is, and brackets may stand in one another', () => {
  assert.deepEqual(expand('coming [on (|the) {day}]'), ['coming', 'coming on {day}', 'coming on the {day}']);
});

test('a bracket that is left open, or too many, is refused', () => {
  assert.throws(() => expand('(can|could you'), /open "\("/);
  assert.throws(() => expand('can) you'), /"\)" too many/);
});
