import { Hono } from 'hono';
import { localDate } from '../../core/kernel/uk-time.ts';
import type { Council } from '../../core/people/council.ts';
import { type ClosedUnsent, type DispatchRelease, dispatchState } from '../../core/people/dispatch.ts';
import type { Officer } from '../../core/people/officer.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { momentWords } from '../residents/moment.ts';
import { signedInOf } from '../sign-in/signed-in.ts';
import type { Words } from '../words/en.ts';
import { wordsOf } from '../words/words-of.ts';

const countRows = ({ delivery, reminder, alert }: ClosedUnsent, { restored }: Words) => [
  { key: restored.delivery, value: delivery },
  { key: restored.reminder, value: reminder },
  { key: restored.alert, value: alert },
];

/** Who let the council go on last, and when; nobody when it never was restored. */
const lastWords = async (needs: ConsoleNeeds, release: DispatchRelease | undefined, officer: Officer, words: Words) => {
  if (release?.doneAt === undefined) return undefined;
  const entries = await needs.audit.of(needs.council, 'DISPATCH');
  const begun = entries.findLast(({ act }) => act.did === 'release-restored')?.act;
  const by = begun?.by.id === officer.id ? words.reminders.page.by.me : words.reminders.page.by.officer;
  return words.restored.last(by, momentWords(release.doneAt, localDate(needs.clock()), words));
};

/** Why it was not let go on, as the catalogue has it. */
type Problem = 'changed' | 'notErasedAgain';

/** After a restore (promise G12): what would be closed unsent, letting the council go on, and how far that has come. For officers who may manage. */
export const restoredRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const managing = (handler: (c: Visit, officer: Officer) => Promise<Response>) => async (c: Visit) => {
    const { acting } = signedInOf(c);
    if (acting.kind !== 'officer') return messages.notFound(c);
    return acting.officer.rights.includes('manage') ? handler(c, acting.officer) : messages.notAllowed(c);
  };

  const fencedPage = async (c: Visit, words: Words, problem: Problem | undefined) => {
    const { counts, isWhole } = await needs.restored.count();
    const sum = counts.delivery + counts.reminder + counts.alert;
    return show(c, {
      view: 'restored',
      title: words.restored.title,
      status: problem === undefined ? 200 : 409,
      alsoAt: '/restored',
      data: {
        rows: countRows(counts, words),
        more: isWhole ? undefined : words.restored.more(sum),
        changed: problem === undefined ? undefined : words.restored[problem],
      },
    });
  };

  const page = async (c: Visit, officer: Officer, problem?: Problem): Promise<Response> => {
    const words = wordsOf(c.get('language'));
    const council: Council | undefined = (await needs.councils.stored(needs.council))?.value;
    if (council === undefined) return messages.notFound(c);
    // The frame of every page asks a council that was read up to a minute ago.
    c.set('council', council);
    const { release } = council;
    switch (dispatchState(council, needs.dispatchEpoch)) {
      case 'fenced':
        return fencedPage(c, words, problem);
      case 'releasing':
        return show(c, {
          view: 'restored-under-way',
          title: words.restored.underWay,
          alsoAt: '/restored',
          data: { rows: release === undefined ? [] : countRows(release.closed, words) },
        });
      case 'open':
        return show(c, {
          view: 'restored-open',
          title: words.restored.open,
          alsoAt: '/restored',
          data: {
            last: await lastWords(needs, release, officer, words),
            rows: release?.doneAt === undefined ? [] : countRows(release.closed, words),
          },
        });
    }
  };

  const release = async (c: Visit, officer: Officer): Promise<Response> => {
    const { kind } = await needs.restored.release(officer);
    switch (kind) {
      case 'not-allowed':
        return messages.notAllowed(c);
      case 'changed-meanwhile':
        return page(c, officer, 'changed');
      case 'not-erased-again':
        return page(c, officer, 'notErasedAgain');
      case 'release-begun':
      case 'already-releasing':
      case 'not-fenced':
        return c.redirect(`${needs.base}/restored`, 303);
    }
  };

  return new Hono<ConsoleEnv>()
    .get(
      '/restored',
      managing((c, officer) => page(c, officer)),
    )
    .post('/restored', managing(release));
};
