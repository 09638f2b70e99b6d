import { ECHO_CHECKS, SEEN_THERE } from '../../core/set-up/set-up-visit.ts';
import type { Visit } from '../pages/console-env.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { consentAtFirst, consentQuestions } from './consent-form.ts';
import { factsAtFirst, homeQuestions } from './home-form.ts';
import { choicesOf } from './question.ts';
import type { SeenVisit } from './with-visit.ts';

/** The questions of a visit on paper: the same as on the pages, with boxes to tick and lines to write on. */
export const paperPage = (show: ShowPage) => (c: Visit, seen: SeenVisit) => {
  const { words, residents, officer, today } = seen;
  const { setUp } = words;
  const sheets = [
    ...residents.map((resident) => ({
      title: setUp.consent.title(resident.fullName),
      before: [setUp.consent.before, ...setUp.consent.explain],
      questions: consentQuestions(consentAtFirst(resident, officer, today), today, words),
    })),
    { title: setUp.home.title, before: [], questions: homeQuestions(factsAtFirst(undefined), seen) },
    {
      title: setUp.stages.echo,
      before: [],
      questions: [{ legend: setUp.echo.checks, items: choicesOf(ECHO_CHECKS, setUp.echo.checkNames) }],
    },
    {
      title: setUp.stages.prove,
      before: [],
      questions: [{ legend: setUp.prove.seen, items: choicesOf(SEEN_THERE, setUp.prove.items) }],
    },
  ];
  return show(c, {
    view: 'set-up-paper',
    title: setUp.paperPage.title,
    current: 'homes',
    back: seen.at,
    data: { homeLabel: seen.home.label, sheets },
  });
};
