import MiniSearch, { type SearchResult } from 'minisearch';
import type { AnswerBook, Found, SearchableBook } from '../../core/answers/answer-book.ts';
import { contentWords } from './content-words.ts';
import { SERVICE_WORDS } from './service-words.ts';

type Entry = { readonly id: string; readonly title: string; readonly text: string; readonly found: Found };

const entriesOf = ({ answers, listings }: AnswerBook): readonly Entry[] => [
  ...answers.map((answer) => ({
    id: `answer ${answer.subject}`,
    title: answer.subject.replaceAll('-', ' '),
    text: [answer.answer, ...answer.facts].join(' '),
    found: { kind: 'answer', answer } as const,
  })),
  ...listings.map((listing) => ({
    id: `listing ${listing.id}`,
    title: listing.name,
    text: listing.description,
    found: { kind: 'listing', listing } as const,
  })),
];

/** Half of what was said has to be in what is answered with: fewer, and a resident is told about something else. */
const ENOUGH = 0.5;
/** Of several words, one must be a word of the entry's own name. */
const SHORT_QUESTION = 1;

const fits = (result: SearchResult, asked: readonly string[], titles: ReadonlySet<string>): boolean => {
  const inTitle = result.terms.some((term) => titles.has(term));
  const covered = result.queryTerms.length / asked.length;
  return covered >= ENOUGH && (inTitle || (asked.length > SHORT_QUESTION && covered === 1));
};

/**
 * A council's book behind full-text search (MiniSearch): a word of an entry's name counts three times, a spelling that is nearly
 * right counts, and so does the beginning of a longer word. Only what holds at least half of the words asked is an answer at all.
 */
export const searchableBook = (book: AnswerBook): SearchableBook => {
  const entries = entriesOf(book);
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const index = new MiniSearch<Entry>({
    fields: ['title', 'text'],
    tokenize: (text) => [...contentWords(text)],
    searchOptions: {
      boost: { title: 3 },
      prefix: (term) => term.length > 4,
      fuzzy: (term) => (term.length > 5 ? 0.2 : false),
    },
  });
  index.addAll(entries);
  const own = new Set([...entries.flatMap(({ title, text }) => contentWords(`${title} ${text}`)), ...SERVICE_WORDS]);
  const titleWords = (id: string): ReadonlySet<string> => new Set(contentWords(known.get(id)?.title ?? ''));

  return {
    find: (words) => {
      const asked = [...new Set(contentWords(words))];
      if (asked.length === 0) return undefined;
      const best = index.search(asked.join(' ')).find((result) => fits(result, asked, titleWords(String(result.id))));
      return best === undefined ? undefined : known.get(String(best.id))?.found;
    },
    ownWords: (words) => [...new Set(contentWords(words))].filter((word) => own.has(word)),
  };
};
