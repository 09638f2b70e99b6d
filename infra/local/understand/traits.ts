import { isSlot, type Part } from './compile.ts';
import type { MeantWord } from './correction.ts';
import type { Surroundings } from './matching.ts';
import { stem } from './words.ts';

/** What a phrase or a sample is learned by: its words and slots, and which of them stand side by side. */
export type Traits = readonly string[];

const traitsOf = (tokens: readonly string[]): Traits => {
  const framed = ['^', ...tokens, '$'];
  return [...new Set([...tokens, ...framed.slice(1).map((token, at) => `${framed[at]} ${token}`)])];
};

const slotToken = (type: string): string => `{${type}}`;

/** The traits of a sample. */
export const traitsOfSample = (parts: readonly Part[]): Traits =>
  traitsOf(parts.map((part) => (isSlot(part) ? slotToken(part.type) : stem(part))));

/** Slot values of more words than this are not looked for inside a phrase. */
const LONGEST = 8;

const slotAt = (words: readonly MeantWord[], at: number, types: readonly string[], around: Surroundings) => {
  for (let to = Math.min(words.length, at + LONGEST); to > at; to -= 1) {
    const found = types.filter((type) => {
      const reader = around.readerOf(type);
      const isTooLong = to - at > reader.mostWords;
      return !reader.isOpen && !isTooLong && reader.read(words.slice(at, to), around.today) !== undefined;
    });
    if (found.length > 0) return { found, to };
  }
  return undefined;
};

/** The traits of a phrase: each slot value in it as every type it may be of, a short one also as its words. */
export const traitsOfPhrase = (words: readonly MeantWord[], types: readonly string[], around: Surroundings): Traits => {
  const tokens: string[] = [];
  for (let at = 0; at < words.length; ) {
    const slot = slotAt(words, at, types, around);
    const to = slot?.to ?? at + 1;
    tokens.push(...(slot?.found ?? []).map(slotToken));
    if (slot === undefined || to - at <= 2) tokens.push(...words.slice(at, to).map(({ word }) => stem(word)));
    at = to;
  }
  return traitsOf(tokens);
};
