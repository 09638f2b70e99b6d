import { spokenDigits } from './number-words.ts';

/**
 * One word as it is compared (`word`), and what was really said (`said`). A contraction makes two words, of which the
 * first carries what was said: "I've" is `have` with nothing said after `i` with "i've" said.
 */
export type Word = { readonly word: string; readonly said: string };

/** Words whose 's means "is"; after any other word it is a possessive and is only closed up ("carer's", `carers`). */
const TAKES_IS =
  /^(what|who|when|where|how|why|that|this|it|there|he|she|here|everything|nobody|somebody|someone|anybody|everybody|life)'s$/;

const WITHOUT_APOSTROPHE: Readonly<Record<string, string>> = {
  ive: "i've",
  im: "i'm",
  cant: "can't",
  dont: "don't",
  didnt: "didn't",
  havent: "haven't",
  hasnt: "hasn't",
  isnt: "isn't",
  wont: "won't",
  doesnt: "doesn't",
  whats: "what's",
  whos: "who's",
  whens: "when's",
  wheres: "where's",
  thats: "that's",
  theres: "there's",
  theyre: "they're",
  theyve: "they've",
  youre: "you're",
};

const WHOLE_WORDS: Readonly<Record<string, string>> = {
  "can't": 'can not',
  cannot: 'can not',
  "won't": 'will not',
  "let's": 'let us',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'got to',
  dunno: 'do not know',
  anymore: 'any more',
  ok: 'okay',
  someone: 'somebody',
  anyone: 'anybody',
  everyone: 'everybody',
  nowt: 'nothing',
};

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/n't$/, ' not'],
  [/'ve$/, ' have'],
  [/'re$/, ' are'],
  [/'ll$/, ' will'],
  [/'d$/, ' would'],
  [/'m$/, ' am'],
  [/^t'/, 'the '],
];

/** After 's these words tell that it is "has": "nobody's been", "she's fallen". */
const FOLLOWS_HAS = new Set(['been', 'got', 'had', 'fallen', 'gone', 'taken', 'collapsed']);

const withApostrophe = (raw: string): string => WITHOUT_APOSTROPHE[raw] ?? raw;

const expanded = (raw: string): readonly string[] => {
  const word = withApostrophe(raw);
  const whole = WHOLE_WORDS[word];
  if (whole !== undefined) return whole.split(' ');
  if (TAKES_IS.test(word)) return [word.slice(0, -2), 'is'];
  const ending = ENDINGS.find(([pattern]) => pattern.test(word));
  const opened = ending === undefined ? word : word.replace(ending[0], ending[1]);
  return opened
    .split(' ')
    .map((part) => part.replaceAll("'", ''))
    .filter((part) => part !== '');
};

const spoken = (raw: string, next: string | undefined): readonly Word[] => {
  const words = spokenDigits(raw) ?? expanded(raw);
  const isHas = words.length === 2 && words[1] === 'is' && FOLLOWS_HAS.has(next ?? '');
  return words.map((word, at) => ({ word: at === 1 && isHas ? 'has' : word, said: at === 0 ? raw : '' }));
};

const withoutSpelling = (text: string): string =>
  text.replace(/(?<![a-z'])(?:[a-z]\.\s*){2,}/g, (letters) => `${letters.replace(/[.\s]/g, '')} `);

const written = (phrase: string): string =>
  withoutSpelling(phrase.normalize('NFKC').toLowerCase().replace(/[‘’`]/g, "'"))
    .replace(/\bo'? ?clock\b/g, 'oclock')
    .replace(/(\d)[:.](\d\d)\b/g, '$1 $2')
    .replace(/(\d)(am|pm)\b/g, '$1 $2')
    .replace(/[^a-z0-9'à-ÿ]+/g, ' ')
    .replace(/(?<![a-z])'|'(?![a-z])/g, ' ')
    .trim();

/**
 * The words of a phrase as a machine hears them: lower case, no punctuation, contractions opened ("who's", `who is`),
 * digits as words ("8.30", `eight thirty`), spelled letters closed up ("g. p.", `gp`). Typed and spoken forms meet here.
 */
export const hear = (phrase: string): readonly Word[] =>
  written(phrase)
    .split(' ')
    .filter((raw) => raw !== '')
    .flatMap((raw, at, all) => spoken(raw, all[at + 1]));

/** The words joined by spaces, as they are compared. */
export const text = (words: readonly Word[]): string => words.map(({ word }) => word).join(' ');

/** What was really said, as Alexa puts it into a slot's `value`. */
export const said = (words: readonly Word[]): string =>
  words
    .map((word) => word.said)
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll('oclock', "o'clock");

/** A word without its plural, so that "carers" and "carer" meet. */
export const stem = (word: string): string => {
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word) || word.length < 4) return word;
  return word.replace(/s$/, '');
};
