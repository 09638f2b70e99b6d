import { dateOf, type LocalDate, timeOf, type Weekday } from '../../../core/kernel/uk-time.ts';
import { BANK_HOLIDAYS_KNOWN_UNTIL } from '../../../core/timetable/bank-holidays.ts';
import { type DayRecurrence, type Nth, type Recurrence, timesOf } from '../../../core/timetable/recurrence.ts';
import { fullDay, inSentence, list, mutated, small, time, WEEKDAY_NAMES } from './days.ts';

/** After "ar", "yn ail" and "yr ail" the first letter is softened: "ddydd Llun". */
const softened = (weekday: Weekday): string => mutated(WEEKDAY_NAMES[weekday]);

const sorted = (days: readonly Weekday[]): readonly Weekday[] => [...days].sort((a, b) => a - b);

/** The first day is softened after "ar"; the others follow "a". */
const onDays = (days: readonly Weekday[]): string =>
  list(sorted(days).map((day, place) => (place === 0 ? softened(day) : inSentence(day))));

const ENDINGS: Readonly<Record<number, string>> = {
  1: 'af',
  2: 'il',
  3: 'ydd',
  4: 'ydd',
  5: 'ed',
  6: 'ed',
  11: 'eg',
  13: 'eg',
  14: 'eg',
  16: 'eg',
  17: 'eg',
  19: 'eg',
};

/** 1af, 2il, 3ydd, 5ed, 7fed, 11eg, 21ain. */
const ordinal = (day: number): string => `${day}${ENDINGS[day] ?? (day > 20 ? 'ain' : 'fed')}`;

const weekdayOfMonth = (nth: Nth, weekday: Weekday): string => {
  switch (nth) {
    case 1:
      return `y ${inSentence(weekday)} cyntaf`;
    case 2:
      return `yr ail ${softened(weekday)}`;
    case 3:
      return `y trydydd ${inSentence(weekday)}`;
    case 4:
      return `y pedwerydd ${inSentence(weekday)}`;
    case 'last':
      return `y ${inSentence(weekday)} olaf`;
  }
};

const weeks = (every: number, days: readonly Weekday[]): string => {
  if (every !== 2) return `Bob ${every} wythnos ar ${onDays(days)}`;
  return days.length === 1 ? `Bob yn ail ${onDays(days)}` : `Bob yn ail wythnos ar ${onDays(days)}`;
};

const monthDay = (day: number): string => {
  if (day === 31) return 'Ar ddiwrnod olaf pob mis';
  return `Ar y ${ordinal(day)} o bob mis${day > 28 ? ', neu ar ddiwrnod olaf mis byrrach,' : ''}`;
};

const howOften = (rule: DayRecurrence): string => {
  switch (rule.kind) {
    case 'daily':
      return 'Bob dydd';
    case 'weekdays':
      return 'Bob dydd o’r wythnos waith';
    case 'chosen-weekdays':
      return `Bob ${list(sorted(rule.days).map(inSentence))}`;
    case 'every-n-days':
      return rule.every === 2 ? 'Bob yn ail ddiwrnod' : `Bob ${rule.every} diwrnod`;
    case 'every-n-weeks':
      return weeks(rule.every, rule.days);
    case 'monthly-on-date':
      return monthDay(rule.day);
    case 'monthly-on-weekday':
      return `Ar ${weekdayOfMonth(rule.nth, rule.weekday)} o bob mis`;
  }
};

const exceptWords = (except: readonly LocalDate[], today: LocalDate): readonly string[] => {
  const coming = except.filter((date) => date >= today).sort();
  return coming.length === 0
    ? []
    : [`Nid ar ${list(coming.map((date, place) => (place === 0 ? mutated : small)(fullDay(date))))}.`];
};

const bankHolidayWords = ({ bankHolidays, until }: DayRecurrence): readonly string[] => {
  if (bankHolidays === undefined) return [];
  const known = `Mae’r gwyliau banc yn hysbys hyd at ${mutated(fullDay(BANK_HOLIDAYS_KNOWN_UNTIL))}; ar ôl hynny maent fel dyddiau eraill.`;
  return [
    bankHolidays.instead === 'nothing'
      ? 'Nid ar wyliau banc.'
      : 'Ar ŵyl banc, daw ar y diwrnod gwaith nesaf yn lle hynny.',
    ...(until !== undefined && until <= BANK_HOLIDAYS_KNOWN_UNTIL ? [] : [known]),
  ];
};

/** Brawddeg y rheol: pryd y daw. */
export const ruleWords = (rule: Recurrence, today: LocalDate): string => {
  if (rule.kind === 'once') return `Unwaith, ${small(fullDay(dateOf(rule.at)))} am ${time(timeOf(rule.at))}.`;
  const until = rule.until === undefined ? '' : `, hyd at ${mutated(fullDay(rule.until))}`;
  const except = exceptWords(rule.except ?? [], today);
  if (rule.kind === 'every-n-hours') {
    const hours = rule.every === 1 ? 'Bob awr' : `Bob ${rule.every} awr`;
    const first = `gan gyfrif o ${time(timeOf(rule.first))} ${small(fullDay(dateOf(rule.first)))}`;
    const pass = 'Oriau sy’n mynd heibio yw’r rhain: pan fydd y clociau’n newid, mae’n symud awr ar y cloc.';
    return [`${hours}, ${first}${until}.`, ...except, pass].join(' ');
  }
  const from = rule.from > today ? `, o ${mutated(fullDay(rule.from))}` : '';
  const how = `${howOften(rule)} am ${list(timesOf(rule).map(time))}${from}${until}.`;
  return [how, ...except, ...bankHolidayWords(rule)].join(' ');
};
