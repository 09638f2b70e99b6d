import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BANK_HOLIDAYS } from '../../../../infra/local/demo-council/bank-holidays.ts';
import { workingDay } from '../../../../infra/local/demo-council/harbour-county-council.ts';
import { bankHolidaysByRule } from '../../../support/bank-holidays-by-rule.ts';

test('the bank holidays of 2026 to 2028 are those of the rules', () => {
  assert.deepEqual(
    BANK_HOLIDAYS,
    [2026, 2027, 2028].flatMap((year) => bankHolidaysByRule('england', year)),
  );
});

test('a working day is neither at the weekend nor a bank holiday', () => {
  assert.equal(workingDay('2026-11-24', 2), '2026-11-26');
  assert.equal(workingDay('2026-12-24', 1), '2026-12-29');
  assert.equal(workingDay('2026-12-29', -1), '2026-12-24');
});
