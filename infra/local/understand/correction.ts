import { confusedWith, editDistance, isNearly } from './sound-alike.ts';
import type { Word } from './words.ts';

/** A word as it may have been meant. `isSure` is false where it was put right. */
export type MeantWord = Word & { readonly isSure: boolean };

const nearest = (heard: string, vocabulary: ReadonlySet<string>): string | undefined => {
  const confused = confusedWith(heard).find((word) => vocabulary.has(word));
  if (confused !== undefined) return confused;
  const near = [...vocabulary].filter((word) => isNearly(heard, word));
  const distance = new Map(near.map((word) => [word, editDistance(heard, word)]));
  return near.sort((a, b) => (distance.get(a) ?? 0) - (distance.get(b) ?? 0))[0];
};

/** The words with each one that is not in the vocabulary put right, if a word of the vocabulary is near. */
export const putRight = (words: readonly Word[], vocabulary: ReadonlySet<string>): readonly MeantWord[] =>
  words.map((word): MeantWord => {
    if (vocabulary.has(word.word)) return { ...word, isSure: true };
    const meant = nearest(word.word, vocabulary);
    return meant === undefined ? { ...word, isSure: true } : { ...word, word: meant, isSure: false };
  });

/** The phrase with one word at a time changed for another that it is easily taken for: "cancel tax", "council tax". */
export const withOneConfusion = (
  words: readonly MeantWord[],
  vocabulary: ReadonlySet<string>,
): readonly (readonly MeantWord[])[] =>
  words.flatMap((word, at) =>
    confusedWith(word.word)
      .filter((other) => vocabulary.has(other))
      .map((other) => words.with(at, { ...word, word: other, isSure: false })),
  );
