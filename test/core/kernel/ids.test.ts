import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isId } from '../../../lambda/core/kernel/ids.ts';

test('SEC-19 whatever holds a hash, a slash, a space or a control character may not stand in a key', () => {
  const bad = fc.constantFrom('#', '/', ' ', '\u0000', '\n', '\\', '%', '\u202e');
  fc.assert(
    fc.property(fc.string(), bad, fc.string(), (before, character, after) => {
      assert.equal(isId(`${before}${character}${after}`), false);
    }),
  );
  assert.equal(isId('rem-1\n'), false, 'also at the very end');
});

test('an id has 1 to 128 characters', () => {
  assert.deepEqual(['', 'a', 'a'.repeat(128), 'a'.repeat(129)].map(isId), [false, true, true, false]);
});
