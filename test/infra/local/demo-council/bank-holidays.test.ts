import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BANK_HOLIDAYS } from '../../../../infra/local/demo-council/bank-holidays.ts';
import { workingDay } from '../../../../infra/local/demo-council/harbour-county-council.ts';
import { addDays, type LocalDate, type Weekday, weekdayOf } from '../../../../lambda/core/kernel/uk-time.ts';

/** Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
const easter = (year: number): LocalDate => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(sum / 31)).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`;
};

const onOrAfter = (date: LocalDate, weekday: Weekday): LocalDate => addDays(date, (weekday - weekdayOf(date) + 7) % 7);
const lastMonday = (lastDay: LocalDate): LocalDate => addDays(lastDay, -((weekdayOf(lastDay) - 1 + 7) % 7));

/** The next weekday that is not taken yet. */
const substitute = (date: LocalDate, taken: readonly LocalDate[]): LocalDate =>
  weekdayOf(date) > 5 || taken.includes(date) ? substitute(addDays(date, 1), taken) : date;

const byRule = (year: number): readonly LocalDate[] => {
  const christmas = substitute(`${year}-12-25`, []);
  return [
    substitute(`${year}-01-01`, []),
    addDays(easter(year), -2),
    addDays(easter(year), 1),
    onOrAfter(`${year}-05-01`, 1),
    lastMonday(`${year}-05-31`),
    lastMonday(`${year}-08-31`),
    christmas,
    substitute(`${year}-12-26`, [christmas]),
  ].sort();
};

test('the bank holidays of 2026 to 2028 are those of the rules', () => {
  assert.deepEqual(BANK_HOLIDAYS, [2026, 2027, 2028].flatMap(byRule));
});

test('a working day is neither at the weekend nor a bank holiday', () => {
  assert.equal(workingDay('2026-11-24', 2), '2026-11-26');
  assert.equal(workingDay('2026-12-24', 1), '2026-12-29');
  assert.equal(workingDay('2026-12-29', -1), '2026-12-24');
});
