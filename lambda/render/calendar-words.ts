import type { CalendarDay, Weekday } from '../core/kernel/uk-time.ts';
import type { Phrase } from './ssml.ts';
import { spokenAndShown } from './ssml.ts';

const DAYS: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const weekdayName = (weekday: Weekday): string => DAYS[weekday];

/** The name of a month, 1 to 12. */
export const monthName = (month: number): string => MONTHS[month - 1] ?? MONTHS[0];

/** A month and its year: "May 2026". */
export const monthAndYear = ({ year, month }: CalendarDay): string => `${monthName(month)} ${year}`;

/** 1st, 2nd, 3rd, 4th, 11th, 21st … */
export const ordinal = (n: number): string => {
  const tens = n % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
};

const SMALL = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;

const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;

/** Whole numbers from 0 to 99 in words; larger ones in digits. */
export const inWords = (n: number): string => {
  const small = SMALL[n];
  if (small !== undefined) return small;
  if (n < 20 || n > 99) return String(n);
  const tens = TENS[Math.floor(n / 10) - 2] ?? '';
  return n % 10 === 0 ? tens : `${tens}-${SMALL[n % 10] ?? ''}`;
};

/** A count: spoken in words, shown in digits. */
export const numberWords = (n: number): Phrase => spokenAndShown(inWords(n), String(n));
