import { Hono } from 'hono';
import { isId } from '../../core/kernel/ids.ts';
import { isOnDuty } from '../../core/safeguarding/choose-safety-mode.ts';
import { moveDutyEntry } from '../../core/safeguarding/handle-duty-entry.ts';
import { officerNames } from '../alerts/officer-names.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import type { AtDesk } from '../sign-in/for-officers.ts';
import { signedInOf } from '../sign-in/signed-in.ts';
import { wordsOf } from '../words/words-of.ts';
import { entryView, modeLine, sorted } from './duty-view.ts';

const DONE = ['taken', 'done'] as const;

/** The list of safety words. To anybody who is not on duty it is not there, whatever else they may do. */
export const dutyRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const onDuty = (handler: (c: Visit, desk: AtDesk) => Promise<Response>) => async (c: Visit) => {
    const { acting } = signedInOf(c);
    if (acting.kind !== 'officer' || !isOnDuty(acting.officer)) {
      needs.log('console.refused', { kind: acting.kind, reason: 'not-for-them' });
      return messages.notFound(c);
    }
    return handler(c, { officer: acting.officer, words: wordsOf(c.get('language')), now: needs.clock() });
  };

  const list = async (c: Visit, desk: AtDesk, movedMeanwhile?: string): Promise<Response> => {
    const { words, now } = desk;
    const [stored, entries] = await Promise.all([
      needs.safetyModes.of(needs.council),
      needs.dutyEntries.ofCouncil(needs.council),
    ]);
    const mode = stored?.value;
    const { open, done } = sorted(entries, now);
    const owners = [...open, ...done].flatMap(({ owner }) => owner ?? []);
    const names = await officerNames(needs, desk, owners);
    const view = (all: typeof open) => Promise.all(all.map((entry) => entryView(needs, entry, { names, mode, desk })));
    const saved = DONE.find((known) => known === c.req.query('done'));
    const mistake = { field: `entry-${movedMeanwhile}`, text: words.duty.list.moved };
    return show(c, {
      view: 'duty',
      title: words.duty.list.title,
      current: 'duty',
      alsoAt: '/duty',
      status: movedMeanwhile === undefined ? 200 : 409,
      mistakes: movedMeanwhile === undefined ? [] : [mistake],
      done: saved === undefined ? undefined : words.duty.list.saved[saved],
      data: { about: modeLine(mode, desk), open: await view(open), finished: await view(done) },
    });
  };

  const move = moveDutyEntry({ ...needs, entries: needs.dutyEntries });
  const moved = (to: (typeof DONE)[number]) =>
    onDuty(async (c, desk) => {
      const [at, id] = [Number(c.req.param('at')), c.req.param('dutyEntry') ?? ''];
      if (!Number.isSafeInteger(at) || at < 0 || !isId(id)) return messages.notFound(c);
      const outcome = await move(desk.officer, { at, id }, to);
      switch (outcome.kind) {
        case 'duty-moved':
          return c.redirect(`${needs.base}/duty?done=${to}`, 303);
        case 'not-allowed':
        case 'no-such-entry':
          return messages.notFound(c);
        case 'not-from-here':
        case 'changed-meanwhile':
          return list(c, desk, id);
      }
    });

  return new Hono<ConsoleEnv>()
    .get(
      '/duty',
      onDuty((c, desk) => list(c, desk)),
    )
    .post('/duty/:at/:dutyEntry/take', moved('taken'))
    .post('/duty/:at/:dutyEntry/done', moved('done'));
};
