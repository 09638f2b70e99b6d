import { Hono } from 'hono';
import { type Answer, CARE_SUBJECTS, type CareSubject } from '../../core/answers/answer.ts';
import { type AnswerProblem, type WrittenAnswer, writeAnswer } from '../../core/answers/write-answer.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { type Form, formOf, one } from '../forms/form.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { type AtDesk, forOfficers } from '../sign-in/for-officers.ts';
import { answerRows, gapRows } from './answer-rows.ts';

const subjectIn = (c: Visit): CareSubject | undefined =>
  CARE_SUBJECTS.find((known) => known === c.req.param('subject'));

/** An empty box is an answer that did not stand when the form was shown. */
const overIn = (form: Form): number | undefined => {
  const over = Number(one(form, 'over'));
  return one(form, 'over') !== '' && Number.isSafeInteger(over) ? over : undefined;
};

const typedIn = (form: Form, subject: CareSubject): WrittenAnswer => ({
  subject,
  answer: one(form, 'answer'),
  facts: [one(form, 'fact-1'), one(form, 'fact-2')],
  phone: one(form, 'phone'),
  over: overIn(form),
});

const writtenIn = (subject: CareSubject, answer: Answer | undefined): WrittenAnswer => ({
  subject,
  answer: answer?.answer ?? '',
  facts: answer?.facts ?? [],
  phone: answer?.phone ?? '',
  over: answer?.asOf,
});

type Wrong = { readonly problems?: readonly AnswerProblem[]; readonly theirs?: Answer };

/** What people are told about each subject, and what they asked for in vain. Officers who see may look; those who manage write. */
export const answerRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const atDesk = forOfficers(needs, messages);
  const mayWrite = ({ officer }: AtDesk): boolean => officer.rights.includes('manage');

  const list = atDesk(async (c, desk) => {
    const { words } = desk;
    const [written, gaps] = await Promise.all([answerRows(needs, desk), gapRows(needs, desk)]);
    return show(c, {
      view: 'answers',
      title: words.answers.title,
      current: 'answers',
      done: c.req.query('done') === 'saved' ? words.answers.saved : undefined,
      data: { written, gaps, mayWrite: mayWrite(desk) },
    });
  });

  const form = (c: Visit, { words }: AtDesk, typed: WrittenAnswer, wrong: Wrong = {}) =>
    show(c, {
      view: 'answer',
      title: words.answers.formTitle(words.officers.callBacks.subjects[typed.subject]),
      current: 'answers',
      back: '/answers',
      alsoAt: `/answers/${typed.subject}`,
      status: wrong.problems !== undefined ? 422 : wrong.theirs === undefined ? 200 : 409,
      mistakes: (wrong.problems ?? []).map(({ field, problem }) => ({ field, text: words.answers.problems[problem] })),
      data: { typed, theirs: wrong.theirs },
    });

  const writing = (handler: (c: Visit, desk: AtDesk, subject: CareSubject) => Promise<Response>) =>
    atDesk(async (c, desk) => {
      const subject = subjectIn(c);
      if (subject === undefined) return messages.notFound(c);
      return mayWrite(desk) ? handler(c, desk, subject) : messages.notAllowed(c);
    });

  const write = writeAnswer(needs);
  const save = writing(async (c, desk, subject) => {
    const typed = typedIn(formOf(c), subject);
    const outcome = await write(desk.officer, typed);
    switch (outcome.kind) {
      case 'answer-written':
        return c.redirect(`${needs.base}/answers?done=saved`, 303);
      case 'not-allowed':
        return messages.notAllowed(c);
      case 'answer-wrong':
        return form(c, desk, typed, { problems: outcome.problems });
      case 'changed-meanwhile':
        return form(c, desk, { ...typed, over: outcome.answer.asOf }, { theirs: outcome.answer });
    }
  });

  return new Hono<ConsoleEnv>()
    .get('/answers', list)
    .get(
      '/answers/:subject',
      writing(async (c, desk, subject) =>
        form(c, desk, writtenIn(subject, await needs.answers.ofSubject(needs.council, subject))),
      ),
    )
    .post('/answers/:subject', save);
};
