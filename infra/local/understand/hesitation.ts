import { NUMBER_WORDS } from './number-words.ts';
import { hear, text, type Word } from './words.ts';

const phrases = (list: readonly string[]): readonly (readonly string[])[] =>
  list.map((phrase) => text(hear(phrase)).split(' '));

/**
 * Sounds, courtesies and endearments that carry no request (residents 7.1, rules 11 and 16). They are taken out of
 * phrases and samples alike, and only after the whole phrase has been tried with them in.
 */
const FILLERS = phrases([
  ...['um', 'umm', 'er', 'err', 'erm', 'uh', 'ah', 'hmm', 'mm', 'ooh', 'oh', 'well', 'just', 'actually', 'sorry'],
  ...['please', 'thanks', 'thank you', 'thank you very much', 'ta', 'excuse me', 'if you please'],
  ...['hello', 'hello there', 'hi', 'hiya', 'hey'],
]);
const ENDEARMENTS = phrases([
  ...['love', 'my love', 'duck', 'my duck', 'ducky', 'dear', 'my dear', 'darling', 'pet', 'hen', 'flower', 'petal'],
  ...['mate', 'sweetheart'],
]);
/** After these an endearment is a plain word: "fallen in love", "what is love", "feed the duck". */
const BEFORE_A_THING = new Set(['in', 'of', 'with', 'is', 'the', 'a', 'to', 'for', 'true']);

const startsAt = (words: readonly Word[], at: number, part: readonly string[]): boolean =>
  part.every((word, offset) => words[at + offset]?.word === word);

const fillerLengthAt = (words: readonly Word[], at: number): number => {
  const besideNumber = NUMBER_WORDS.has(words[at - 1]?.word ?? '') || NUMBER_WORDS.has(words[at + 1]?.word ?? '');
  if (words[at]?.word === 'oh' && besideNumber) return 0;
  const isThing = BEFORE_A_THING.has(words[at - 1]?.word ?? '');
  const droppable = isThing ? FILLERS : [...FILLERS, ...ENDEARMENTS];
  const lengths = droppable.filter((filler) => startsAt(words, at, filler)).map((filler) => filler.length);
  return Math.max(0, ...lengths);
};

/** The words without courtesies and hesitation; all of them when nothing else would be left. */
export const withoutFillers = (words: readonly Word[]): readonly Word[] => {
  const kept: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const filler = fillerLengthAt(words, at);
    if (filler === 0) kept.push(...words.slice(at, at + 1));
    at += Math.max(1, filler);
  }
  return kept.length === 0 ? words : kept;
};

const repeatLengthBefore = (kept: readonly Word[], next: readonly Word[]): number => {
  const repeats = (length: number): boolean => {
    const before = kept.slice(-length).map(({ word }) => word);
    const isNumber = before.some((word) => NUMBER_WORDS.has(word));
    return before.length === length && !isNumber && startsAt(next, 0, before);
  };
  return [3, 2, 1].find(repeats) ?? 0;
};

const isBrokenOff = (word: string, next: string | undefined, isWord: (word: string) => boolean): boolean =>
  next !== undefined && word.length <= 3 && word !== next && next.startsWith(word) && !isWord(word);

/**
 * The words without a stammer: a repeated word or run of words is said once ("when when is"), and a broken-off beginning
 * is dropped ("w w when", "ca carer"). Numbers are left alone: a code may well have the same digit twice.
 */
export const withoutStammer = (words: readonly Word[], isWord: (word: string) => boolean): readonly Word[] => {
  const whole = words.filter(({ word }, at) => {
    const next = words.slice(at + 1).find((later) => later.word !== word)?.word;
    return !isBrokenOff(word, next, isWord);
  });
  const kept: Word[] = [];
  for (let at = 0; at < whole.length; ) {
    const repeat = repeatLengthBefore(kept, whole.slice(at));
    if (repeat === 0) kept.push(...whole.slice(at, at + 1));
    at += Math.max(1, repeat);
  }
  return kept;
};
