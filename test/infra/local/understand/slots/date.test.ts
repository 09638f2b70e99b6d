import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ordinalWords } from '../../../../../infra/local/understand/number-words.ts';
import { isoWeek } from '../../../../../infra/local/understand/slots/calendar.ts';
import { dateValue, MONTH_NAMES } from '../../../../../infra/local/understand/slots/date.ts';
import { hear } from '../../../../../infra/local/understand/words.ts';
import { addDays, calendarDay } from '../../../../../lambda/core/kernel/uk-time.ts';

const onTuesday = (phrase: string, today = '2026-11-24') =>
  dateValue(
    hear(phrase).map(({ word }) => word),
    today,
  );

describe('AMAZON.DATE, said on Tuesday 24 November 2026', () => {
  const cases: readonly (readonly [phrase: string, value: string | undefined])[] = [
    ['today', '2026-11-24'],
    ['tomorrow', '2026-11-25'],
    ['yesterday', '2026-11-23'],
    ['the day after tomorrow', '2026-11-26'],
    ['now', 'PRESENT_REF'],
    ['Tuesday', '2026-11-24'],
    ['on monday', '2026-11-30'],
    ['this friday', '2026-11-27'],
    ['next Tuesday', '2026-12-01'],
    ['next thursday', '2026-12-03'],
    ['last friday', '2026-11-20'],
    ['a week on Tuesday', '2026-12-01'],
    ['thursday week', '2026-12-03'],
    ['a fortnight on monday', '2026-12-14'],
    ['a week today', '2026-12-01'],
    ['a week tomorrow', '2026-12-02'],
    ['in three days', '2026-11-27'],
    ['in two weeks', '2026-12-08'],
    ["in a fortnight's time", '2026-12-08'],
    ['the 26th', '2026-11-26'],
    ['the third', '2026-12-03'],
    ['the thirty first', '2026-12-31'],
    ['26th of November', '2026-11-26'],
    ['the twenty third of november', '2027-11-23'],
    ['november the twenty sixth', '2026-11-26'],
    ['thursday the twenty sixth', '2026-11-26'],
    ['thursday the 26th of november', '2026-11-26'],
    ['the 1st of March 2027', '2027-03-01'],
    ['the first of march twenty twenty eight', '2028-03-01'],
    ['the twenty ninth of february', '2028-02-29'],
    ['Christmas Day', '2026-12-25'],
    ['boxing day', '2026-12-26'],
    ["new year's day", '2027-01-01'],
    ['this week', '2026-W48'],
    ['next week', '2026-W49'],
    ['last week', '2026-W47'],
    ['the weekend', '2026-W48-WE'],
    ['at the weekend', '2026-W48-WE'],
    ['next weekend', '2026-W49-WE'],
    ['this month', '2026-11'],
    ['next month', '2026-12'],
    ['in December', '2026-12'],
    ['october', '2027-10'],
    ['this year', '2026'],
    ['next year', '2027'],
    ['this winter', '2026-WI'],
    ['the thirtieth of february', undefined],
    ['the thirty second', undefined],
    ['tonight', undefined],
    ['blue', undefined],
    ['', undefined],
  ];
  for (const [phrase, value] of cases) {
    test(`"${phrase}" is ${value ?? 'no date'}`, () => assert.equal(onTuesday(phrase), value));
  }

  test('at the turn of the year the week belongs to the year of its Thursday', () => {
    assert.deepEqual(['2026-12-31', '2027-01-01', '2027-01-03', '2027-01-04', '2024-12-30'].map(isoWeek), [
      '2026-W53',
      '2026-W53',
      '2026-W53',
      '2027-W01',
      '2025-W01',
    ]);
    assert.equal(onTuesday('next weekend', '2026-12-29'), '2027-W01-WE');
    assert.equal(onTuesday('next month', '2026-12-29'), '2027-01');
  });

  test('any day of the coming year is found by its day and month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (ahead) => {
        const date = addDays('2026-11-24', ahead);
        const { day, month } = calendarDay(date);
        assert.equal(onTuesday(`the ${ordinalWords(day).join(' ')} of ${MONTH_NAMES[month - 1]}`), date);
      }),
    );
  });
});
