import { localDate, localTime } from '../../core/kernel/uk-time.ts';
import { missingIn } from '../../core/set-up/missing.ts';
import { SET_UP_STAGES, type SetUpStage } from '../../core/set-up/set-up-visit.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { momentWords } from '../residents/moment.ts';
import type { Words } from '../words/en.ts';
import { consentLine } from './consent-view.ts';
import { foundIn } from './found.ts';
import type { SeenVisit } from './with-visit.ts';

const doneWords = (c: Visit, { setUp }: Words): string | undefined => {
  switch (c.req.query('done')) {
    case 'saved':
      return setUp.saved;
    case 'not-open':
      return setUp.notOpen;
    default:
      return undefined;
  }
};

/** How the visit stands, in one sentence. */
const standsWords = ({ visit, isVisitOpen, words, today }: SeenVisit): string => {
  const { setUp, when } = words;
  if (visit === undefined) return setUp.never;
  if (visit.finishedAt !== undefined) return setUp.finished(momentWords(visit.finishedAt, today, words));
  return isVisitOpen
    ? setUp.openUntil(when.time(localTime(visit.openUntil)))
    : setUp.left(momentWords(visit.openedAt, localDate(visit.lastAct.at), words));
};

const beginWords = ({ visit, words: { setUp } }: SeenVisit): string => {
  if (visit === undefined) return setUp.begin;
  return visit.finishedAt === undefined ? setUp.goOn : setUp.again;
};

/** The stages with what there is to do. Each may be opened at any time; what comes next is marked. */
const stagesOf = (seen: SeenVisit, missing: SetUpStage) => {
  const { setUp } = seen.words;
  const reached = SET_UP_STAGES.indexOf(missing);
  return SET_UP_STAGES.filter((stage) => stage !== 'done').map((stage, place) => ({
    title: setUp.stages[stage],
    isDone: place < reached,
    state: place < reached ? setUp.states.done : setUp.states.todo,
    href: stage === 'consent' ? undefined : `${seen.at}/${stage}`,
    residents:
      stage === 'consent'
        ? seen.residents.map((resident) => ({
            name: resident.fullName,
            line: consentLine(resident.consent, seen.words),
            href: `${seen.at}/consent/${resident.id}`,
          }))
        : [],
  }));
};

/** The visit: how it stands, its stages, and what may be done now. */
export const overviewPage = (needs: ConsoleNeeds, show: ShowPage) => async (c: Visit, seen: SeenVisit) => {
  const { visit, home, residents, words, today } = seen;
  const found = visit === undefined ? undefined : await foundIn(needs, seen, visit);
  const missing = found === undefined ? 'consent' : missingIn({ ...found, home, residents }, today);
  return show(c, {
    view: 'set-up',
    title: words.setUp.title,
    current: 'homes',
    back: seen.path,
    done: doneWords(c, words),
    data: {
      homeLabel: home.label,
      at: seen.at,
      stands: standsWords(seen),
      isOpen: seen.isVisitOpen,
      begin: beginWords(seen),
      stages: stagesOf(seen, missing),
      cards: residents.map(({ id, fullName }) => ({ name: fullName, href: `/residents/${id}/phrase-card` })),
      mayFinish: seen.isVisitOpen && missing === 'done',
    },
  });
};
