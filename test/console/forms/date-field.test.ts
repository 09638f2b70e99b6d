import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readDate, typedDateOf } from '../../../lambda/console/forms/date-field.ts';
import { addDays } from '../../../lambda/core/kernel/uk-time.ts';

const typed = (day: string, month: string, year: string) => ({ day, month, year });

describe('a date in three boxes', () => {
  test('is read with or without noughts, and with a year of two digits', () => {
    assert.deepEqual(readDate(typed('1', '3', '2027')), { date: '2027-03-01' });
    assert.deepEqual(readDate(typed('01', '03', '2027')), { date: '2027-03-01' });
    assert.deepEqual(readDate(typed('1', '3', '27')), { date: '2027-03-01' });
    assert.deepEqual(readDate(typed('29', '2', '2028')), { date: '2028-02-29' });
  });

  test('left empty it is missing, half filled it is incomplete', () => {
    assert.equal(readDate(typed('', '', '')), 'date-missing');
    for (const half of [typed('1', '', '2027'), typed('', '3', ''), typed('1', '3', '')])
      assert.equal(readDate(half), 'date-incomplete');
  });

  test('a day that does not exist is refused', () => {
    for (const wrong of [
      typed('31', '2', '2027'),
      typed('29', '2', '2027'),
      typed('0', '3', '2027'),
      typed('1', '13', '2027'),
      typed('1', '3', '227'),
      typed('one', '3', '2027'),
      typed('1', '-3', '2027'),
      typed('1.0', '3', '2027'),
    ])
      assert.equal(readDate(wrong), 'date-wrong', JSON.stringify(wrong));
  });

  test('every date is read back from its own boxes', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20_000 }), (days) => {
        const date = addDays('2020-01-01', days);
        assert.deepEqual(readDate(typedDateOf(date)), { date });
      }),
    );
  });
});
