import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const folder = join(import.meta.dirname, '../../.github/workflows');
const workflows = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
const lines = workflows.flatMap((text) => text.split('\n'));

test('SEC-31 every action of a workflow is pinned to a commit, with its version beside it', () => {
  const used = lines.filter((line) => /\buses:/.test(line));
  assert.ok(used.length > 0);
  for (const line of used) assert.match(line, /uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('a workflow may read the project and nothing else, and keeps no credentials', () => {
  for (const text of workflows) {
    assert.match(text, /^permissions:\n {2}contents: read\n/m);
    assert.doesNotMatch(text, /secrets\.|pull_request_target|: write$/m);
    assert.equal(text.match(/actions\/checkout@/g)?.length, text.match(/persist-credentials: false/g)?.length);
  }
});

test('a contributor’s change passes what every other change passes', () => {
  assert.ok(lines.some((line) => line.trim() === '- run: .ci/run'));
  assert.ok(lines.some((line) => line.trim() === '- run: npm run synth'));
});
