import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { HOUR } from '../../../lambda/core/kernel/clock.ts';
import {
  addDays,
  addWallMinutes,
  atTime,
  dayOfMonth,
  daysBetween,
  hasOffset,
  instantOf,
  isInWindow,
  isLocalDate,
  isLocalTime,
  localDate,
  localDateTime,
  localTime,
  monthAfter,
  monthOf,
  offsetDateTime,
  weekdayOf,
  weekdayOfMonth,
} from '../../../lambda/core/kernel/uk-time.ts';

const time = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);

/** Half of the days are those on which the clocks change, or their neighbours. */
const changeDays = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31', '2028-03-26', '2028-10-29'];
const anyDay = fc.oneof(
  fc.constantFrom(...changeDays).chain((day) => fc.integer({ min: -1, max: 1 }).map((more) => addDays(day, more))),
  fc.integer({ min: 0, max: 3652 }).map((days) => addDays('2026-01-01', days)),
);
const wallTime = fc.tuple(anyDay, time).map(([day, at]) => atTime(day, at));
const utc = (text: string): number => Date.parse(text);

describe('a wall time in the United Kingdom', () => {
  test('T13 of any two wall times the later one is never the earlier instant', () => {
    fc.assert(
      fc.property(wallTime, wallTime, (one, other) => {
        const [first, second] = one <= other ? [one, other] : [other, one];
        assert.ok(instantOf(first) <= instantOf(second), `${first} ${second}`);
      }),
      { numRuns: 2_000 },
    );
  });

  test('T12 the clock shows a wall time at its instant, whatever the season', () => {
    fc.assert(
      fc.property(wallTime, (at) => {
        fc.pre(!isInSpringGap(at));
        assert.equal(localDateTime(instantOf(at)), at);
        assert.notEqual(localDateTime(instantOf(at) - 1), at, 'no earlier instant shows it');
      }),
      { numRuns: 2_000 },
    );
  });

  test('T11 a time in the spring gap is the first instant after the gap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('2026-03-29', '2027-03-28', '2028-03-26'),
        fc.integer({ min: 0, max: 59 }),
        (day, m) => {
          const instant = instantOf(atTime(day, `01:${String(m).padStart(2, '0')}`));
          assert.equal(instant, instantOf(atTime(day, '02:00')));
          assert.equal(localDateTime(instant - 1), atTime(day, '00:59'));
        },
      ),
    );
    assert.equal(instantOf('2027-03-28T01:30'), utc('2027-03-28T01:00Z'));
  });

  test('T14 a time in the repeated autumn hour is the first of the two', () => {
    assert.equal(instantOf('2027-10-31T01:30'), utc('2027-10-31T00:30Z'));
    assert.equal(localDateTime(utc('2027-10-31T01:30Z')), '2027-10-31T01:30', 'the dial shows it twice');
    assert.equal(instantOf('2027-10-31T02:00'), utc('2027-10-31T02:00Z'));
  });

  test('summer is an hour ahead of Greenwich, winter is not', () => {
    assert.equal(instantOf('2026-07-01T08:00'), utc('2026-07-01T07:00Z'));
    assert.equal(instantOf('2026-11-24T08:00'), utc('2026-11-24T08:00Z'));
    assert.equal(localDate(utc('2026-07-01T23:30Z')), '2026-07-02');
    assert.equal(localTime(utc('2026-07-01T23:30:59.999Z')), '00:30', 'seconds are cut off');
  });

  test('days and minutes are counted on the dial', () => {
    assert.equal(addDays('2028-02-28', 2), '2028-03-01');
    assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
    assert.equal(daysBetween('2026-03-30', '2026-03-28'), -2);
    assert.equal(addWallMinutes('2027-03-28T00:50', 20), '2027-03-28T01:10');
    assert.equal(addWallMinutes('2026-12-31T23:50', 20), '2027-01-01T00:10');
    assert.equal(weekdayOf('2026-11-24'), 2);
    assert.equal(weekdayOf('2026-11-29'), 7);
  });

  test('months are as long as the calendar says, and have four or five of a weekday', () => {
    assert.deepEqual(
      [1, 28, 31].map((day) => dayOfMonth('2027-02', day)),
      ['2027-02-01', '2027-02-28', '2027-02-28'],
    );
    assert.equal(dayOfMonth('2028-02', 30), '2028-02-29');
    assert.deepEqual(
      [monthOf('2026-12-31'), monthAfter('2026-12'), monthAfter('2027-01')],
      ['2026-12', '2027-01', '2027-02'],
    );
    assert.equal(weekdayOfMonth('2026-12', 1, 2), '2026-12-01');
    assert.equal(weekdayOfMonth('2026-12', 'last', 2), '2026-12-29', 'the fifth');
    assert.equal(weekdayOfMonth('2027-02', 'last', 7), '2027-02-28', 'the fourth');
  });

  test('T15 with its offset a local date-time names one instant, and the repeated hour two', () => {
    fc.assert(
      fc.property(wallTime, fc.integer({ min: -180, max: 180 }), (at, minutes) => {
        const instant = instantOf(at) + minutes * 60_000;
        const named = offsetDateTime(instant);
        assert.equal(instantOf(named), instant);
        assert.equal(named.slice(0, 16), localDateTime(instant));
        assert.ok(hasOffset(named) && !hasOffset(at));
      }),
      { numRuns: 2_000 },
    );
    assert.equal(offsetDateTime(utc('2027-10-31T00:30Z')), '2027-10-31T01:30+01:00');
    assert.equal(offsetDateTime(utc('2027-10-31T01:30Z')), '2027-10-31T01:30+00:00');
  });

  test('the day the clocks change has 23 or 25 hours', () => {
    const hoursOf = (day: string) =>
      (instantOf(atTime(addDays(day, 1), '00:00')) - instantOf(atTime(day, '00:00'))) / HOUR;
    assert.deepEqual(['2027-03-28', '2027-10-31', '2027-06-01'].map(hoursOf), [23, 25, 24]);
  });

  test('what is no date and no time is known as such', () => {
    for (const good of ['2028-02-29', '2026-11-24']) assert.ok(isLocalDate(good), good);
    for (const bad of ['2026-02-29', '2026-13-01', '26-11-24', '2026-11-24T08:00', '', '2026-1-1', '2026-11-24 '])
      assert.ok(!isLocalDate(bad), bad);
    for (const good of ['00:00', '23:59']) assert.ok(isLocalTime(good), good);
    for (const bad of ['24:00', '8:00', '08:60', '', '08:00:00']) assert.ok(!isLocalTime(bad), bad);
  });
});

describe('a window of the day', () => {
  test('T27 it holds its start and not its end, over midnight too, and its opposite holds the rest', () => {
    fc.assert(
      fc.property(time, time, time, (at, start, end) => {
        fc.pre(start !== end);
        assert.equal(isInWindow(at, start, end), !isInWindow(at, end, start));
        assert.ok(isInWindow(start, start, end));
        assert.ok(!isInWindow(end, start, end));
      }),
    );
    assert.ok(isInWindow('23:30', '22:00', '07:00'));
    assert.ok(isInWindow('00:00', '22:00', '07:00'));
    assert.ok(!isInWindow('12:00', '22:00', '07:00'));
  });

  test('T27 over the nights the clocks change it runs from its wall time to its wall time, an hour more or less', () => {
    fc.assert(
      fc.property(fc.constantFrom(...changeDays), time, time, (day, one, other) => {
        const [end, start] = one < other ? [one, other] : [other, one];
        fc.pre(end < start && !end.startsWith('01:') && !start.startsWith('01:') && end < '12:00' && start > '12:00');
        const [opens, closes] = [instantOf(atTime(addDays(day, -1), start)), instantOf(atTime(day, end))];
        for (
          let at = instantOf(atTime(addDays(day, -1), '12:00'));
          at < instantOf(atTime(day, '12:00'));
          at += 7 * 60_000
        )
          assert.equal(isInWindow(localTime(at), start, end), at >= opens && at < closes);
      }),
      { numRuns: 60 },
    );
  });

  test('a window that ends as it begins holds nothing', () => {
    assert.ok(!isInWindow('08:00', '08:00', '08:00'));
  });
});

/** Between 01:00 and 02:00 on the last Sunday of March. */
function isInSpringGap(at: string): boolean {
  const day = at.slice(0, 10);
  const isLastSunday = weekdayOf(day) === 7 && day.slice(5, 7) === '03' && addDays(day, 7).slice(5, 7) === '04';
  return isLastSunday && at.slice(11, 13) === '01';
}
