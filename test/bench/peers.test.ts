import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const peers = join(import.meta.dirname, 'peers');
const sources = readdirSync(peers).filter((file) => file.endsWith('.cjs'));
const textOf = (file: string) => readFileSync(join(peers, file), 'utf8');

test('the two peers of the cold start are byte for byte those that were recorded', () => {
  const hashes = sources.map((file) => [file, createHash('sha256').update(textOf(file)).digest('hex')]);
  assert.deepEqual(Object.fromEntries(hashes), JSON.parse(textOf('recorded.json')));
});

test('the peers borrow nothing from the Lambdas', () => {
  for (const file of sources) assert.doesNotMatch(textOf(file), /require\(['"][./]/);
});
