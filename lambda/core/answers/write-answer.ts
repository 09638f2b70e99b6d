import type { AuditTrail } from '../audit/audit-trail.ts';
import { noteAct } from '../audit/note-act.ts';
import type { Clock, Instant } from '../kernel/clock.ts';
import type { Officer } from '../people/officer.ts';
import type { Answer, CareSubject } from './answer.ts';
import type { Answers } from './find-answer.ts';

/** The longest sentence that is easily heard, in words (NHS and GOV.UK advice is 15 to 20), and in characters. */
export const ANSWER_WORDS = 20;
export const ANSWER_LENGTH = 160;
/** The answer itself and two more make three facts a turn. */
export const MORE_FACTS = 2;

export type WrittenAnswer = {
  readonly subject: CareSubject;
  readonly answer: string;
  readonly facts: readonly string[];
  readonly phone: string;
  /** When the answer was last written that the officer saw; undefined: there was none. */
  readonly over: Instant | undefined;
};

export type AnswerField = 'answer' | 'fact-1' | 'fact-2' | 'phone';
export type AnswerProblem = { readonly field: AnswerField; readonly problem: 'empty' | 'too-long' | 'no-phone-number' };

export type WriteAnswerOutcome =
  | { readonly kind: 'answer-written'; readonly answer: Answer }
  | { readonly kind: 'answer-wrong'; readonly problems: readonly AnswerProblem[] }
  | { readonly kind: 'changed-meanwhile'; readonly answer: Answer }
  | { readonly kind: 'not-allowed' };

const tidy = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');
const isTooLong = (text: string): boolean => text.length > ANSWER_LENGTH || text.split(' ').length > ANSWER_WORDS;

/** A number as it is dialled in the United Kingdom: from 0 or +44, nine to eleven digits; or a short one that begins with 1. */
const isPhone = (text: string): boolean => /^(?:\+44|0)\d{9,10}$|^1\d{2,5}$/.test(text.replaceAll(/[\s()-]/g, ''));

const problemsOf = (answer: string, facts: readonly string[], phone: string): readonly AnswerProblem[] => {
  const fields = ['fact-1', 'fact-2'] as const;
  return [
    ...(answer === '' ? [{ field: 'answer', problem: 'empty' } as const] : []),
    ...(isTooLong(answer) ? [{ field: 'answer', problem: 'too-long' } as const] : []),
    ...fields.flatMap((field, at) => (isTooLong(facts[at] ?? '') ? [{ field, problem: 'too-long' } as const] : [])),
    ...(phone !== '' && !isPhone(phone) ? [{ field: 'phone', problem: 'no-phone-number' } as const] : []),
  ];
};

/**
 * Writes what people are told about a subject: one sentence, at most two more, and a number. Who wrote it is kept; what somebody else
 * wrote since this officer looked is not written over. Officers who manage the service may; each sentence is at most 20 words, because it is heard and not read.
 */
export const writeAnswer =
  (needs: {
    readonly answers: Pick<Answers, 'ofSubject' | 'save'>;
    readonly audit: AuditTrail;
    readonly clock: Clock;
  }) =>
  async (officer: Officer, written: WrittenAnswer): Promise<WriteAnswerOutcome> => {
    if (!officer.rights.includes('manage')) return { kind: 'not-allowed' };
    const { council } = officer;
    const sentence = tidy(written.answer);
    const lines = written.facts.slice(0, MORE_FACTS).map(tidy);
    const phone = tidy(written.phone);
    const problems = problemsOf(sentence, lines, phone);
    if (problems.length > 0) return { kind: 'answer-wrong', problems };
    const facts = lines.filter((line) => line !== '');
    const { subject } = written;
    const asOf = needs.clock();
    const stands = await needs.answers.ofSubject(council, subject);
    if (stands !== undefined && stands.asOf !== written.over) return { kind: 'changed-meanwhile', answer: stands };
    const answer: Answer = { council, subject, answer: sentence, facts, ...(phone === '' ? {} : { phone }), asOf };
    await needs.answers.save(answer);
    const who = { by: { kind: 'officer', id: officer.id }, did: 'write-answer' } as const;
    await noteAct(needs)(council, `ANSWER#${subject}`, who, answer);
    return { kind: 'answer-written', answer };
  };
