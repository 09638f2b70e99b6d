import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readTime } from '../../../lambda/console/forms/time-field.ts';
import { en } from '../../../lambda/console/words/en.ts';

const minutes = fc.record({ hour: fc.nat({ max: 23 }), minute: fc.nat({ max: 59 }) });
const asTime = ({ hour, minute }: { hour: number; minute: number }) =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

describe('a time as people type it', () => {
  for (const [typed, time] of [
    ['8:00', '08:00'],
    ['08:00', '08:00'],
    ['8am', '08:00'],
    ['8 am', '08:00'],
    ['8.30 pm', '20:30'],
    ['8:30PM', '20:30'],
    ['8.30 p.m.', '20:30'],
    ['20:30', '20:30'],
    ['20.30', '20:30'],
    ['0830', '08:30'],
    ['830', '08:30'],
    ['830pm', '20:30'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['12:15 am', '00:15'],
    ['0:30', '00:30'],
    ['midday', '12:00'],
    ['Noon', '12:00'],
    ['midnight', '00:00'],
    ['hanner dydd', '12:00'],
    [' 7pm ', '19:00'],
  ] as const) {
    test(`"${typed}" is ${time}`, () => {
      assert.deepEqual(readTime(typed), { time });
    });
  }

  for (const [typed, mistake] of [
    ['', 'time-missing'],
    ['   ', 'time-missing'],
    ['8', 'time-which-half'],
    ['12', 'time-which-half'],
    ['25:00', 'time-wrong'],
    ['8:60', 'time-wrong'],
    ['13pm', 'time-wrong'],
    ['0am', 'time-wrong'],
    ['8:3', 'time-wrong'],
    ['8m', 'time-wrong'],
    ['24:00', 'time-wrong'],
    ['eight', 'time-wrong'],
    ['-8am', 'time-wrong'],
    ['8am tomorrow', 'time-wrong'],
  ] as const) {
    test(`"${typed}" is refused: ${mistake}`, () => {
      assert.equal(readTime(typed), mistake);
    });
  }

  test('every minute of the day is read as it is written on the pages, and on the 24-hour dial', () => {
    fc.assert(
      fc.property(minutes, (at) => {
        assert.deepEqual(readTime(asTime(at)), { time: asTime(at) });
        assert.deepEqual(readTime(en.when.time(asTime(at))), { time: asTime(at) });
      }),
    );
  });

  test('whatever is typed is a time of the day or a mistake, never anything else', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom('__proto__', 'constructor', 'toString'),
          fc.stringMatching(/^[0-9: .apm]{0,8}$/),
        ),
        (typed) => {
          const read = readTime(typed);
          assert.ok(typeof read === 'string' || /^([01]\d|2[0-3]):[0-5]\d$/.test(read.time));
        },
      ),
    );
  });
});
