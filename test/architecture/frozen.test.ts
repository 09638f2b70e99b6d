import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgottenKeys, frozenTables, PAGE, rowsOnPage } from './frozen.ts';

test(`the keys and the ports are those of ${PAGE}: whoever changes one changes that page, or writes another`, () => {
  assert.deepEqual(rowsOnPage(), frozenTables());
});

test('every key of the table stands on that page', () => {
  assert.deepEqual(forgottenKeys(), []);
});
