import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { nextRing } from '../../../infra/local/virtual-alexa/reminder-trigger.ts';
import { instantOf, localDateTime } from '../../../lambda/core/kernel/uk-time.ts';
import { type CannotHold, heldRule, recurrenceOf } from '../../../lambda/core/reminders/held-rule.ts';
import { nextOccurrences } from '../../../lambda/core/timetable/occurrence.ts';
import type { DayPattern, Recurrence } from '../../../lambda/core/timetable/recurrence.ts';

const NOW = instantOf('2026-11-24T10:00');
const from = '2026-11-24';
const rule = (pattern: DayPattern, more: object = {}): Recurrence => ({ ...pattern, time: '09:00', from, ...more });

describe('what an Echo can hold', () => {
  const CANNOT: readonly (readonly [Recurrence, CannotHold])[] = [
    [rule({ kind: 'every-n-days', every: 2 }), 'counts-days'],
    [rule({ kind: 'every-n-weeks', every: 2, days: [1] }), 'counts-days'],
    [{ kind: 'every-n-hours', every: 6, first: '2026-11-24T12:00+00:00' }, 'counts-hours'],
    [rule({ kind: 'monthly-on-weekday', nth: 2, weekday: 2 }), 'nth-weekday'],
    [rule({ kind: 'monthly-on-date', day: 29 }), 'end-of-month'],
    [rule({ kind: 'daily' }, { bankHolidays: { nation: 'england', instead: 'nothing' } }), 'bank-holidays'],
    [rule({ kind: 'daily' }, { except: ['2026-12-25'] }), 'leaves-out-days'],
    [rule({ kind: 'daily' }, { time: '01:30' }), 'clock-change-hour'],
    [rule({ kind: 'daily' }, { andAt: ['10:00', '11:00', '12:00'] }), 'many-times'],
    [{ kind: 'once', at: '2027-03-28T01:30' }, 'clock-change-hour'],
  ];
  for (const [recurrence, why] of CANNOT)
    test(`${recurrence.kind} is not placed: ${why}`, () =>
      assert.deepEqual(heldRule(recurrence, NOW), { kind: 'cannot-hold', why }));

  test('what falls at the time of a routine needs no copy; its other times do', () => {
    const twice = rule({ kind: 'daily' }, { andAt: ['18:00'] });
    const holding = heldRule(twice, NOW, ['09:00']);
    assert.ok(holding.kind === 'holds' && holding.rule.kind === 'again');
    assert.deepEqual(holding.rule.times, ['18:00']);
    assert.deepEqual(heldRule(twice, NOW, ['09:00', '18:00']), { kind: 'nothing-left' });
    assert.deepEqual(heldRule({ kind: 'once', at: '2026-11-25T09:00' }, NOW, ['09:00']), { kind: 'nothing-left' });
  });

  test('a day left out that is over is no hindrance', () =>
    assert.equal(heldRule(rule({ kind: 'daily' }, { except: ['2026-11-01'] }), NOW).kind, 'holds'));

  const time = fc
    .tuple(fc.constantFrom(0, 2, 8, 12, 23), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
  const pattern: fc.Arbitrary<DayPattern> = fc.oneof(
    fc.constantFrom<DayPattern>({ kind: 'daily' }, { kind: 'weekdays' }),
    fc
      .uniqueArray(
        fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const, 6 as const, 7 as const),
        {
          minLength: 1,
        },
      )
      .map((days): DayPattern => ({ kind: 'chosen-weekdays', days })),
    fc.integer({ min: 1, max: 28 }).map((day): DayPattern => ({ kind: 'monthly-on-date', day })),
  );

  test('T11 whatever is held rings exactly when the Reminder is due, also over the changes of the clocks', () => {
    fc.assert(
      fc.property(
        pattern,
        fc.uniqueArray(time, { minLength: 1, maxLength: 3 }),
        (days, [first = '09:00', ...andAt]) => {
          const recurrence: Recurrence = { ...days, time: first, andAt, from: '2026-10-20' };
          const start = instantOf('2026-10-20T00:00');
          const holding = heldRule(recurrence, start);
          if (holding.kind !== 'holds') return;
          const due = nextOccurrences(recurrence, start, 12).map(({ at }) => at);
          assert.deepEqual(
            nextOccurrences(recurrenceOf(holding.rule), start, 12).map(({ at }) => at),
            due,
          );
          assert.ok(holding.rule.kind === 'again');
          const { on, times } = holding.rule;
          const dayPart =
            on === 'every-day'
              ? 'FREQ=DAILY;'
              : 'dayOfMonth' in on
                ? `FREQ=MONTHLY;BYMONTHDAY=${on.dayOfMonth};`
                : `FREQ=WEEKLY;BYDAY=${on.map((day) => ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][day - 1]).join(',')};`;
          const trigger = {
            type: 'SCHEDULED_ABSOLUTE' as const,
            timeZoneId: 'Europe/London',
            recurrence: {
              startDateTime: `${holding.rule.from}T00:00:00.000`,
              recurrenceRules: times.map(
                (one) => `${dayPart}BYHOUR=${Number(one.slice(0, 2))};BYMINUTE=${Number(one.slice(3))};BYSECOND=0;`,
              ),
            },
          };
          const rings: number[] = [];
          for (let at = nextRing(trigger, start); at !== null && rings.length < 12; at = nextRing(trigger, at))
            rings.push(at);
          assert.deepEqual(rings.map(localDateTime), due.map(localDateTime));
        },
      ),
    );
  });
});
