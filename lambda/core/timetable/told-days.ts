import { addDays, type LocalDate, weekdayOf } from '../kernel/uk-time.ts';
import type { Nation } from '../people/home.ts';
import { isBankHoliday } from './bank-holidays.ts';
import { nextNamedDay } from './named-days.ts';
import type { DayRecurrence } from './recurrence.ts';

const isWorkingDay = (nation: Nation, date: LocalDate): boolean => weekdayOf(date) <= 5 && !isBankHoliday(nation, date);

const nextWorkingDay = (nation: Nation, date: LocalDate): LocalDate => {
  const next = addDays(date, 1);
  return isWorkingDay(nation, next) ? next : nextWorkingDay(nation, next);
};

/** The first day whose occurrence may have been moved to this date or beyond: the days off right before it. */
const movedFrom = (nation: Nation, date: LocalDate): LocalDate => {
  const before = addDays(date, -1);
  return isWorkingDay(nation, before) ? date : movedFrom(nation, before);
};

/** On which day the occurrence of a named day is told, if at all. */
const toldOn = ({ except = [], bankHolidays, until }: DayRecurrence, named: LocalDate): LocalDate | undefined => {
  if (except.includes(named)) return undefined;
  if (bankHolidays === undefined || !isBankHoliday(bankHolidays.nation, named)) return named;
  if (bankHolidays.instead === 'nothing') return undefined;
  const moved = nextWorkingDay(bankHolidays.nation, named);
  return except.includes(moved) || (until !== undefined && moved > until) ? undefined : moved;
};

/**
 * The first day on or after a date on which a rule is told, with the dates it leaves out and its bank holidays. One that is moved
 * to a day of the rule is told once there; nothing is told after the last day. Only days left out or off are stepped over.
 */
export const nextToldDay = (rule: DayRecurrence, onOrAfter: LocalDate): LocalDate | undefined => {
  const { bankHolidays } = rule;
  const moves = bankHolidays?.instead === 'next-working-day';
  let first: LocalDate | undefined;
  let named = nextNamedDay(rule, moves ? movedFrom(bankHolidays.nation, onOrAfter) : onOrAfter);
  // A day off may be moved past a later day of the rule, so the search goes on until no earlier one can come.
  while (named !== undefined && (first === undefined || named < first)) {
    const told = toldOn(rule, named);
    if (told !== undefined && told >= onOrAfter && (first === undefined || told < first)) first = told;
    named = first !== undefined && first <= named ? undefined : nextNamedDay(rule, addDays(named, 1));
  }
  return first;
};
