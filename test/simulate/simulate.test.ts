import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MUTATIONS } from './mutations.ts';
import { neverStruck } from './report/tally.ts';
import { simulate } from './simulate.ts';
import { seeded } from './time/seeded.ts';

const JOBS = 2;
const SEEDS = 300;

/** Cheap ones, each of another part of the engine; `npm run simulate -- --mutate NAME` tries any. */
const TRIED_HERE = [
  'no-re-look',
  'blind-put',
  'cursor-before-ring',
  'bell-dropped-before-work',
  'no-claim-check',
  'calling-not-written',
  'random-key',
  'add-instead-of-mark',
  'conflict-read-as-success',
];

describe('the engine over a table, bells and channels that fail', () => {
  test('T01–T06 T08 T10 T14 T20 T24 D02 D06–D13 D17–D24 D34 D35 D38 D39 D41 D42 D44 D45 D47 D48 D56 Q04 every promise holds in every run, and every fault struck', async () => {
    const tally = await simulate({ from: 1, seeds: SEEDS, jobs: JOBS });
    assert.deepEqual(
      tally.failures.map(({ seed, broken }) => `seed ${seed}: ${broken.rule}: ${broken.says}`),
      [],
    );
    assert.equal(tally.runs, SEEDS);
    assert.deepEqual(neverStruck(tally), []);
  });

  for (const name of TRIED_HERE)
    test(`without a guard a promise is broken: ${name}`, async () => {
      assert.ok(MUTATIONS.some((one) => one.name === name));
      const tally = await simulate({ from: 1, seeds: SEEDS, jobs: 1, mutate: name, stopsAtFirst: true });
      assert.notDeepEqual(tally.failures, []);
    });

  test('a run depends on its seed and on nothing else', async () => {
    const once = await simulate({ from: 41, seeds: 3, jobs: 1 });
    const again = await simulate({ from: 41, seeds: 3, jobs: 1 });
    assert.deepEqual(again, once);
  });

  test('chance is the same for the same seed, spread evenly, and another for the next seed', () => {
    const drawn = (seed: number) => {
      const chance = seeded(seed);
      return Array.from({ length: 4_000 }, () => chance.between(0, 9));
    };
    assert.deepEqual(drawn(7), drawn(7));
    assert.notDeepEqual(drawn(7), drawn(8));
    for (let n = 0; n < 10; n += 1) {
      const times = drawn(7).filter((one) => one === n).length;
      assert.ok(times > 320 && times < 480, `${n} came ${times} times`);
    }
  });
});
