import { Hono } from 'hono';
import type { CallBack } from '../../core/call-backs/call-back.ts';
import { type HandleCallBackOutcome, moveCallBack, noteCallBack } from '../../core/call-backs/handle-call-back.ts';
import { MINUTE } from '../../core/kernel/clock.ts';
import { isId } from '../../core/kernel/ids.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { type AtDesk, forOfficers } from '../sign-in/for-officers.ts';
import { callBackView, officeLines, officerNames } from './call-back-view.ts';

const CURSOR = /^\d{14}#[A-Za-z0-9_~.:-]{1,128}$/;

/** The first page from here on that holds open call-backs: pages of done ones are stepped over. */
const openFrom = async (needs: ConsoleNeeds, from: string | undefined) => {
  let page = await needs.callBacks.open(needs.council, from);
  while (page.callBacks.length === 0 && page.after !== undefined)
    page = await needs.callBacks.open(needs.council, page.after);
  return page;
};

const DONE = ['taken', 'done', 'could-not-reach', 'note'] as const;

/** The mistake of one call-back stands in that call-back. */
type Wrong = { readonly id: string; readonly note: string; readonly mistake: Mistake; readonly status: 409 | 422 };

const listPage = (needs: ConsoleNeeds, show: ShowPage) => async (c: Visit, desk: AtDesk, wrong?: Wrong) => {
  const { words } = desk;
  const after = c.req.param('after');
  const from = after !== undefined && CURSOR.test(after) ? after : undefined;
  const [council, page] = await Promise.all([needs.councilOf(needs.council), openFrom(needs, from)]);
  const names = await officerNames(needs, page.callBacks, desk);
  const nameOf = async ({ council: id, residentId }: CallBack) =>
    (await needs.residents.ofId(id, residentId))?.value.fullName ?? '';
  const done = DONE.find((known) => known === c.req.query('done'));
  return show(c, {
    view: 'call-backs',
    title: words.officers.callBacks.title,
    current: 'call-backs',
    alsoAt: '/call-backs',
    status: wrong?.status ?? 200,
    mistakes: wrong === undefined ? [] : [wrong.mistake],
    done: done === undefined ? undefined : words.officers.callBacks.saved[done],
    data: {
      office: officeLines(council, desk),
      callBacks: await Promise.all(
        page.callBacks.map(async (callBack) => ({
          ...callBackView(callBack, await nameOf(callBack), names, desk),
          typed: wrong?.id === callBack.id ? wrong.note : '',
        })),
      ),
      first: from === undefined ? undefined : '/call-backs',
      next: page.after === undefined ? undefined : `/call-backs/after/${encodeURIComponent(page.after)}`,
    },
  });
};

/** A button that was pressed twice: what it asks for already stands, by the same officer. */
const isDoneAlready = (
  callBack: CallBack,
  done: (typeof DONE)[number],
  { officer, now }: AtDesk,
  note: string,
): boolean => {
  if (done !== 'note') return callBack.state === done && callBack.owner === officer.id;
  const last = callBack.notes.at(-1);
  return last !== undefined && last.by === officer.id && last.text === note && now - last.at < MINUTE;
};

type Act = (
  one: { officer: AtDesk['officer']; askedAt: number; id: string },
  note: string,
) => Promise<HandleCallBackOutcome>;

/** One list for officers, oldest first: take a call, note something, done, could not reach. */
export const callBackRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const atDesk = forOfficers(needs, messages);
  const list = listPage(needs, show);

  const acted = (done: (typeof DONE)[number], act: Act) =>
    atDesk(async (c, desk) => {
      const [askedAt, id] = [Number(c.req.param('askedAt')), c.req.param('callBack') ?? ''];
      if (!Number.isSafeInteger(askedAt) || askedAt < 0 || !isId(id)) return messages.notFound(c);
      const note = one(formOf(c), 'note');
      const stored = await needs.callBacks.ofId(needs.council, askedAt, id);
      const toList = () => c.redirect(`${needs.base}/call-backs?done=${done}`, 303);
      if (stored === undefined) return messages.notFound(c);
      if (isDoneAlready(stored.value, done, desk, note)) return toList();
      const outcome = await act({ officer: desk.officer, askedAt, id }, note);
      const { errors } = desk.words.officers.callBacks;
      const wrong = (field: string, text: string, status: Wrong['status']) =>
        list(c, desk, { id, note, mistake: { field: `${field}-${id}`, text }, status });
      switch (outcome.kind) {
        case 'call-back-moved':
        case 'note-added':
          return toList();
        case 'no-such-call-back':
          return messages.notFound(c);
        case 'not-allowed':
          return messages.notAllowed(c);
        case 'taken-by-another': {
          const owner = (await needs.officers.ofId(needs.council, outcome.callBack.owner ?? ''))?.name;
          return wrong('call', errors['taken-by-another'](owner ?? ''), 409);
        }
        case 'not-from-here':
        case 'changed-meanwhile': {
          const now = await needs.callBacks.ofId(needs.council, askedAt, id);
          const isDone = now !== undefined && isDoneAlready(now.value, done, desk, note);
          return isDone ? toList() : wrong('call', errors[outcome.kind], 409);
        }
        case 'note-empty':
          return wrong('note', errors['note-empty'], 422);
        case 'note-too-long':
          return wrong('note', errors['note-too-long'](outcome.atMost), 422);
      }
    });

  const move = moveCallBack(needs);
  const note = noteCallBack(needs);
  const path = '/call-backs/:askedAt/:callBack';
  return new Hono<ConsoleEnv>()
    .get('/call-backs', atDesk(list))
    .get('/call-backs/after/:after', atDesk(list))
    .post(
      `${path}/take`,
      acted('taken', (call) => move(call, 'taken')),
    )
    .post(
      `${path}/done`,
      acted('done', (call) => move(call, 'done')),
    )
    .post(
      `${path}/could-not-reach`,
      acted('could-not-reach', (call) => move(call, 'could-not-reach')),
    )
    .post(`${path}/note`, acted('note', note));
};
