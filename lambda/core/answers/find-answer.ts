import type { LocalDate } from '../kernel/uk-time.ts';
import type { Answer, CareSubject } from './answer.ts';

export type Answers = {
  readonly ofSubject: (council: string, subject: CareSubject) => Promise<Answer | undefined>;
  readonly save: (answer: Answer) => Promise<unknown>;
};

/** Counts questions nobody has written an answer for: by subject and day, with nothing of who asked or what was said. */
export type Unanswered = {
  readonly count: (council: string, subject: CareSubject | 'not-understood', day: LocalDate) => Promise<void>;
};

export type FindAnswerOutcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'no-answer'; readonly subject: CareSubject | 'not-understood' };

/** The council's answer on a subject. When there is none, the gap is counted so that staff can write one. */
export const findAnswer =
  (needs: { readonly answers: Answers; readonly unanswered: Unanswered }) =>
  async (council: string, subject: CareSubject | undefined, today: LocalDate): Promise<FindAnswerOutcome> => {
    const answer = subject === undefined ? undefined : await needs.answers.ofSubject(council, subject);
    if (answer !== undefined) return { kind: 'answer', answer };
    const asked = subject ?? 'not-understood';
    await needs.unanswered.count(council, asked, today);
    return { kind: 'no-answer', subject: asked };
  };
