import type { Answer } from './answer.ts';
import type { Listing } from './listing.ts';

/** All that a council has written, and all that its directory lists. */
export type AnswerBook = { readonly answers: readonly Answer[]; readonly listings: readonly Listing[] };

export type Found =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'listing'; readonly listing: Listing };

/** A book that can be asked in people's own words. */
export type SearchableBook = {
  /** What fits the words best, or undefined when nothing fits well enough to be said aloud. */
  readonly find: (words: string) => Found | undefined;
  /** Those of the words that the book itself uses, each once, in lower case: they can hold nothing of who asked. */
  readonly ownWords: (words: string) => readonly string[];
};

/** The book of a council. It may be some minutes old: what staff write is heard by everybody soon, not at once. */
export type ReadBook = (council: string) => Promise<SearchableBook>;
