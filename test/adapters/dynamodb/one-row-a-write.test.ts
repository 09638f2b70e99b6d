import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSources } from '../../architecture/source.ts';

test('D31 no write is of several rows, so that none of them can be left over: each has its own condition', () => {
  const sources = readSources(join(import.meta.dirname, '..', '..', '..'), ['lambda']);
  const found = sources.filter(({ text }) => /BatchWriteItem|TransactWriteItems|BatchExecuteStatement/.test(text));
  assert.deepEqual(
    found.map(({ path }) => path),
    [],
  );
});
