import { writeInVisit } from '../../core/set-up/write-in-visit.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { factsAtFirst, factsOf, homeQuestions, type TypedFacts, typedFacts } from './home-form.ts';
import { backToVisit, type SeenVisit } from './with-visit.ts';

/** The stage in which the Home is looked at. */
export const homeActs = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const page = (c: Visit, seen: SeenVisit, typed: TypedFacts, mistakes: readonly Mistake[] = []) =>
    show(c, {
      view: 'set-up-form',
      title: seen.words.setUp.home.title,
      status: mistakes.length === 0 ? 200 : 422,
      current: 'homes',
      back: seen.at,
      mistakes,
      data: {
        action: `${seen.at}/home`,
        homeLabel: seen.home.label,
        questions: homeQuestions(typed, seen),
      },
    });

  return {
    ask: (c: Visit, seen: SeenVisit) => page(c, seen, factsAtFirst(seen.visit?.facts)),
    save: async (c: Visit, seen: SeenVisit) => {
      const typed = typedFacts(formOf(c));
      const read = factsOf(typed, seen.words);
      if ('mistakes' in read) return page(c, seen, typed, read.mistakes);
      const outcome = await writeInVisit(needs)(seen.by, 'home-facts', { facts: read.facts });
      return backToVisit(needs, messages, c, seen, outcome, 'saved');
    },
  };
};
