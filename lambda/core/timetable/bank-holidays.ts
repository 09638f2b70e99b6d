import type { LocalDate } from '../kernel/uk-time.ts';
import type { Nation } from '../people/home.ts';

/**
 * The bank holidays of the four nations, substitute days included, as published on https://www.gov.uk/bank-holidays (and
 * https://www.gov.uk/bank-holidays.json) for 2026 and 2027. They follow the Banking and Financial Dealings Act 1971, schedule 1,
 * the St Andrew's Day Bank Holiday (Scotland) Act 2007 and the days that are proclaimed each year.
 */
const ENGLAND_AND_WALES: readonly LocalDate[] = [
  '2026-01-01',
  '2026-04-03',
  '2026-04-06',
  '2026-05-04',
  '2026-05-25',
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  '2027-05-31',
  '2027-08-30',
  '2027-12-27',
  '2027-12-28',
];

const SCOTLAND: readonly LocalDate[] = [
  '2026-01-01',
  '2026-01-02',
  '2026-04-03',
  '2026-05-04',
  '2026-05-25',
  '2026-06-15', // proclaimed for that year only
  '2026-08-03',
  '2026-11-30',
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-01-04',
  '2027-03-26',
  '2027-05-03',
  '2027-05-31',
  '2027-08-02',
  '2027-11-30',
  '2027-12-27',
  '2027-12-28',
];

const NORTHERN_IRELAND: readonly LocalDate[] = [
  '2026-01-01',
  '2026-03-17',
  '2026-04-03',
  '2026-04-06',
  '2026-05-04',
  '2026-05-25',
  '2026-07-13',
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-17',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  '2027-05-31',
  '2027-07-12',
  '2027-08-30',
  '2027-12-27',
  '2027-12-28',
];

export const BANK_HOLIDAYS: Readonly<Record<Nation, readonly LocalDate[]>> = {
  england: ENGLAND_AND_WALES,
  wales: ENGLAND_AND_WALES,
  scotland: SCOTLAND,
  'northern-ireland': NORTHERN_IRELAND,
};

/** The last day of which it is known whether it is a bank holiday: whole years are published. */
export const BANK_HOLIDAYS_KNOWN_UNTIL: LocalDate = '2027-12-31';

/**
 * Whether a date is known to be a bank holiday in a nation. After the last known day none is: a Reminder too many is better than
 * one that is silently left out by a guess, and the sentence of a rule says until when they are known.
 */
export const isBankHoliday = (nation: Nation, date: LocalDate): boolean => BANK_HOLIDAYS[nation].includes(date);
