import type { AnswerBook, ReadBook, SearchableBook } from '../core/answers/answer-book.ts';
import type { Answers, Listings } from '../core/answers/find-answer.ts';
import { MINUTE } from '../core/kernel/clock.ts';

/** What staff write is found by everybody after this long at the latest. */
const BOOK_KEPT = 5 * MINUTE;

type Sources = { readonly answers: Pick<Answers, 'ofCouncil'>; readonly listings: Pick<Listings, 'ofCouncil'> };

/** Reads a council's book and keeps it for five minutes of real time in this process: it is read only when somebody asks in words that name no subject. */
export const answerBook = (
  { answers, listings }: Sources,
  searchable: (book: AnswerBook) => SearchableBook,
  realNow: () => number,
): ReadBook => {
  const kept = new Map<string, { readonly book: SearchableBook; readonly until: number }>();
  return async (council) => {
    const known = kept.get(council);
    if (known !== undefined && known.until > realNow()) return known.book;
    const [written, listed] = await Promise.all([answers.ofCouncil(council), listings.ofCouncil(council)]);
    const book = searchable({ answers: written, listings: listed });
    kept.set(council, { book, until: realNow() + BOOK_KEPT });
    return book;
  };
};
