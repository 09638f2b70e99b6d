import type { Days } from '../core/diary/coming-days.ts';
import { addDays, isLocalDate, type LocalDate, weekdayOf } from '../core/kernel/uk-time.ts';
import { DIARY_DAYS_READ } from '../core/reminders/resident-page.ts';

/** What an AMAZON.DATE slot asks for, cut to the days that a turn reads: from today for two weeks. */
export type DayAsked =
  | { readonly kind: 'no-day' }
  | { readonly kind: 'day'; readonly day: LocalDate }
  | { readonly kind: 'days'; readonly days: Days }
  | { readonly kind: 'day-gone' | 'day-too-far' | 'day-not-understood' };

const WEEK = /^(\d{4})-W(\d{2})(-WE)?$/;
const MONTH = /^(\d{4})-(\d{2})(?:-XX)?$/;
const YEAR = /^(\d{4})$/;
const DECADE = /^(\d{3})X$/;
const SEASON = /^(\d{4})-(SP|SU|FA|WI)$/;

/** The Monday of an ISO 8601 week: the week with the fourth of January is the first. */
const mondayOf = (year: string, week: string): LocalDate => {
  const fourth = `${year}-01-04`;
  return addDays(fourth, 1 - weekdayOf(fourth) + (Number(week) - 1) * 7);
};

const lastOfMonth = (year: number, month: number): LocalDate => {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
};

/** Meteorological seasons; winter runs into the next year. */
const SEASONS: Readonly<Record<string, (year: number) => Days>> = {
  SP: (year) => ({ from: `${year}-03-01`, to: `${year}-05-31` }),
  SU: (year) => ({ from: `${year}-06-01`, to: `${year}-08-31` }),
  FA: (year) => ({ from: `${year}-09-01`, to: `${year}-11-30` }),
  WI: (year) => ({ from: `${year}-12-01`, to: lastOfMonth(year + 1, 2) }),
};

const weekOf = (value: string): Days | undefined => {
  const [, year, week, weekend] = WEEK.exec(value) ?? [];
  if (year === undefined || week === undefined || Number(week) < 1 || Number(week) > 53) return undefined;
  const monday = mondayOf(year, week);
  return { from: weekend === undefined ? monday : addDays(monday, 5), to: addDays(monday, 6) };
};

const monthOf = (value: string): Days | undefined => {
  const [, year, month] = MONTH.exec(value) ?? [];
  const from = `${year}-${month}-01`;
  return year === undefined || month === undefined || !isLocalDate(from)
    ? undefined
    : { from, to: lastOfMonth(Number(year), Number(month)) };
};

const longerOf = (value: string): Days | undefined => {
  const [, year] = YEAR.exec(value) ?? [];
  if (year !== undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const [, decade] = DECADE.exec(value) ?? [];
  if (decade !== undefined) return { from: `${decade}0-01-01`, to: `${decade}9-12-31` };
  const [, inYear, season = ''] = SEASON.exec(value) ?? [];
  return inYear === undefined ? undefined : SEASONS[season]?.(Number(inYear));
};

const within = ({ from, to }: Days, today: LocalDate): DayAsked => {
  const last = addDays(today, DIARY_DAYS_READ - 1);
  if (to < today) return { kind: 'day-gone' };
  if (from > last) return { kind: 'day-too-far' };
  const days = { from: from < today ? today : from, to: to > last ? last : to };
  return days.from === days.to ? { kind: 'day', day: days.from } : { kind: 'days', days };
};

/**
 * Reads every form that an AMAZON.DATE slot takes (Amazon, "Slot Type Reference"): a day, a week, a weekend, a month, a year, a
 * decade, a season, and `PRESENT_REF` for now. Never by the machine's own date parser, which takes most of them for something else.
 */
export const dayAsked = (value: string | undefined, today: LocalDate): DayAsked => {
  if (value === undefined) return { kind: 'no-day' };
  if (value === 'PRESENT_REF') return { kind: 'day', day: today };
  if (isLocalDate(value)) return within({ from: value, to: value }, today);
  const days = weekOf(value) ?? monthOf(value) ?? longerOf(value);
  return days === undefined ? { kind: 'day-not-understood' } : within(days, today);
};
