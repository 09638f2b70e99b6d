import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  addDays,
  dateOf,
  instantOf,
  type LocalDate,
  type Weekday,
  weekdayOf,
} from '../../../lambda/core/kernel/uk-time.ts';
import { NATIONS, type Nation } from '../../../lambda/core/people/home.ts';
import {
  BANK_HOLIDAYS,
  BANK_HOLIDAYS_KNOWN_UNTIL,
  isBankHoliday,
} from '../../../lambda/core/timetable/bank-holidays.ts';
import { nextOccurrences } from '../../../lambda/core/timetable/occurrence.ts';
import type { OnBankHolidays, Recurrence } from '../../../lambda/core/timetable/recurrence.ts';
import { bankHolidaysByRule } from '../../support/bank-holidays-by-rule.ts';

const datesOf = (rule: Recurrence, from: LocalDate, atMost: number) =>
  nextOccurrences(rule, instantOf(`${from}T00:00`) - 1, atMost).map(({ local }) => dateOf(local));
const on = (nation: Nation, instead: OnBankHolidays['instead']) => ({ bankHolidays: { nation, instead } }) as const;
const every = (days: readonly Weekday[], more: Partial<OnBankHolidays> & { readonly until?: LocalDate } = {}) => {
  const { nation = 'england', instead = 'nothing', ...rest } = more;
  return { kind: 'chosen-weekdays', days, time: '09:00', from: '2026-11-24', ...on(nation, instead), ...rest } as const;
};

describe('the kept bank holidays', () => {
  test('T18 are those of the law of each nation, with what was proclaimed', () => {
    for (const nation of NATIONS) {
      const byRule = [2026, 2027].flatMap((year) => bankHolidaysByRule(nation, year));
      const proclaimed = nation === 'scotland' ? ['2026-06-15'] : [];
      assert.deepEqual(BANK_HOLIDAYS[nation], [...byRule, ...proclaimed].sort(), nation);
    }
  });

  test('are known for whole years, and after the last known day none is guessed', () => {
    assert.match(BANK_HOLIDAYS_KNOWN_UNTIL, /-12-31$/);
    for (const nation of NATIONS) {
      assert.ok(BANK_HOLIDAYS[nation].every((date) => date <= BANK_HOLIDAYS_KNOWN_UNTIL && weekdayOf(date) <= 5));
      assert.ok(!isBankHoliday(nation, '2028-12-25'));
    }
  });
});

describe('a rule on bank holidays', () => {
  test('T18 leaves out those of its own nation only', () => {
    const march = (nation: Nation) => datesOf({ ...every([3]), ...on(nation, 'nothing') }, '2027-03-15', 1);
    assert.deepEqual(march('northern-ireland'), ['2027-03-24'], 'St Patrick’s Day is left out');
    assert.deepEqual(march('england'), ['2027-03-17']);
    const november = (nation: Nation) => datesOf({ ...every([2]), ...on(nation, 'nothing') }, '2027-11-30', 1);
    assert.deepEqual(november('scotland'), ['2027-12-07'], 'St Andrew’s Day is left out');
    assert.deepEqual(november('wales'), ['2027-11-30']);
    const easter = (nation: Nation) => datesOf({ ...every([1]), ...on(nation, 'nothing') }, '2027-03-29', 1);
    assert.deepEqual(easter('scotland'), ['2027-03-29'], 'Easter Monday is none in Scotland');
    assert.deepEqual(easter('england'), ['2027-04-05']);
  });

  test('moves one to the next working day, over the weekend and a second bank holiday', () => {
    const fridays = every([5], { instead: 'next-working-day' });
    assert.deepEqual(datesOf(fridays, '2026-12-21', 2), ['2026-12-29', '2027-01-04']);
    assert.deepEqual(
      datesOf(fridays, '2027-03-22', 2),
      ['2027-03-30', '2027-04-02'],
      'Good Friday, then Easter Monday',
    );
  });

  test('tells one that is moved to another day of the rule once', () => {
    const rule = every([5, 2], { instead: 'next-working-day' });
    assert.deepEqual(datesOf(rule, '2026-12-23', 3), ['2026-12-29', '2027-01-04', '2027-01-05']);
  });

  test('tells a Saturday before the Friday that is moved past it', () => {
    const rule = every([5, 6], { instead: 'next-working-day' });
    assert.deepEqual(datesOf(rule, '2026-12-24', 3), ['2026-12-26', '2026-12-29', '2027-01-02']);
  });

  test('tells nothing after its last day, and nothing on a day left out or instead of one', () => {
    const fridays = every([5], { instead: 'next-working-day', until: '2026-12-28' });
    assert.deepEqual(datesOf(fridays, '2026-12-20', 3), []);
    const rule = every([5], { instead: 'next-working-day' });
    assert.deepEqual(datesOf({ ...rule, except: ['2026-12-25'] }, '2026-12-20', 1), ['2027-01-04']);
    assert.deepEqual(datesOf({ ...rule, except: ['2026-12-29'] }, '2026-12-20', 1), ['2027-01-04']);
  });

  test('goes on as on other days once bank holidays are not known any more', () => {
    const mondays = every([1]);
    assert.deepEqual(datesOf(mondays, addDays(BANK_HOLIDAYS_KNOWN_UNTIL, 1), 2), ['2028-01-03', '2028-01-10']);
  });
});
