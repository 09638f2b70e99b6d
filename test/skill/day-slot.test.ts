import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { dayAsked } from '../../lambda/skill/day-slot.ts';

const TODAY = '2026-11-24';
const day = (one: string) => ({ kind: 'day', day: one });
const days = (from: string, to: string) => ({ kind: 'days', days: { from, to } });

describe('every form of AMAZON.DATE, seen from Tuesday the 24th of November 2026', () => {
  const forms: Readonly<Record<string, object>> = {
    '2026-11-24': day('2026-11-24'),
    '2026-12-07': day('2026-12-07'),
    '2026-12-08': { kind: 'day-too-far' },
    '2026-11-23': { kind: 'day-gone' },
    '2026-02-30': { kind: 'day-not-understood' },
    PRESENT_REF: day(TODAY),
    '2026-W48': days('2026-11-24', '2026-11-29'),
    '2026-W49': days('2026-11-30', '2026-12-06'),
    '2026-W47': { kind: 'day-gone' },
    '2026-W48-WE': days('2026-11-28', '2026-11-29'),
    '2026-W50': day('2026-12-07'),
    '2026-W54': { kind: 'day-not-understood' },
    '2026-W00': { kind: 'day-not-understood' },
    '2026-11': days('2026-11-24', '2026-11-30'),
    '2026-12': days('2026-12-01', '2026-12-07'),
    '2026-12-XX': days('2026-12-01', '2026-12-07'),
    '2026-13': { kind: 'day-not-understood' },
    '2027-01': { kind: 'day-too-far' },
    '2026': days('2026-11-24', '2026-12-07'),
    '2025': { kind: 'day-gone' },
    '202X': days('2026-11-24', '2026-12-07'),
    '203X': { kind: 'day-too-far' },
    '2026-FA': days('2026-11-24', '2026-11-30'),
    '2026-WI': days('2026-12-01', '2026-12-07'),
    '2026-SP': { kind: 'day-gone' },
    '2027-SU': { kind: 'day-too-far' },
    '': { kind: 'day-not-understood' },
    'next tuesday': { kind: 'day-not-understood' },
    '?': { kind: 'day-not-understood' },
  };
  for (const [value, asked] of Object.entries(forms))
    test(`"${value}"`, () => assert.deepEqual(dayAsked(value, TODAY), asked));

  test('no slot is no day', () => assert.deepEqual(dayAsked(undefined, TODAY), { kind: 'no-day' }));

  test('the first week of a year may begin in the year before', () => {
    assert.deepEqual(dayAsked('2026-W53', '2026-12-28'), days('2026-12-28', '2027-01-03'));
    assert.deepEqual(dayAsked('2027-W01', '2027-01-01'), days('2027-01-04', '2027-01-10'));
    assert.deepEqual(dayAsked('2025-W01', '2024-12-30'), days('2024-12-30', '2025-01-05'));
  });

  test('anything at all is answered with days that a turn reads, or refused by name', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (value) => {
        const asked = dayAsked(value, TODAY);
        if (asked.kind === 'days') assert.ok(asked.days.from >= TODAY && asked.days.to <= '2026-12-07');
        if (asked.kind === 'day') assert.ok(asked.day >= TODAY && asked.day <= '2026-12-07');
      }),
    );
  });
});
