import { isLocalDate } from '../core/kernel/uk-time.ts';
import { dateWords } from './day-words.ts';
import { moneyWords } from './money-words.ts';
import { phoneWords, shortNumberWords } from './phone-words.ts';
import { cleanText, escapeSsml, type Phrase } from './ssml.ts';
import { timeWords } from './time-words.ts';

/** Money, a date, a time of day, a telephone number: as people write them, each with the words in which it is heard. */
const MONEY = /£ ?(?<pounds>\d{1,3}(?:,\d{3})?|\d{1,6})(?:\.(?<pence>\d\d))?(?![\d.,]*\d|[kmb]|bn)/;
const PENNIES = /\b(?<pennies>[1-9]\d?)p\b/;
const DATE = /\b(?<date>\d{4}-\d\d-\d\d)\b/;
const TIME =
  /\b(?<hour>[01]?\d|2[0-3])(?:[:.](?<minute>[0-5]\d))? ?(?<half>am|pm)\b|\b(?<hours>[01]?\d|2[0-3]):(?<minutes>[0-5]\d)\b/;
const PHONE = /\b(?<phone>0\d{2,4}(?: ?\d{3,4}){2})\b/;
const SHORT = /\b(?<short>999|112|111|101|105|159|116 123)\b/;
const ANY = new RegExp([MONEY, PENNIES, DATE, TIME, PHONE, SHORT].map(({ source }) => source).join('|'), 'gi');

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** Twelve at night is 00, twelve at noon 12. Undefined: no such time, for example "14pm". */
const hourOf = (hour: number, half: string | undefined): number | undefined => {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
};

const timeSpoken = (hour: string, minute: string, half: string | undefined): string | undefined => {
  const on = hourOf(Number(hour), half);
  return on === undefined ? undefined : timeWords(`${twoDigits(on)}:${minute}`).ssml;
};

/** What is heard for one match; undefined where it is not what it looks like. */
const spokenOf = (groups: Readonly<Record<string, string | undefined>>): string | undefined => {
  const { pounds, pence = '0', pennies, date, hour, minute = '00', half, hours, minutes, phone, short } = groups;
  if (pounds !== undefined) return moneyWords(Number(pounds.replace(',', '')), Number(pence));
  if (pennies !== undefined) return moneyWords(0, Number(pennies));
  if (date !== undefined) return isLocalDate(date) ? dateWords(date).ssml : undefined;
  if (hour !== undefined) return timeSpoken(hour, minute, half);
  if (hours !== undefined && minutes !== undefined) return timeSpoken(hours, minutes, undefined);
  if (phone !== undefined) return phoneWords(phone).ssml;
  return short === undefined ? undefined : shortNumberWords(short).ssml;
};

/**
 * Words that staff wrote, as they are heard: money, dates, times and telephone numbers the British way, everything else as it stands.
 * What is shown stays as it was written.
 */
export const writtenWords = (written: string): Phrase => {
  const text = cleanText(written);
  let ssml = '';
  let from = 0;
  for (const match of text.matchAll(ANY)) {
    const spoken = spokenOf(match.groups ?? {});
    if (spoken === undefined) continue;
    ssml += escapeSsml(text.slice(from, match.index)) + spoken;
    from = match.index + match[0].length;
  }
  return { ssml: ssml + escapeSsml(text.slice(from)), text };
};
