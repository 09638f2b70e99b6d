import type { LocalDate } from '../kernel/uk-time.ts';
import type { Answer, CareSubject } from './answer.ts';
import type { Found, ReadBook } from './answer-book.ts';
import type { Listing } from './listing.ts';

export type Answers = {
  readonly ofSubject: (council: string, subject: CareSubject) => Promise<Answer | undefined>;
  readonly ofCouncil: (council: string) => Promise<readonly Answer[]>;
  readonly save: (answer: Answer) => Promise<unknown>;
};

export type Listings = {
  readonly ofId: (council: string, id: string) => Promise<Listing | undefined>;
  readonly ofCouncil: (council: string) => Promise<readonly Listing[]>;
  readonly save: (listing: Listing) => Promise<unknown>;
  readonly remove: (council: string, id: string) => Promise<void>;
};

/** A word is counted as `about-…`, so that it cannot be taken for a subject. */
export type Gap = CareSubject | 'not-understood' | `about-${string}`;

/** What nobody has written an answer for, by subject or word and day, with nothing of who asked or of what else was said. */
export type Unanswered = {
  readonly count: (council: string, gap: Gap, day: LocalDate) => Promise<void>;
  /** Each gap with how often it was met from one local date to another, both inclusive; the most frequent first. */
  readonly between: (council: string, from: LocalDate, to: LocalDate) => Promise<readonly GapMet[]>;
};
export type GapMet = { readonly gap: Gap; readonly times: number };

/** What is asked: a subject that was understood, or else the person's own words. Neither: something was asked that nobody understood. */
export type CareQuestion = { readonly subject?: CareSubject; readonly words?: string };

export type FindAnswerOutcome =
  | Found
  | { readonly kind: 'no-answer'; readonly subject: CareSubject | 'not-understood' };

type Needs = {
  readonly answers: Pick<Answers, 'ofSubject'>;
  readonly readBook: ReadBook;
  readonly unanswered: Pick<Unanswered, 'count'>;
};

/** A question of many words tells of at most so many gaps. */
const GAPS_A_QUESTION = 3;

/** The council's answer on a subject, or what fits the person's words best. When there is none, the gap is counted so that staff can write one. */
export const findAnswer =
  (needs: Needs) =>
  async (council: string, question: CareQuestion, today: LocalDate): Promise<FindAnswerOutcome> => {
    const { subject, words } = question;
    if (subject !== undefined) {
      const answer = await needs.answers.ofSubject(council, subject);
      if (answer !== undefined) return { kind: 'answer', answer };
      await needs.unanswered.count(council, subject, today);
      return { kind: 'no-answer', subject };
    }
    const book = words === undefined ? undefined : await needs.readBook(council);
    const found = words === undefined ? undefined : book?.find(words);
    if (found !== undefined) return found;
    const gaps = words === undefined ? [] : (book?.ownWords(words) ?? []).slice(0, GAPS_A_QUESTION);
    const counted: readonly Gap[] = ['not-understood', ...gaps.map((word) => `about-${word}` as const)];
    await Promise.all(counted.map((gap) => needs.unanswered.count(council, gap, today)));
    return { kind: 'no-answer', subject: 'not-understood' };
  };
