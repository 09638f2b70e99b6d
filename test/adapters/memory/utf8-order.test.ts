import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareUtf8 } from '../../../lambda/adapters/memory/utf8-order.ts';

const key = fc.string({
  unit: fc.oneof(fc.constantFrom('a', '#', 'é', '\uE000', '\uFFFD', '😀', '🙂'), fc.string({ unit: 'binary' })),
});

test('any two strings are ordered as their UTF-8 bytes are', () => {
  fc.assert(
    fc.property(key, key, (a, b) => {
      assert.equal(Math.sign(compareUtf8(a, b)), Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});
