import { calendarDay, type LocalDate, type LocalTime, type Weekday, weekdayOf } from '../../../core/kernel/uk-time.ts';

/** Enwau’r dyddiau, a sut y maent yn newid yng nghanol brawddeg. */
export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  1: 'Dydd Llun',
  2: 'Dydd Mawrth',
  3: 'Dydd Mercher',
  4: 'Dydd Iau',
  5: 'Dydd Gwener',
  6: 'Dydd Sadwrn',
  7: 'Dydd Sul',
};

/** After "bob": soft mutation, "bob dydd Llun" keeps a small letter. */
export const inSentence = (weekday: Weekday): string => WEEKDAY_NAMES[weekday].replace('Dydd', 'dydd');

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

export const time = (at: LocalTime): string => {
  if (at === '12:00') return 'hanner dydd';
  if (at === '00:00') return 'hanner nos';
  const hour = Number(at.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}:${at.slice(3, 5)}${hour < 12 ? 'am' : 'pm'}`;
};

export const day = (date: LocalDate): string => {
  const { month, day } = calendarDay(date);
  return `${WEEKDAY_NAMES[weekdayOf(date)]} ${day} ${MONTHS[month - 1]}`;
};

export const fullDay = (date: LocalDate): string => `${day(date)} ${calendarDay(date).year}`;

export const small = (date: string): string => date.replace('Dydd', 'dydd');

/** After "o" and "hyd at" the first letter is softened: "o ddydd Llun". */
export const mutated = (date: string): string => date.replace('Dydd', 'ddydd');

/** "a" before a consonant, "ac" before a vowel. */
export const list = (items: readonly string[]): string => {
  const last = items.at(-1);
  if (last === undefined || items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${/^[aeiouwyâêîôûŵŷ]/i.test(last) ? 'ac' : 'a'} ${last}`;
};
