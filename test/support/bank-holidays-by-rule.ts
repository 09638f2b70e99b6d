import { addDays, type LocalDate, type Weekday, weekdayOf } from '../../lambda/core/kernel/uk-time.ts';
import type { Nation } from '../../lambda/core/people/home.ts';

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
const substitute = (date: LocalDate, taken: readonly LocalDate[] = []): LocalDate =>
  weekdayOf(date) > 5 || taken.includes(date) ? substitute(addDays(date, 1), taken) : date;

/**
 * The bank holidays of a nation in a year, by the rules: Banking and Financial Dealings Act 1971, schedule 1, the days proclaimed
 * every year (New Year's Day, early May; 12 July in Northern Ireland) and the St Andrew's Day Bank Holiday (Scotland) Act 2007.
 */
export const bankHolidaysByRule = (nation: Nation, year: number): readonly LocalDate[] => {
  const newYear = substitute(`${year}-01-01`);
  const christmas = substitute(`${year}-12-25`);
  const everywhere = [
    newYear,
    addDays(easter(year), -2),
    onOrAfter(`${year}-05-01`, 1),
    lastMonday(`${year}-05-31`),
    christmas,
    substitute(`${year}-12-26`, [christmas]),
  ];
  const its: readonly LocalDate[] = {
    england: [addDays(easter(year), 1), lastMonday(`${year}-08-31`)],
    wales: [addDays(easter(year), 1), lastMonday(`${year}-08-31`)],
    'northern-ireland': [
      addDays(easter(year), 1),
      lastMonday(`${year}-08-31`),
      substitute(`${year}-03-17`),
      substitute(`${year}-07-12`),
    ],
    scotland: [substitute(`${year}-01-02`, [newYear]), onOrAfter(`${year}-08-01`, 1), substitute(`${year}-11-30`)],
  }[nation];
  return [...everywhere, ...its].sort();
};
