import type { AlertWords } from './alert.ts';
import { MEDICINE_NAMES } from './medicine-names.ts';

export const LONGEST_TITLE = 40;
/** About twenty seconds of speech: longer words are not taken in (see `speechSeconds`). */
export const LONGEST_TEXT = 300;

export type WordProblem =
  | 'empty'
  | 'too-long'
  | 'placeholder'
  | 'key-safe-code'
  | 'card-number'
  | 'nhs-number'
  | 'medicine-name';

const PHONE = /\b(?:0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}|999|11[12]|1\d{2})\b/g;
const YEAR =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december),? 20\d{2}\b/gi;
/** Numbers as people write them: digits with single spaces, hyphens or dots between. */
const LONG_NUMBER = /\d(?:[ .-]?\d){8,18}/g;
const LOCK = String.raw`(?:key\s?-?\s?(?:safe|box|pad|code)s?|lock\s?-?box|(?:door|gate|entry|access|alarm|pin)\s?-?(?:code|number)?|\bcode|combination)`;
const CODE = String.raw`\b[A-Z]?\d(?:[ -]?\d){2,7}[A-Z]?\b`;
const LOCK_THEN_CODE = new RegExp(String.raw`${LOCK}\b[^.!?]{0,60}?${CODE}`, 'i');
const CODE_THEN_LOCK = new RegExp(String.raw`${CODE}[^.!?]{0,40}?\b${LOCK}`, 'i');

const digitsOf = (text: string): readonly number[] => [...text].filter((one) => /\d/.test(one)).map(Number);

/** The Luhn check of payment cards (ISO/IEC 7812-1). */
const isCardNumber = (digits: readonly number[]): boolean => {
  if (digits.length < 13) return false;
  const sum = digits.toReversed().reduce((total, digit, place) => {
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
};

/** The modulus 11 check of NHS numbers (NHS Data Dictionary, "NHS NUMBER"). */
const isNhsNumber = (digits: readonly number[]): boolean => {
  if (digits.length !== 10) return false;
  const sum = digits.slice(0, 9).reduce((total, digit, place) => total + digit * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === digits[9];
};

const longNumbers = (text: string): readonly (readonly number[])[] =>
  [...text.matchAll(LONG_NUMBER)].map(([one]) => digitsOf(one));

const hasLockCode = (text: string): boolean => {
  const bare = text.replace(PHONE, '').replace(YEAR, '');
  return LOCK_THEN_CODE.test(bare) || CODE_THEN_LOCK.test(bare);
};

const hasMedicine = (text: string): boolean => {
  const words = new Set(text.toLowerCase().match(/[a-z]+(?:-[a-z]+)*/g));
  return MEDICINE_NAMES.some((name) => words.has(name));
};

/**
 * What must never be spoken into a room: codes of locks, payment cards, NHS numbers, names of medicines. An Alert goes to
 * many homes, and each of these has been typed into a message by somebody who meant well.
 */
export const privateThingsIn = (text: string): readonly WordProblem[] => {
  const numbers = longNumbers(text);
  return [
    ...(hasLockCode(text) ? (['key-safe-code'] as const) : []),
    ...(numbers.some(isCardNumber) ? (['card-number'] as const) : []),
    ...(numbers.some(isNhsNumber) ? (['nhs-number'] as const) : []),
    ...(hasMedicine(text) ? (['medicine-name'] as const) : []),
  ];
};

const check = (text: string, longest: number): readonly WordProblem[] => [
  ...(text.trim() === '' ? (['empty'] as const) : []),
  ...([...text].length > longest ? (['too-long'] as const) : []),
  ...(/\(\(|\)\)/.test(text) ? (['placeholder'] as const) : []),
  ...privateThingsIn(text),
];

export type WordProblems = { readonly title: readonly WordProblem[]; readonly text: readonly WordProblem[] };

/** What is wrong with an Alert's words; both lists empty when nothing is. Lengths are counted in characters. */
export const checkWords = ({ title, text }: AlertWords): WordProblems => ({
  title: check(title, LONGEST_TITLE),
  text: check(text, LONGEST_TEXT),
});

export const areGood = ({ title, text }: WordProblems): boolean => title.length + text.length === 0;
