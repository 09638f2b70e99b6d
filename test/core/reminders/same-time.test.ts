import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, atTime, instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { isDueTogether } from '../../../lambda/core/reminders/same-time.ts';
import { nextOccurrence, nextOccurrences } from '../../../lambda/core/timetable/occurrence.ts';
import type { Recurrence } from '../../../lambda/core/timetable/recurrence.ts';
import { recurrenceFrom } from '../../support/recurrences.ts';

const FIRST_DAY = '2026-12-14';
const date = fc.integer({ min: 0, max: 24 }).map((days) => addDays(FIRST_DAY, days));
const TIMES = ['08:00', '13:30', '20:00'] as const;
const time = fc.constantFrom(...TIMES);

/** Any rule of any kind over these weeks, at times that meet. */
const rule: fc.Arbitrary<Recurrence> = fc
  .tuple(date.chain(recurrenceFrom), date, fc.nat(40), time, fc.subarray([...TIMES]))
  .map(([any, day, length, at, more]): Recurrence => {
    const until = addDays(day, length);
    if (any.kind === 'once') return { kind: 'once', at: atTime(day, at) };
    if (any.kind === 'every-n-hours') return { ...any, first: `${day}T${at}+00:00`, until };
    const andAt = more.filter((each) => each !== at);
    return { ...any, from: day, time: at, andAt, until };
  });

const wall = (local: string): string => local.slice(0, 16);

describe('two reminders at the same time', () => {
  test('two rules are due together exactly when one walks into a time of the other, whichever of them is asked', () => {
    fc.assert(
      fc.property(rule, rule, date, (one, other, today) => {
        const now = instantOf(atTime(today, '12:00'));
        const first = nextOccurrence(one, now)?.local;
        if (first === undefined) return;
        const all = (each: Recurrence) =>
          nextOccurrences(each, instantOf(first) - 1, 2_000).map(({ local }) => wall(local));
        const theirs = new Set(all(other));
        const expected = all(one).some((local) => theirs.has(local));
        assert.equal(isDueTogether(one, first, other), expected);
        const others = nextOccurrence(other, now)?.local;
        if (others !== undefined && others >= first)
          assert.equal(isDueTogether(other, others, one), expected, 'asked the other way round');
      }),
      { numRuns: 500 },
    );
  });

  test('months meet weeks once in a while, and what never meets is not said to', () => {
    const tuesdays: Recurrence = { kind: 'chosen-weekdays', days: [2], time: '09:00', from: '2026-11-24' };
    const first = '2026-11-24T09:00';
    for (const [other, is] of [
      [{ kind: 'monthly-on-date', day: 15, time: '09:00', from: '2026-11-24' }, true],
      [{ kind: 'monthly-on-weekday', nth: 'last', weekday: 2, time: '09:00', from: '2026-11-24' }, true],
      [{ kind: 'monthly-on-weekday', nth: 'last', weekday: 3, time: '09:00', from: '2026-11-24' }, false],
      [{ kind: 'every-n-weeks', every: 2, days: [2], time: '09:00', from: '2026-12-01' }, true],
      [{ kind: 'every-n-hours', every: 24, first: '2026-11-24T09:00+00:00' }, true],
      [{ kind: 'every-n-hours', every: 24, first: '2026-11-24T08:00+00:00' }, true],
      [{ kind: 'every-n-hours', every: 24, first: '2026-11-24T07:00+00:00' }, false],
      [{ kind: 'every-n-hours', every: 1, first: '2026-11-24T07:30+00:00' }, false],
      [{ kind: 'daily', time: '08:00', andAt: ['09:00'], from: '2030-01-01' }, true],
    ] as const satisfies readonly (readonly [Recurrence, boolean])[])
      assert.equal(isDueTogether(tuesdays, first, other), is, JSON.stringify(other));
  });

  test('every second day and the days in between never meet', () => {
    const odd: Recurrence = { kind: 'every-n-days', every: 2, time: '09:00', from: '2026-11-24' };
    assert.ok(!isDueTogether(odd, '2026-11-24T09:00', { ...odd, from: '2026-11-25' }));
    assert.ok(isDueTogether(odd, '2026-11-24T09:00', { ...odd, every: 3, from: '2026-11-25' }));
  });

  test('one that is moved from a bank holiday meets those of the day it is moved to', () => {
    const tuesdays: Recurrence = { kind: 'chosen-weekdays', days: [2], time: '09:00', from: '2027-01-04' };
    const mondays: Recurrence = { ...tuesdays, days: [1] };
    const moved: Recurrence = { ...mondays, bankHolidays: { nation: 'england', instead: 'next-working-day' } };
    assert.ok(!isDueTogether(tuesdays, '2027-01-05T09:00', mondays));
    assert.ok(isDueTogether(tuesdays, '2027-01-05T09:00', moved), 'Easter Monday is moved, months later');
  });

  test('on the nights the clocks change, another time on the dial is another time', () => {
    const hours = { kind: 'every-n-hours', every: 24 } as const;
    const spring: Recurrence = { ...hours, first: '2027-03-28T02:00+01:00', until: '2027-03-28' };
    assert.ok(!isDueTogether(spring, spring.first, { kind: 'daily', time: '01:00', from: '2027-03-01' }));
    const autumn: Recurrence = { ...hours, first: '2027-10-31T01:30+00:00', until: '2027-10-31' };
    const daily: Recurrence = { kind: 'daily', time: '01:30', from: '2027-03-01' };
    assert.ok(!isDueTogether(daily, '2027-10-31T01:30', autumn), 'the second half past one is not the first');
    assert.ok(isDueTogether(daily, '2027-10-31T01:30', { ...autumn, first: '2027-10-31T01:30+01:00' }));
  });
});
