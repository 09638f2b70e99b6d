import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { DAY } from '../../../lambda/core/kernel/clock.ts';
import {
  addDays,
  atTime,
  dateOf,
  instantOf,
  localDateTime,
  timeOf,
  type Weekday,
  weekdayOf,
} from '../../../lambda/core/kernel/uk-time.ts';
import { nextOccurrence, type Occurrence, occurrenceAfter } from '../../../lambda/core/timetable/occurrence.ts';
import { nextLocal, occursAt, type Recurrence } from '../../../lambda/core/timetable/recurrence.ts';

const time = fc.constantFrom('00:00', '00:30', '01:00', '01:30', '02:00', '07:00', '12:15', '23:59');
const day = fc.oneof(
  fc.constantFrom('2027-03-26', '2027-03-28', '2027-10-29', '2027-10-31'),
  fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-11-01', days)),
);
const span = fc
  .tuple(day, fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }))
  .map(([from, days]) => (days === undefined ? { from } : { from, until: addDays(from, days) }));
const days = fc.subarray([1, 2, 3, 4, 5, 6, 7] satisfies Weekday[], { minLength: 1 });

const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.tuple(day, time).map(([on, at]) => ({ kind: 'once' as const, at: atTime(on, at) })),
  fc.tuple(span, time).map(([held, at]) => ({ kind: 'daily' as const, time: at, ...held })),
  fc.tuple(span, time).map(([held, at]) => ({ kind: 'weekdays' as const, time: at, ...held })),
  fc
    .tuple(span, time, days)
    .map(([held, at, on]) => ({ kind: 'chosen-weekdays' as const, days: on, time: at, ...held })),
);
const instant = fc
  .tuple(day, fc.integer({ min: -2 * DAY, max: 2 * DAY }))
  .map(([on, off]) => instantOf(atTime(on, '01:30')) + off);

/** The first occurrences after an instant, as a tick would walk through them. */
const walk = (rule: Recurrence, from: number, steps: number): readonly Occurrence[] => {
  const found: Occurrence[] = [];
  for (let next = nextOccurrence(rule, from); next !== undefined && found.length < steps; ) {
    found.push(next);
    next = occurrenceAfter(rule, next.local);
  }
  return found;
};

/** Every wall minute of the rule's own time of day from one day to another, the slow and certain way. */
const namedBetween = (rule: Recurrence, from: string, to: string): readonly string[] => {
  const at = rule.kind === 'once' ? timeOf(rule.at) : rule.time;
  const named: string[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) if (occursAt(rule, atTime(on, at))) named.push(atTime(on, at));
  return named;
};

describe('the occurrences of a rule', () => {
  test('each is named by the rule, later than now, later than the one before on the dial, and never earlier in time', () => {
    fc.assert(
      fc.property(recurrence, instant, (rule, now) => {
        const found = walk(rule, now, 10);
        assert.ok(found.every(({ local, at }) => occursAt(rule, local) && at > now && at === instantOf(local)));
        assert.ok(
          found.every(
            (one, n) => n === 0 || (one.local > (found[n - 1]?.local ?? '') && one.at >= (found[n - 1]?.at ?? 0)),
          ),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('none is skipped', () => {
    fc.assert(
      fc.property(recurrence, instant, (rule, now) => {
        const found = walk(rule, now, 10).map(({ local }) => local);
        const last = found.at(-1) ?? atTime(addDays(dateOf(localDateTime(now)), 30), '00:00');
        const expected = namedBetween(rule, addDays(dateOf(localDateTime(now)), -1), dateOf(last)).filter(
          (local) => instantOf(local) > now && (found.length === 0 || local <= last),
        );
        if (rule.kind !== 'once' || found.length > 0) assert.deepEqual(found, expected);
      }),
      { numRuns: 500 },
    );
  });

  test('T16 Tuesdays at nine are always Tuesdays at nine, for ten years', () => {
    const rule: Recurrence = { kind: 'chosen-weekdays', days: [2], time: '09:00', from: '2026-11-24' };
    const found = walk(rule, instantOf('2026-11-24T08:59'), 522);
    assert.equal(found.length, 522);
    assert.ok(
      found.every(
        ({ at, local }) => localDateTime(at) === local && timeOf(local) === '09:00' && weekdayOf(dateOf(local)) === 2,
      ),
    );
    assert.equal(found.at(-1)?.local, '2036-11-18T09:00');
  });

  test('T12 daily at seven is at seven on the wall across both changes', () => {
    const rule: Recurrence = { kind: 'daily', time: '07:00', from: '2027-01-01' };
    const found = walk(rule, instantOf('2027-01-01T00:00'), 365);
    assert.equal(found.length, 365);
    assert.ok(found.every(({ at }) => localDateTime(at).endsWith('T07:00')));
  });

  test('T11 daily at half past one fires once on the spring night, at two', () => {
    const rule: Recurrence = { kind: 'daily', time: '01:30', from: '2027-03-01' };
    const found = walk(rule, instantOf('2027-03-28T00:00'), 2);
    assert.deepEqual(
      found.map(({ local, at }) => [local, localDateTime(at)]),
      [
        ['2027-03-28T01:30', '2027-03-28T02:00'],
        ['2027-03-29T01:30', '2027-03-29T01:30'],
      ],
    );
  });

  test('T14 daily at half past one fires once on the autumn night, and not again in the repeated hour', () => {
    const rule: Recurrence = { kind: 'daily', time: '01:30', from: '2027-10-01' };
    const first = instantOf('2027-10-31T01:30');
    assert.equal(nextOccurrence(rule, first - 1)?.at, first);
    for (const later of [first, first + 20 * 60_000, first + 45 * 60_000, first + 60 * 60_000])
      assert.equal(nextOccurrence(rule, later)?.local, '2027-11-01T01:30');
  });

  test('T28 midnight belongs to the day that begins', () => {
    const rule: Recurrence = { kind: 'daily', time: '00:00', from: '2026-11-24', until: '2026-11-25' };
    assert.deepEqual(
      walk(rule, instantOf('2026-11-23T12:00'), 5).map(({ local }) => local),
      ['2026-11-24T00:00', '2026-11-25T00:00'],
    );
  });

  test('a weekday rule passes over the weekend', () => {
    const rule: Recurrence = { kind: 'weekdays', time: '08:00', from: '2026-11-01' };
    assert.equal(nextLocal(rule, '2026-11-27T08:00'), '2026-11-30T08:00');
  });

  test('T21 a time that has passed today comes again at the next day of the rule', () => {
    const rule: Recurrence = { kind: 'daily', time: '08:00', from: '2026-11-24' };
    assert.equal(nextOccurrence(rule, instantOf('2026-11-24T08:00'))?.local, '2026-11-25T08:00');
    assert.equal(nextOccurrence(rule, instantOf('2026-11-24T08:00') - 1)?.local, '2026-11-24T08:00');
  });

  test('a rule that has run out, or names no day, has no next', () => {
    assert.equal(nextLocal({ kind: 'once', at: '2026-11-24T08:00' }, '2026-11-24T08:00'), undefined);
    assert.equal(
      nextLocal({ kind: 'daily', time: '08:00', from: '2026-11-01', until: '2026-11-23' }, '2026-11-23T08:00'),
      undefined,
    );
    assert.equal(
      nextLocal({ kind: 'chosen-weekdays', days: [], time: '08:00', from: '2026-11-01' }, '2026-11-02T00:00'),
      undefined,
    );
    assert.equal(
      nextLocal(
        { kind: 'chosen-weekdays', days: [7], time: '08:00', from: '2026-11-23', until: '2026-11-28' },
        '2026-11-23T00:00',
      ),
      undefined,
      'no Sunday lies in the span',
    );
  });
});
