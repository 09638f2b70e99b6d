import { localTime } from '../../core/kernel/uk-time.ts';
import { isTestOver } from '../../core/set-up/proof.ts';
import { setTestReminder } from '../../core/set-up/set-test-reminder.ts';
import { SEEN_THERE, type SetUpVisit } from '../../core/set-up/set-up-visit.ts';
import { writeInVisit } from '../../core/set-up/write-in-visit.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { all, formOf } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { type Found, foundIn } from './found.ts';
import { choicesOf, type Question } from './question.ts';
import { backToVisit, type SeenVisit } from './with-visit.ts';

/** What was seen and heard, as far as there is something to see. */
const seenQuestion = ({ proof, visit }: Found, { words: { setUp } }: SeenVisit): Question => ({
  kind: 'several',
  name: 'seen',
  legend: setUp.prove.seen,
  items: choicesOf(
    SEEN_THERE.filter((what) => proof[what].proved !== 'not-needed'),
    setUp.prove.items,
  ),
  values: visit.seen ?? [],
});

const rowsOf = ({ proof }: Found, { words: { setUp, when } }: SeenVisit) =>
  SEEN_THERE.map((what) => {
    const { proved, at } = proof[what];
    const says = setUp.prove.proved[proved];
    return {
      key: setUp.prove.itemNames[what],
      value: at === undefined ? says : `${says}, ${setUp.prove.at(when.time(localTime(at)))}`,
    };
  });

const testWords = ({ residents, words: { setUp, when } }: SeenVisit, { test }: SetUpVisit): string | undefined => {
  const name = residents.find(({ id }) => id === test?.residentId)?.settings.nameToUse;
  if (test === undefined || name === undefined) return undefined;
  return setUp.prove.setFor(name, when.time(localTime(test.dueAt)));
};

/** The stage in which it is proved that everything works, from evidence and from what whoever is there saw. */
export const proveActs = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const page = async (c: Visit, seen: SeenVisit, mistakes: readonly Mistake[] = []) => {
    const { words, visit, home } = seen;
    if (visit === undefined) return c.redirect(`${needs.base}${seen.at}`, 303);
    const found = await foundIn(needs, seen, visit);
    return show(c, {
      view: 'set-up-prove',
      title: words.setUp.stages.prove,
      status: mistakes.length === 0 ? 200 : 422,
      current: 'homes',
      back: seen.at,
      alsoAt: `${seen.at}/prove`,
      mistakes,
      data: {
        homeLabel: home.label,
        at: seen.at,
        action: `${seen.at}/prove`,
        rows: rowsOf(found, seen),
        test: testWords(seen, visit),
        setWords: visit.test === undefined ? words.setUp.prove.set : words.setUp.prove.setAgain,
        mayTest: seen.isVisitOpen && isTestOver(visit, found.delivery),
        questions: [seenQuestion(found, seen)],
      },
    });
  };

  return {
    ask: (c: Visit, seen: SeenVisit) => page(c, seen),
    test: async (c: Visit, seen: SeenVisit) => {
      const outcome = await setTestReminder({ ...needs, newId: needs.newToken })(seen.by, seen.residents);
      switch (outcome.kind) {
        case 'written':
          return c.redirect(`${needs.base}${seen.at}/prove`, 303);
        case 'no-visit-open':
        case 'no-such-home':
        case 'not-allowed':
          return backToVisit(needs, messages, c, seen, outcome);
        default:
          return page(c, seen, [{ field: 'test', text: seen.words.setUp.prove.notSet }]);
      }
    },
    save: async (c: Visit, seen: SeenVisit) => {
      const ticked = all(formOf(c), 'seen');
      const what = SEEN_THERE.filter((one) => ticked.includes(one));
      const outcome = await writeInVisit(needs)(seen.by, 'seen-there', { seen: what });
      return backToVisit(needs, messages, c, seen, outcome, 'saved');
    },
  };
};
