import { calendarDay, type LocalDate, type LocalTime, type Weekday, weekdayOf } from '../../../core/kernel/uk-time.ts';
import type { Recurrence } from '../../../core/timetable/recurrence.ts';
import type { when as english } from '../en/when.ts';

const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  1: 'Dydd Llun',
  2: 'Dydd Mawrth',
  3: 'Dydd Mercher',
  4: 'Dydd Iau',
  5: 'Dydd Gwener',
  6: 'Dydd Sadwrn',
  7: 'Dydd Sul',
};

/** After "bob": soft mutation, "bob dydd Llun" keeps a small letter. */
const inSentence = (weekday: Weekday): string => WEEKDAY_NAMES[weekday].replace('Dydd', 'dydd');

const MONTHS = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
] as const;

const time = (at: LocalTime): string => {
  if (at === '12:00') return 'hanner dydd';
  if (at === '00:00') return 'hanner nos';
  const hour = Number(at.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}:${at.slice(3, 5)}${hour < 12 ? 'am' : 'pm'}`;
};

const day = (date: LocalDate): string => {
  const { month, day } = calendarDay(date);
  return `${WEEKDAY_NAMES[weekdayOf(date)]} ${day} ${MONTHS[month - 1]}`;
};

const fullDay = (date: LocalDate): string => `${day(date)} ${calendarDay(date).year}`;

const small = (date: string): string => date.replace('Dydd', 'dydd');

/** After "o" and "hyd at" the first letter is softened: "o ddydd Llun". */
const mutated = (date: string): string => date.replace('Dydd', 'ddydd');

/** "a" before a consonant, "ac" before a vowel. */
const list = (items: readonly string[]): string => {
  const last = items.at(-1);
  if (last === undefined || items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${/^[aeiouwyâêîôûŵŷ]/i.test(last) ? 'ac' : 'a'} ${last}`;
};

const howOften = (recurrence: Exclude<Recurrence, { kind: 'once' }>): string => {
  switch (recurrence.kind) {
    case 'daily':
      return 'Bob dydd';
    case 'weekdays':
      return 'Bob dydd o’r wythnos waith';
    case 'chosen-weekdays':
      return `Bob ${list([...recurrence.days].sort().map(inSentence))}`;
  }
};

const recurrence = (rule: Recurrence, today: LocalDate): string => {
  if (rule.kind === 'once')
    return `Unwaith, ${small(fullDay(rule.at.slice(0, 10)))} am ${time(rule.at.slice(11, 16))}.`;
  const from = rule.from > today ? `, o ${mutated(fullDay(rule.from))}` : '';
  const until = rule.until === undefined ? '' : `, hyd at ${mutated(fullDay(rule.until))}`;
  return `${howOften(rule)} am ${time(rule.time)}${from}${until}.`;
};

/** Dyddiau ac amserau. */
export const when: typeof english = {
  weekdays: WEEKDAY_NAMES,
  time,
  day,
  fullDay,
  list,
  recurrence,
  next: (date) => `Nesaf: ${day(date)}.`,
  noNext: 'Ni fydd yn digwydd eto.',
  paused: 'Wedi’i oedi.',
  clocksChange:
    'Y noson y mae’r clociau’n mynd ymlaen nid oes amser o’r fath: daw am 2:00am. Y noson y maent yn mynd yn ôl daw unwaith.',
  today: (date) => `Heddiw, ${small(date)}`,
  tomorrow: (date) => `Yfory, ${small(date)}`,
  yesterday: (date) => `Ddoe, ${small(date)}`,
  atOn: (at, date) => `${at} ${small(date)}`,
  atToday: (at) => `${at} heddiw`,
  between: (from, to) => `${from} tan ${to}`,
  hoursOn: (days, hours) => `${days}, ${hours}`,
  minutes: (count) => `${count} munud`,
};
