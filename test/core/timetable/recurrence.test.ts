import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import {
  addDays,
  atTime,
  dateOf,
  instantOf,
  localDateTime,
  monthOf,
  offsetDateTime,
  timeOf,
  type Weekday,
  weekdayOf,
} from '../../../lambda/core/kernel/uk-time.ts';
import {
  isMovedByClocks,
  nextLocal,
  nextOccurrence,
  nextOccurrences,
  occurrenceAfter,
  occursAt,
} from '../../../lambda/core/timetable/occurrence.ts';
import type { Recurrence } from '../../../lambda/core/timetable/recurrence.ts';
import { anyDay, anyInstant, anyRecurrence, anyTime, CHANGE_DAYS, recurrenceFrom } from '../../support/recurrences.ts';
import { slowDays, slowDue } from './support/slow-calendar.ts';

const SPRINGS = CHANGE_DAYS.filter((day) => day.includes('-03-'));
const AUTUMNS = CHANGE_DAYS.filter((day) => day.includes('-10-'));
const inTheHour = fc.integer({ min: 0, max: 59 }).map((minute) => `01:${String(minute).padStart(2, '0')}`);
const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const locals = (rule: Recurrence, now: number, atMost: number) =>
  nextOccurrences(rule, now, atMost).map(({ local }) => local);

describe('the occurrences of any rule, over ten years', () => {
  test('T12 T14 T16 T17 are due when a calendar that looks at every day says so: none is left out, none comes twice', () => {
    fc.assert(
      fc.property(anyRecurrence, anyInstant, (rule, now) => {
        assert.deepEqual(
          nextOccurrences(rule, now, 3).map(({ at }) => at),
          slowDue(rule, now, 3),
        );
      }),
      { numRuns: 20_000 },
    );
  });

  test('T13 G7 each has a key of its own, and none is earlier in time than the one before', () => {
    fc.assert(
      fc.property(anyRecurrence, anyInstant, (rule, now) => {
        const found = nextOccurrences(rule, now, 6);
        assert.equal(new Set(found.map(({ local }) => local)).size, found.length);
        for (const [n, { local, at }] of found.entries()) {
          assert.ok(at > now && at === instantOf(local) && at >= (found[n - 1]?.at ?? 0));
          assert.ok(occursAt(rule, local));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('a rule names exactly the times at which it is due', () => {
    fc.assert(
      fc.property(
        anyDay.chain((day) => fc.tuple(fc.constant(day), recurrenceFrom(day))),
        anyTime,
        fc.nat(20),
        ([from, rule], time, days) => {
          const local = atTime(addDays(from, days), time);
          const named = rule.kind === 'every-n-hours' ? offsetDateTime(instantOf(local)) : local;
          const before = slowDue(rule, instantOf(local) - 1, 8).includes(instantOf(local));
          const isMoved = local !== localDateTime(instantOf(local));
          if (!isMoved && !time.startsWith('02:')) assert.equal(occursAt(rule, named), before);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('what is left out by a rule of days is left out, and what is moved comes once', () => {
    fc.assert(
      fc.property(anyRecurrence, anyDay, (rule, from) => {
        if (rule.kind === 'once' || rule.kind === 'every-n-hours') return;
        const to = addDays(from, 60);
        const expected = slowDays(rule, from, to);
        const found = locals(rule, instantOf(atTime(from, '00:00')) - 1, 800).map(dateOf);
        assert.deepEqual(
          [...new Set(found)].filter((date) => date <= to),
          expected,
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('the nights on which the clocks change', () => {
  test('T11 a daily time in the hour that is skipped comes once that night, at two, and is marked as moved', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SPRINGS), inTheHour, (night, time) => {
        const rule: Recurrence = { kind: 'daily', time, from: '2026-01-01' };
        const [thatNight, next] = nextOccurrences(rule, instantOf(atTime(night, '00:30')), 2);
        assert.ok(thatNight !== undefined && next !== undefined);
        assert.deepEqual([thatNight.local, localDateTime(thatNight.at)], [atTime(night, time), atTime(night, '02:00')]);
        assert.ok(isMovedByClocks(thatNight));
        assert.deepEqual([localDateTime(next.at), isMovedByClocks(next)], [atTime(addDays(night, 1), time), false]);
      }),
    );
  });

  test('T12 a daily time outside that hour is at that time on the wall, the whole year round', () => {
    fc.assert(
      fc.property(anyTime, fc.constantFrom(...CHANGE_DAYS), (time, day) => {
        fc.pre(!time.startsWith('01:'));
        const rule: Recurrence = { kind: 'daily', time, from: '2026-01-01' };
        const found = nextOccurrences(rule, instantOf(atTime(addDays(day, -3), '12:00')), 6);
        assert.ok(found.every((one) => localDateTime(one.at) === one.local && !isMovedByClocks(one)));
        assert.ok(found.every(({ local }) => timeOf(local) === time));
      }),
      { numRuns: 300 },
    );
  });

  test('T14 times in the hour that is repeated come once each, in the first of the two, however often one asks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...AUTUMNS),
        fc.uniqueArray(inTheHour, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 11 }),
        (night, all, step) => {
          const [time = '01:00', ...andAt] = all.toSorted();
          const rule: Recurrence = { kind: 'daily', time, andAt, from: '2026-01-01' };
          const fired = new Set<number>();
          for (
            let now = instantOf(atTime(night, '00:50'));
            now < instantOf(atTime(night, '03:00'));
            now += step * MINUTE
          ) {
            const next = nextOccurrence(rule, now);
            assert.ok(next !== undefined && next.at > now, 'what has been in the first hour does not come again');
            if (dateOf(next.local) === night) fired.add(next.at);
          }
          const first = instantOf(atTime(night, '01:00'));
          assert.ok([...fired].every((at) => at >= first && at < first + HOUR));
          if (step === 1) assert.equal(fired.size, all.length);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('T15 every so many hours is that many hours that pass, across both nights, each with a key of its own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHANGE_DAYS), anyTime, fc.integer({ min: 1, max: 72 }), (night, time, every) => {
        const first = offsetDateTime(instantOf(atTime(addDays(night, -4), time)));
        const rule: Recurrence = { kind: 'every-n-hours', every, first };
        const found = nextOccurrences(rule, instantOf(first) - 1, Math.ceil(200 / every));
        assert.equal(found[0]?.local, first);
        for (const [n, { at }] of found.entries()) assert.equal(at, instantOf(first) + n * every * HOUR);
        assert.equal(new Set(found.map(({ local }) => local)).size, found.length);
      }),
      { numRuns: 200 },
    );
  });

  test('T15 every hour in the autumn night: half past one comes twice, and each is another one', () => {
    const rule: Recurrence = { kind: 'every-n-hours', every: 1, first: '2027-10-31T00:30+01:00' };
    assert.deepEqual(locals(rule, instantOf('2027-10-31T00:00'), 4), [
      '2027-10-31T00:30+01:00',
      '2027-10-31T01:30+01:00',
      '2027-10-31T01:30+00:00',
      '2027-10-31T02:30+00:00',
    ]);
    assert.ok(occursAt(rule, '2027-10-31T01:30+00:00'));
    assert.ok(!occursAt(rule, '2027-10-31T01:30'), 'a wall time names neither of them');
    assert.ok(!occursAt(rule, '2027-10-31T01:30+02:00'), 'nor does an offset that the UK does not have');
  });

  test('two times in the hour that is skipped are two occurrences of one instant, in their order', () => {
    const rule: Recurrence = { kind: 'daily', time: '01:15', andAt: ['01:45'], from: '2027-03-28' };
    const found = nextOccurrences(rule, instantOf('2027-03-28T00:00'), 2);
    assert.deepEqual(
      found.map(({ local, at }) => [local, localDateTime(at)]),
      [
        ['2027-03-28T01:15', '2027-03-28T02:00'],
        ['2027-03-28T01:45', '2027-03-28T02:00'],
      ],
    );
  });
});

describe('rules that go by the week and the month', () => {
  test('T16 a weekday at a time is that weekday at that time on the wall, for ten years', () => {
    fc.assert(
      fc.property(weekday, anyTime, (day, time) => {
        fc.pre(!time.startsWith('01:'));
        const rule: Recurrence = { kind: 'chosen-weekdays', days: [day], time, from: '2026-11-24' };
        const found = nextOccurrences(rule, instantOf('2026-11-24T00:00') - 1, 522);
        assert.equal(found.length, 522);
        for (const [n, { at, local }] of found.entries()) {
          assert.equal(localDateTime(at), local);
          assert.equal(timeOf(local), time);
          assert.equal(weekdayOf(dateOf(local)), day);
          if (n > 0) assert.equal(dateOf(local), addDays(dateOf(found[n - 1]?.local ?? ''), 7));
        }
      }),
      { numRuns: 10 },
    );
  });

  test('T17 a date that a month does not have is its last day: every month of ten years has exactly one', () => {
    for (const day of [28, 29, 30, 31]) {
      const rule: Recurrence = { kind: 'monthly-on-date', day, time: '09:00', from: '2026-01-01' };
      const found = locals(rule, instantOf('2026-01-01T00:00'), 120).map(dateOf);
      assert.equal(new Set(found.map(monthOf)).size, 120);
      for (const date of found) {
        const isLast = monthOf(addDays(date, 1)) !== monthOf(date);
        assert.ok(Number(date.slice(8)) === day || (Number(date.slice(8)) < day && isLast), `${date} for the ${day}th`);
      }
    }
  });

  test('T17 on the 29th it is the 28th in February, and the 29th in a leap year', () => {
    const rule: Recurrence = { kind: 'monthly-on-date', day: 29, time: '09:00', from: '2027-02-01' };
    assert.equal(nextLocal(rule, '2027-02-01T00:00'), '2027-02-28T09:00');
    assert.equal(nextLocal(rule, '2028-02-01T00:00'), '2028-02-29T09:00');
    assert.equal(nextLocal({ ...rule, day: 31 }, '2027-03-31T09:00'), '2027-04-30T09:00');
  });

  test('the first, third and last of a weekday in a month', () => {
    const rule = { kind: 'monthly-on-weekday', weekday: 2, time: '09:00', from: '2026-11-24' } as const;
    assert.equal(nextLocal({ ...rule, nth: 1 }, '2026-11-24T00:00'), '2026-12-01T09:00');
    assert.equal(nextLocal({ ...rule, nth: 3 }, '2026-11-24T00:00'), '2026-12-15T09:00');
    assert.equal(nextLocal({ ...rule, nth: 'last' }, '2026-11-24T00:00'), '2026-11-24T09:00');
    assert.equal(nextLocal({ ...rule, nth: 'last' }, '2026-11-24T09:00'), '2026-12-29T09:00', 'the fifth Tuesday');
  });

  test('every second week is counted from the week of the first of its days', () => {
    const rule: Recurrence = { kind: 'every-n-weeks', every: 2, days: [1, 5], time: '09:00', from: '2026-11-25' };
    assert.deepEqual(locals(rule, instantOf('2026-11-24T00:00'), 4).map(dateOf), [
      '2026-11-27',
      '2026-12-07',
      '2026-12-11',
      '2026-12-21',
    ]);
    const tuesdays: Recurrence = { ...rule, days: [2] };
    assert.deepEqual(
      locals(tuesdays, instantOf('2026-11-24T00:00'), 2).map(dateOf),
      ['2026-12-01', '2026-12-15'],
      'set on a Wednesday, the first Tuesday is the next one',
    );
  });

  test('every third day, several times a day, without the days left out', () => {
    const rule: Recurrence = {
      kind: 'every-n-days',
      every: 3,
      time: '08:00',
      andAt: ['13:00', '18:00'],
      from: '2026-11-24',
      until: '2026-12-03',
      except: ['2026-11-27'],
    };
    assert.deepEqual(locals(rule, instantOf('2026-11-24T10:00'), 20), [
      '2026-11-24T13:00',
      '2026-11-24T18:00',
      '2026-11-30T08:00',
      '2026-11-30T13:00',
      '2026-11-30T18:00',
      '2026-12-03T08:00',
      '2026-12-03T13:00',
      '2026-12-03T18:00',
    ]);
  });
});

test('several times a day come in order and once each, however they stand in the row', () => {
  const rule: Recurrence = { kind: 'daily', time: '18:00', andAt: ['08:00', '18:00', '13:00'], from: '2026-11-24' };
  assert.deepEqual(locals(rule, instantOf('2026-11-24T00:00'), 4), [
    '2026-11-24T08:00',
    '2026-11-24T13:00',
    '2026-11-24T18:00',
    '2026-11-25T08:00',
  ]);
});

describe('the ends of a rule', () => {
  test('T28 midnight belongs to the day that begins', () => {
    const rule: Recurrence = { kind: 'daily', time: '00:00', from: '2026-11-24', until: '2026-11-25' };
    assert.deepEqual(locals(rule, instantOf('2026-11-23T12:00'), 5), ['2026-11-24T00:00', '2026-11-25T00:00']);
  });

  test('T28 of any rule due at midnight, each midnight is met once by whoever asks right before and right after', () => {
    fc.assert(
      fc.property(anyDay.chain(recurrenceFrom), anyDay, (any, day) => {
        const midnight = instantOf(atTime(day, '00:00'));
        if (any.kind === 'once' || any.kind === 'every-n-hours') return;
        const { andAt: _only, ...one } = any;
        const rule: Recurrence = { ...one, time: '00:00' };
        const before = nextOccurrence(rule, midnight - 1);
        const after = nextOccurrence(rule, midnight);
        assert.equal(before?.at === midnight, slowDays(rule, day, day).length === 1);
        assert.ok(after === undefined || after.at > midnight);
      }),
      { numRuns: 1_000 },
    );
  });

  test('T21 a time that has passed today comes again at the next day of the rule', () => {
    const rule: Recurrence = { kind: 'daily', time: '08:00', from: '2026-11-24' };
    assert.equal(nextOccurrence(rule, instantOf('2026-11-24T08:00'))?.local, '2026-11-25T08:00');
    assert.equal(nextOccurrence(rule, instantOf('2026-11-24T08:00') - 1)?.local, '2026-11-24T08:00');
  });

  test('one whose next is years away is found', () => {
    const rule: Recurrence = {
      kind: 'every-n-days',
      every: 365,
      time: '09:00',
      from: '2030-01-01',
      except: ['2030-01-01', '2031-01-01'],
    };
    assert.equal(nextOccurrence(rule, instantOf('2026-11-24T10:00'))?.local, '2032-01-01T09:00');
    const last: Recurrence = { kind: 'monthly-on-date', day: 31, time: '09:00', from: '2035-02-01' };
    assert.equal(nextOccurrence(last, instantOf('2026-11-24T10:00'))?.local, '2035-02-28T09:00');
  });

  test('a rule that has run out, or names no day, has no next', () => {
    const over = { time: '08:00', from: '2026-11-01', until: '2026-11-23' } as const;
    for (const rule of [
      { kind: 'once', at: '2026-11-24T08:00' },
      { kind: 'daily', ...over },
      { kind: 'every-n-days', every: 30, ...over },
      { kind: 'every-n-weeks', every: 4, days: [7], ...over },
      { kind: 'monthly-on-date', day: 24, ...over },
      { kind: 'monthly-on-weekday', nth: 'last', weekday: 2, ...over },
      { kind: 'daily', time: '08:00', from: '2026-11-24', until: '2026-11-25', except: ['2026-11-25'] },
      { kind: 'chosen-weekdays', days: [], time: '08:00', from: '2026-11-01' },
      { kind: 'every-n-weeks', every: 2, days: [], time: '08:00', from: '2026-11-01' },
      { kind: 'chosen-weekdays', days: [7], time: '08:00', from: '2026-11-23', until: '2026-11-28' },
      { kind: 'every-n-hours', every: 72, first: '2026-11-21T09:00+00:00', until: '2026-11-26' },
    ] as const)
      assert.equal(nextOccurrence(rule, instantOf('2026-11-24T09:00')), undefined, JSON.stringify(rule));
  });

  test('the one that follows is the same whether one steps on or asks anew', () => {
    fc.assert(
      fc.property(anyRecurrence, anyInstant, (rule, now) => {
        const [one, next] = nextOccurrences(rule, now, 2);
        if (one === undefined || one.at === next?.at) return;
        assert.deepEqual(nextOccurrence(rule, one.at), occurrenceAfter(rule, one.local));
      }),
      { numRuns: 1_000 },
    );
  });
});
