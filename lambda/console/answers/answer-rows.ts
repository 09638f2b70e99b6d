import { CARE_SUBJECTS } from '../../core/answers/answer.ts';
import type { Gap } from '../../core/answers/find-answer.ts';
import { addDays, localDate } from '../../core/kernel/uk-time.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { momentWords } from '../residents/moment.ts';
import type { AtDesk } from '../sign-in/for-officers.ts';

/** How far back gaps are counted, and how many are shown. */
const GAP_DAYS = 28;
const MOST_GAPS = 50;

/** One row for each subject, in our own order, with what is said about it. */
export const answerRows = async (needs: ConsoleNeeds, { words, now }: AtDesk) => {
  const written = new Map((await needs.answers.ofCouncil(needs.council)).map((answer) => [answer.subject, answer]));
  const today = localDate(now);
  return CARE_SUBJECTS.map((subject) => {
    const answer = written.get(subject);
    return {
      subject: words.officers.callBacks.subjects[subject],
      path: `/answers/${subject}`,
      lines: answer === undefined ? [] : [answer.answer, ...answer.facts, ...(answer.phone ? [answer.phone] : [])],
      written: answer === undefined ? undefined : words.answers.written(momentWords(answer.asOf, today, words)),
    };
  });
};

const gapWords = (gap: Gap, { words }: AtDesk): string => {
  if (gap === 'not-understood') return words.answers.notUnderstood;
  const subject = CARE_SUBJECTS.find((known) => known === gap);
  return subject === undefined ? gap.slice('about-'.length) : words.officers.callBacks.subjects[subject];
};

/** What was asked for in vain in the last 28 days, the most frequent first. */
export const gapRows = async (needs: ConsoleNeeds, desk: AtDesk) => {
  const today = localDate(desk.now);
  const met = await needs.unanswered.between(needs.council, addDays(today, 1 - GAP_DAYS), today);
  return met.slice(0, MOST_GAPS).map(({ gap, times }) => ({ gap: gapWords(gap, desk), times }));
};
