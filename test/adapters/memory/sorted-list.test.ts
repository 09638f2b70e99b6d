import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sortedList } from '../../../lambda/adapters/memory/sorted-list.ts';

test('whatever is set and dropped, the list stands in order and each place holds the last thing set there', () => {
  const step = fc.record({ at: fc.nat(9), drop: fc.boolean(), word: fc.string() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const list = sortedList<{ at: number }, { at: number; word: string }>((a, b) => a.at - b.at);
      const expected = new Map<number, { at: number; word: string }>();
      for (const { at, drop, word } of steps) {
        if (drop) {
          list.drop({ at });
          expected.delete(at);
        } else {
          list.set({ at, word });
          expected.set(at, { at, word });
        }
      }
      assert.deepEqual(
        list.slice(0, 99),
        [...expected.values()].sort((a, b) => a.at - b.at),
      );
      for (let at = 0; at < 10; at += 1) {
        assert.deepEqual(list.get({ at }), expected.get(at));
        assert.equal(
          list.countBefore((thing) => thing.at < at),
          [...expected.keys()].filter((k) => k < at).length,
        );
      }
    }),
  );
});
