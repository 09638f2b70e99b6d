import { addDays, calendarDay, type LocalDate } from '../../../../lambda/core/kernel/uk-time.ts';
import { CARDINALS, ORDINALS } from '../number-words.ts';
import { dateFrom, isoWeek, mondayOf, monthAfter, nextDayOfMonth, nextDayOfYear, onOrAfter } from './calendar.ts';
import { numberValue } from './number.ts';

export const WEEKDAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
export const MONTH_NAMES = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
const SEASONS: Readonly<Record<string, string>> = { spring: 'SP', summer: 'SU', autumn: 'FA', winter: 'WI' };
const FEASTS: Readonly<Record<string, readonly [month: number, day: number]>> = {
  'christmas day': [12, 25],
  christmas: [12, 25],
  'christmas eve': [12, 24],
  'boxing day': [12, 26],
  'new years eve': [12, 31],
  'new years day': [1, 1],
};

const WEEKDAY = `(${WEEKDAY_NAMES.join('|')})`;
const MONTH = `(${MONTH_NAMES.join('|')})`;
const ORDINAL = `(${[...ORDINALS.keys()].filter((words) => (ORDINALS.get(words) ?? 99) < 32).join('|')})`;
const COUNT = '([a-z]+(?: [a-z]+)?)';

type Say = (today: LocalDate, ...parts: string[]) => string | undefined;
type Form = { readonly pattern: RegExp; readonly say: Say };

const form = (pattern: string, say: Say): Form => ({ pattern: new RegExp(`^${pattern}$`), say });

const weekdayNumber = (name: string): number => WEEKDAY_NAMES.indexOf(name) + 1;
const monthNumber = (name: string): number => MONTH_NAMES.indexOf(name) + 1;
const weekend = (date: LocalDate): string => `${isoWeek(date)}-WE`;
const count = (words: string): number | undefined => (words === 'a' || words === 'one' ? 1 : CARDINALS.get(words));

const days = (today: LocalDate, words: string, each: number): LocalDate | undefined => {
  const many = count(words);
  return many === undefined ? undefined : addDays(today, many * each);
};

const inMonth = (today: LocalDate, day: string, month: string): LocalDate | undefined =>
  nextDayOfYear(today, monthNumber(month), ORDINALS.get(day) ?? 0);

const inYear = (day: string, month: string, year: string): LocalDate | undefined =>
  dateFrom(Number(numberValue(year.split(' ')) ?? 0), monthNumber(month), ORDINALS.get(day) ?? 0);

const yearOf = (today: LocalDate): number => calendarDay(today).year;

const comingMonth = (today: LocalDate, name: string): string => {
  const ahead = (monthNumber(name) - calendarDay(today).month + 12) % 12;
  return monthAfter(today, ahead);
};

const FORMS: readonly Form[] = [
  form('now|right now', () => 'PRESENT_REF'),
  form('today', (today) => today),
  form('tomorrow', (today) => addDays(today, 1)),
  form('yesterday', (today) => addDays(today, -1)),
  form('day after tomorrow', (today) => addDays(today, 2)),
  form('day before yesterday', (today) => addDays(today, -2)),
  form(WEEKDAY, (today, day) => onOrAfter(today, weekdayNumber(day))),
  form(`(?:this|this coming) ${WEEKDAY}`, (today, day) => onOrAfter(today, weekdayNumber(day))),
  form(`next ${WEEKDAY}`, (today, day) => addDays(mondayOf(today), 6 + weekdayNumber(day))),
  form(`last ${WEEKDAY}`, (today, day) => onOrAfter(addDays(today, -7), weekdayNumber(day))),
  form(`a week on ${WEEKDAY}`, (today, day) => addDays(onOrAfter(today, weekdayNumber(day)), 7)),
  form(`${WEEKDAY} week`, (today, day) => addDays(onOrAfter(today, weekdayNumber(day)), 7)),
  form(`a fortnight on ${WEEKDAY}`, (today, day) => addDays(onOrAfter(today, weekdayNumber(day)), 14)),
  form('a week today|today week', (today) => addDays(today, 7)),
  form('a week tomorrow|tomorrow week', (today) => addDays(today, 8)),
  form('a fortnight today', (today) => addDays(today, 14)),
  form('a fortnight|a fortnights time', (today) => addDays(today, 14)),
  form(`${COUNT} days?(?: time)?`, (today, many) => days(today, many, 1)),
  form(`${COUNT} weeks?(?: time)?`, (today, many) => days(today, many, 7)),
  form('(?:this )?week', (today) => isoWeek(today)),
  form('next week', (today) => isoWeek(addDays(today, 7))),
  form('last week', (today) => isoWeek(addDays(today, -7))),
  form('week after next', (today) => isoWeek(addDays(today, 14))),
  form('(?:this )?(?:coming )?weekend', (today) => weekend(today)),
  form('next weekend', (today) => weekend(addDays(today, 7))),
  form('last weekend', (today) => weekend(addDays(today, -7))),
  form('(?:this )?month', (today) => monthAfter(today, 0)),
  form('next month', (today) => monthAfter(today, 1)),
  form('last month', (today) => monthAfter(today, -1)),
  form(MONTH, comingMonth),
  form('(?:this )?year', (today) => String(yearOf(today))),
  form('next year', (today) => String(yearOf(today) + 1)),
  form(`(?:this )?(${Object.keys(SEASONS).join('|')})`, (today, season) => `${yearOf(today)}-${SEASONS[season]}`),
  form(`(${Object.keys(FEASTS).join('|')})`, (today, feast) => nextDayOfYear(today, ...(FEASTS[feast] ?? [0, 0]))),
  form(ORDINAL, (today, day) => nextDayOfMonth(today, ORDINALS.get(day) ?? 0)),
  form(`${WEEKDAY} (?:the )?${ORDINAL}`, (today, _, day) => nextDayOfMonth(today, ORDINALS.get(day) ?? 0)),
  form(`(?:${WEEKDAY} )?(?:the )?${ORDINAL} (?:of )?${MONTH}`, (today, _, day, month) => inMonth(today, day, month)),
  form(`(?:${WEEKDAY} )?${MONTH} (?:the )?${ORDINAL}`, (today, _, month, day) => inMonth(today, day, month)),
  form(`(?:${WEEKDAY} )?(?:the )?${ORDINAL} (?:of )?${MONTH} (.+)`, (_today, _, day, month, year) =>
    inYear(day, month, year),
  ),
];

/**
 * AMAZON.DATE for words such as "tuesday week" or "the twenty sixth": `2026-11-24`, a week `2026-W48`, a weekend
 * `2026-W48-WE`, a month `2026-11`, a year `2026`, a season `2026-WI`, now `PRESENT_REF`; undefined when it is no date.
 * Days look ahead: "Tuesday" on a Tuesday is today, "next Tuesday" the one of next week (British use). A part of the day
 * ("tonight") is no date here. `today` is the date in the device's zone.
 */
export const dateValue = (words: readonly string[], today: LocalDate): string | undefined => {
  const bare = words.join(' ').replace(/^(?:(?:on|at|for|in) )?(?:the )?/, '');
  for (const { pattern, say } of FORMS) {
    const found = pattern.exec(bare);
    const value = found === null ? undefined : say(today, ...found.slice(1).map((part) => part ?? ''));
    if (value !== undefined) return value;
  }
  return undefined;
};
