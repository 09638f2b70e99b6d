import { TEENS, TENS, UNITS } from '../number-words.ts';

type Taken = { readonly value: number; readonly next: number };

const indexIn = (list: readonly string[], word: string | undefined): number =>
  word === undefined ? -1 : list.indexOf(word);

const below100 = (words: readonly string[], at: number): Taken | undefined => {
  const ten = indexIn(TENS, words[at]);
  if (ten >= 0) {
    const unit = indexIn(UNITS, words[at + 1]);
    return unit > 0 ? { value: ten * 10 + 20 + unit, next: at + 2 } : { value: ten * 10 + 20, next: at + 1 };
  }
  const teen = indexIn(TEENS, words[at]);
  if (teen >= 0) return { value: teen + 10, next: at + 1 };
  const unit = indexIn(UNITS, words[at]);
  return unit >= 0 ? { value: unit, next: at + 1 } : undefined;
};

const times =
  (scale: string, factor: number, smaller: (words: readonly string[], at: number) => Taken | undefined) =>
  (words: readonly string[], at: number): Taken | undefined => {
    const head = words[at] === 'a' && words[at + 1] === scale ? { value: 1, next: at + 1 } : smaller(words, at);
    if (head === undefined || words[head.next] !== scale) return head;
    const after = words[head.next + 1] === 'and' ? head.next + 2 : head.next + 1;
    const rest = smaller(words, after);
    const value = head.value * factor;
    return rest === undefined ? { value, next: head.next + 1 } : { value: value + rest.value, next: rest.next };
  };

const below1000 = times('hundred', 100, below100);
const belowMillion = times('thousand', 1000, below1000);
const anyNumber = times('million', 1_000_000, belowMillion);

/** A whole number said as one number ("a hundred and five", "two thousand"), or undefined. */
export const cardinal = (words: readonly string[]): number | undefined => {
  const taken = anyNumber(words, 0);
  return taken?.next === words.length ? taken.value : undefined;
};

const REPEATS: Readonly<Record<string, number>> = { double: 2, treble: 3, triple: 3 };

const digit = (word: string | undefined): string | undefined => {
  if (word === 'oh' || word === 'nought') return '0';
  const unit = indexIn(UNITS, word);
  return unit >= 0 ? String(unit) : undefined;
};

const nextGroup = (
  words: readonly string[],
  at: number,
): { readonly digits: string; readonly next: number } | undefined => {
  const single = digit(words[at]);
  if (single !== undefined) return { digits: single, next: at + 1 };
  const repeats = REPEATS[words[at] ?? ''];
  const repeated = digit(words[at + 1]);
  if (repeats !== undefined && repeated !== undefined) return { digits: repeated.repeat(repeats), next: at + 2 };
  const group = below100(words, at);
  return group === undefined ? undefined : { digits: String(group.value), next: group.next };
};

/** Digits said one after another or in groups: "one two double three", "twelve thirty four", "oh seven"; or undefined. */
export const digitString = (words: readonly string[]): string | undefined => {
  let digits = '';
  for (let at = 0; at < words.length; ) {
    const group = nextGroup(words, at);
    if (group === undefined) return undefined;
    digits += group.digits;
    at = group.next;
  }
  return digits === '' ? undefined : digits;
};

/** AMAZON.NUMBER: digits, without leading noughts lost; undefined when it is no number (Alexa then sends `?`). */
export const numberValue = (words: readonly string[]): string | undefined => {
  const whole = cardinal(words);
  return whole === undefined ? digitString(words) : String(whole);
};

/** AMAZON.FOUR_DIGIT_NUMBER: `1984` for "nineteen eighty four", `0123` for "oh one two three"; else undefined. */
export const fourDigitNumber = (words: readonly string[]): string | undefined => {
  const value = digitString(words) ?? numberValue(words);
  return value?.length === 4 ? value : undefined;
};
