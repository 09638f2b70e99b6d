import { Hono } from 'hono';
import { isId } from '../../core/kernel/ids.ts';
import { localDate } from '../../core/kernel/uk-time.ts';
import { closeForgetting, type ForgetRequest } from '../../core/people/forget-request.ts';
import type { Officer } from '../../core/people/officer.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { momentWords } from '../residents/moment.ts';
import { signedInOf } from '../sign-in/signed-in.ts';
import { wordsOf } from '../words/words-of.ts';

/** Who asked to be forgotten, when, and by when it is to be answered. For officers who may manage; to carers it is not there. */
export const forgettingRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const managing = (handler: (c: Visit, officer: Officer) => Promise<Response>) => async (c: Visit) => {
    const { acting } = signedInOf(c);
    if (acting.kind !== 'officer') return messages.notFound(c);
    return acting.officer.rights.includes('manage') ? handler(c, acting.officer) : messages.notAllowed(c);
  };

  const rowOf = async (c: Visit, { council, residentId, askedAt, answerBy, state, lastAct }: ForgetRequest) => {
    const words = wordsOf(c.get('language'));
    const { forgetting, when } = words;
    const today = localDate(needs.clock());
    const name = (await needs.residents.ofId(council, residentId))?.value.fullName;
    return {
      id: residentId,
      name: name ?? forgetting.gone,
      path: `/forgetting/${residentId}/done`,
      decidePath: name === undefined ? undefined : `/residents/${residentId}/forget`,
      isOpen: state === 'asked',
      isLate: state === 'asked' && answerBy < today,
      asked: forgetting.asked(momentWords(askedAt, today, words)),
      by: forgetting.by(when.day(answerBy)),
      done: state === 'done' ? forgetting.doneAt(momentWords(lastAct.at, today, words)) : undefined,
    };
  };

  const list = async (c: Visit): Promise<Response> => {
    const { forgetting } = wordsOf(c.get('language'));
    const requests = await needs.forgetRequests.ofCouncil(needs.council);
    return show(c, {
      view: 'forgetting',
      title: forgetting.title,
      current: 'forgetting',
      alsoAt: '/forgetting',
      done: c.req.query('done') === 'yes' ? forgetting.saved : undefined,
      data: { requests: await Promise.all(requests.map((request) => rowOf(c, request))) },
    });
  };

  const close = closeForgetting({ ...needs, requests: needs.forgetRequests });
  const done = async (c: Visit, officer: Officer): Promise<Response> => {
    const id = c.req.param('asker') ?? '';
    if (!isId(id)) return messages.notFound(c);
    const { kind } = await close(officer, id);
    switch (kind) {
      case 'forgetting-closed':
      case 'changed-meanwhile':
        return c.redirect(`${needs.base}/forgetting${kind === 'forgetting-closed' ? '?done=yes' : ''}`, 303);
      case 'no-such-request':
        return messages.notFound(c);
      case 'not-allowed':
        return messages.notAllowed(c);
    }
  };

  return new Hono<ConsoleEnv>().get('/forgetting', managing(list)).post('/forgetting/:asker/done', managing(done));
};
