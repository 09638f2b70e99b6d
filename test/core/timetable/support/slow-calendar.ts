import { BANK_HOLIDAYS } from '../../../../lambda/core/timetable/bank-holidays.ts';
import type { DayRecurrence, HoursRecurrence, Recurrence } from '../../../../lambda/core/timetable/recurrence.ts';

/**
 * The calendar the slow and certain way: every day is looked at by itself, in whole days since 1970, and the clocks change on the
 * last Sundays of March and October at 01:00 UTC (Summer Time Act 1972 as amended). Nothing of it is shared with the rules it judges.
 */
const DAY = 86_400_000;
const HOUR = 3_600_000;

const numberOf = (date: string): number => Date.parse(`${date}T00:00Z`) / DAY;

type Day = { readonly number: number; readonly date: string; readonly weekday: number; readonly inMonth: number };

const FIRST = numberOf('2025-12-01');
const DAYS: readonly Day[] = Array.from({ length: 22 * 366 }, (_, n) => {
  const date = new Date((FIRST + n) * DAY);
  return {
    number: FIRST + n,
    date: date.toISOString().slice(0, 10),
    weekday: ((date.getUTCDay() + 6) % 7) + 1,
    inMonth: date.getUTCDate(),
  };
});

const NO_DAY: Day = { number: 0, date: '', weekday: 0, inMonth: 0 };
const dayAt = (number: number): Day => DAYS[number - FIRST] ?? NO_DAY;
const dayOn = (date: string): Day => dayAt(numberOf(date));
const weekOf = ({ number, weekday }: Day): number => (number - weekday + 1 + 3) / 7;
const isLastOfMonth = ({ number }: Day): boolean => dayAt(number + 1).inMonth === 1;
const holidays = Object.fromEntries(Object.entries(BANK_HOLIDAYS).map(([nation, dates]) => [nation, new Set(dates)]));

const lastSunday = (year: number, month: '03' | '10'): string => {
  let day = dayOn(`${year}-${month}-31`);
  while (day.weekday !== 7) day = dayAt(day.number - 1);
  return day.date;
};
const CHANGES = new Map(
  Array.from({ length: 22 }, (_, n) => 2025 + n).map((year) => [
    year,
    year === 2025 ? ['2025-03-30', '2025-10-26'] : [lastSunday(year, '03'), lastSunday(year, '10')],
  ]),
);

/** The instant of a wall time: in the gap the first one after it, in the repeated hour the first of the two. */
export const slowInstant = (local: string): number => {
  const [spring = '', autumn = ''] = CHANGES.get(Number(local.slice(0, 4))) ?? [];
  const wall = Date.parse(`${local}Z`);
  if (local >= `${spring}T01:00` && local < `${spring}T02:00`) return Date.parse(`${spring}T01:00Z`);
  return local >= `${spring}T02:00` && local < `${autumn}T02:00` ? wall - HOUR : wall;
};

/** The date on the wall at an instant. */
const slowDate = (at: number): string => {
  const date = new Date(at).toISOString().slice(0, 10);
  const [spring = '', autumn = ''] = CHANGES.get(Number(date.slice(0, 4))) ?? [];
  const isSummer = at >= Date.parse(`${spring}T01:00Z`) && at < Date.parse(`${autumn}T01:00Z`);
  return isSummer ? new Date(at + HOUR).toISOString().slice(0, 10) : date;
};

const isOfPattern = (rule: DayRecurrence, day: Day, from: Day): boolean => {
  switch (rule.kind) {
    case 'daily':
      return true;
    case 'weekdays':
      return day.weekday <= 5;
    case 'chosen-weekdays':
      return rule.days.some((weekday) => weekday === day.weekday);
    case 'every-n-days':
      return (day.number - from.number) % rule.every === 0;
    case 'every-n-weeks': {
      let first = from;
      while (!rule.days.some((weekday) => weekday === first.weekday)) first = dayAt(first.number + 1);
      return rule.days.some((weekday) => weekday === day.weekday) && (weekOf(day) - weekOf(first)) % rule.every === 0;
    }
    case 'monthly-on-date':
      return day.inMonth === rule.day || (day.inMonth < rule.day && isLastOfMonth(day));
    case 'monthly-on-weekday': {
      const isLast = dayAt(day.number + 7).inMonth < day.inMonth;
      return day.weekday === rule.weekday && (rule.nth === 'last' ? isLast : Math.ceil(day.inMonth / 7) === rule.nth);
    }
  }
};

const isNamed = (rule: DayRecurrence, day: Day): boolean =>
  day.date >= rule.from &&
  (rule.until === undefined || day.date <= rule.until) &&
  isOfPattern(rule, day, dayOn(rule.from));

const isTold = (rule: DayRecurrence, day: Day): boolean => {
  const { bankHolidays, except = [], until } = rule;
  if (except.includes(day.date) || (until !== undefined && day.date > until)) return false;
  if (bankHolidays === undefined) return isNamed(rule, day);
  const off = holidays[bankHolidays.nation];
  const isOff = (each: Day) => off?.has(each.date) === true;
  if (isNamed(rule, day) && !isOff(day)) return true;
  if (bankHolidays.instead === 'nothing' || isOff(day) || day.weekday > 5) return false;
  for (let before = dayAt(day.number - 1); isOff(before) || before.weekday > 5; before = dayAt(before.number - 1))
    if (isOff(before) && isNamed(rule, before) && !except.includes(before.date)) return true;
  return false;
};

/** The days of a rule from one date to another, both inclusive. */
export const slowDays = (rule: DayRecurrence, from: string, to: string): readonly string[] => {
  const found: string[] = [];
  for (let number = numberOf(from); number <= numberOf(to); number += 1)
    if (isTold(rule, dayAt(number))) found.push(dayAt(number).date);
  return found;
};

const slowOfHours = (rule: HoursRecurrence, after: number, atMost: number): readonly number[] => {
  const found: number[] = [];
  for (let at = Date.parse(rule.first); found.length < atMost; at += rule.every * HOUR) {
    if (at <= after) continue;
    const date = slowDate(at);
    if (rule.until !== undefined && date > rule.until) break;
    if (rule.except?.includes(date) !== true) found.push(at);
  }
  return found;
};

/** Long enough for the next times of the rarest rule: some years for three of them, with those that are left out. */
const LOOKED_AT = 8 * 366;

/** The instants at which a rule is due after another, at most so many. */
export const slowDue = (rule: Recurrence, after: number, atMost: number): readonly number[] => {
  if (rule.kind === 'once') return [slowInstant(rule.at)].filter((at) => at > after);
  if (rule.kind === 'every-n-hours') return slowOfHours(rule, after, atMost);
  const times = [rule.time, ...(rule.andAt ?? [])].sort();
  const found: number[] = [];
  const yesterday = Math.floor(after / DAY) - 1;
  const first = Math.max(yesterday, numberOf(rule.from));
  const last = rule.until === undefined ? first + LOOKED_AT : numberOf(rule.until);
  for (let number = first; number <= last && found.length < atMost; number += 1) {
    if (!isTold(rule, dayAt(number))) continue;
    for (const time of times) {
      const at = slowInstant(`${dayAt(number).date}T${time}`);
      if (at > after) found.push(at);
    }
  }
  return found.slice(0, atMost);
};
