import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { BIN_COLOURS, BIN_KINDS, binsOn, nextBinDays } from '../../../lambda/core/bin-days/bin-rounds.ts';
import { binRoundsText, readBinRounds } from '../../../lambda/core/bin-days/read-bin-rounds.ts';
import { addDays } from '../../../lambda/core/kernel/uk-time.ts';
import { saltmereRounds } from '../../support/builders/bin-days.ts';

const colours = (date: string): readonly string[] =>
  binsOn(saltmereRounds(), 'Saltmere A', date).map(({ colour }) => colour);

describe('which bins are collected on a day', () => {
  test('those of the round, every so many weeks from its first day', () => {
    assert.deepEqual(colours('2026-11-26'), ['green', 'brown']);
    assert.deepEqual(colours('2026-12-03'), ['black']);
    assert.deepEqual(colours('2026-12-10'), ['green', 'brown']);
    assert.deepEqual(colours('2026-11-19'), [], 'before the first day');
    assert.deepEqual(colours('2026-11-25'), []);
  });

  test('a day that moves is collected on the other day, and not on its own', () => {
    assert.deepEqual(colours('2026-12-24'), []);
    assert.deepEqual(colours('2026-12-28'), ['green', 'brown']);
  });

  test('the coming bin days are in order, that day included', () => {
    const days = nextBinDays(saltmereRounds(), 'Saltmere A', '2026-12-17', 3);
    assert.deepEqual(
      days.map(({ on }) => on),
      ['2026-12-17', '2026-12-28', '2026-12-31'],
    );
    assert.deepEqual(nextBinDays(saltmereRounds(), 'Nowhere', '2026-12-17', 3), []);
  });
});

const problems = (rounds: string, moved = '') => {
  const read = readBinRounds({ rounds, moved });
  return read.kind === 'not-read' ? read.problems.map(({ field, line, problem }) => `${field} ${line} ${problem}`) : [];
};

describe('what a council uploads', () => {
  test('lines with commas or tabs are read, with or without a heading', () => {
    const read = readBinRounds({
      rounds:
        'Round,Bin,Colour,Weekday,First,Weeks\r\nSaltmere A,Recycling,Green,thursday,2026-11-26,2\n\n"Quay",rubbish,black,Tuesday,2026-11-24,1',
      moved: '2026-12-25\t2026-12-28\n',
    });
    assert.deepEqual(read, {
      kind: 'bin-rounds',
      collections: [
        { round: 'Saltmere A', kind: 'recycling', colour: 'green', first: '2026-11-26', everyWeeks: 2 },
        { round: 'Quay', kind: 'rubbish', colour: 'black', first: '2026-11-24', everyWeeks: 1 },
      ],
      moved: [{ from: '2026-12-25', to: '2026-12-28' }],
    });
  });

  const WRONG: readonly (readonly [string, string])[] = [
    ['A,recycling,green,Thursday,2026-11-26', 'not-six-columns'],
    ['A,recycling,green,Thursday,2026-11-26,2,more', 'not-six-columns'],
    ['-,recycling,green,Thursday,2026-11-26,2', 'round-name'],
    [`${'A'.repeat(41)},recycling,green,Thursday,2026-11-26,2`, 'round-name'],
    ['A,bottles,green,Thursday,2026-11-26,2', 'unknown-bin'],
    ['A,recycling,lime,Thursday,2026-11-26,2', 'unknown-colour'],
    ['A,recycling,green,Thu,2026-11-26,2', 'unknown-weekday'],
    ['A,recycling,green,Thursday,26/11/2026,2', 'not-a-date'],
    ['A,recycling,green,Wednesday,2026-11-26,2', 'another-weekday'],
    ['A,recycling,green,Thursday,2026-11-26,0', 'weeks'],
    ['A,recycling,green,Thursday,2026-11-26,5', 'weeks'],
  ];
  for (const [line, problem] of WRONG)
    test(`a wrong line is named with its number: ${problem}`, () =>
      assert.deepEqual(problems(`A,rubbish,black,Monday,2026-11-23,1\n${line}`), [`rounds 2 ${problem}`]));

  test('a day moves to another day, by two weeks at most', () => {
    assert.deepEqual(problems('', '2026-12-25,2026-12-25\n2026-12-25,2027-02-01\nChristmas'), [
      'moved 1 not-two-dates',
      'moved 2 moved-too-far',
      'moved 3 not-two-dates',
    ]);
    assert.deepEqual(problems('A,rubbish,black,Monday,2026-11-23,1\n'.repeat(401)), ['rounds 401 too-many-lines']);
  });

  test('what is shown to be changed reads as what it was', () => {
    const collection = fc.record(
      {
        round: fc.constantFrom('Saltmere A', 'Port Haven 2', 'Quay'),
        kind: fc.constantFrom(...BIN_KINDS),
        colour: fc.constantFrom(...BIN_COLOURS),
        first: fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days)),
        everyWeeks: fc.integer({ min: 1, max: 4 }),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(collection, { maxLength: 20 }), (collections) => {
        const { moved } = saltmereRounds();
        assert.deepEqual(readBinRounds(binRoundsText({ collections, moved })), {
          kind: 'bin-rounds',
          collections,
          moved,
        });
      }),
    );
  });
});
