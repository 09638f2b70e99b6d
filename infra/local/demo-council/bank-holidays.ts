import type { LocalDate } from '../../../lambda/core/kernel/uk-time.ts';
import { BANK_HOLIDAYS as KNOWN } from '../../../lambda/core/timetable/bank-holidays.ts';

/**
 * Bank holidays in England, 2026 to 2028, substitute days included: those that are published, and for 2028 those of the same rules
 * (Banking and Financial Dealings Act 1971, schedule 1, and the proclaimed days, New Year's Day and early May), so that the demo
 * council's office is shut on them whenever the demo begins.
 */
export const BANK_HOLIDAYS: readonly LocalDate[] = [
  ...KNOWN.england,
  '2028-01-03',
  '2028-04-14',
  '2028-04-17',
  '2028-05-01',
  '2028-05-29',
  '2028-08-28',
  '2028-12-25',
  '2028-12-26',
];
