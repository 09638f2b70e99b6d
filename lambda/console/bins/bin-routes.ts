import { Hono } from 'hono';
import { binDaysOfHome } from '../../core/bin-days/bin-days-of-home.ts';
import { BIN_COLOURS, BIN_KINDS, roundsIn } from '../../core/bin-days/bin-rounds.ts';
import { chooseRound, keepBinRounds } from '../../core/bin-days/keep-bin-rounds.ts';
import { type BinProblem, binRoundsText } from '../../core/bin-days/read-bin-rounds.ts';
import { localDate } from '../../core/kernel/uk-time.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import { type SeenHome, withHome } from '../homes/with-home.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import type { Question } from '../set-up/question.ts';
import { type AtDesk, forOfficers } from '../sign-in/for-officers.ts';
import type { Words } from '../words/en.ts';
import { binDayLine } from './bin-day-line.ts';

type Typed = { readonly rounds: string; readonly moved: string; readonly over: number };
type Wrong = { readonly problems?: readonly BinProblem[]; readonly isChanged?: boolean };

/** No round has this name: it is no more than a hyphen. */
const NOT_KNOWN = '-';

/** A page names at most so many wrong lines: who uploads the wrong file sees it by then. */
const MOST_NAMED = 20;

const mistakesOf = ({ problems = [], isChanged = false }: Wrong, { bins }: Words): readonly Mistake[] => [
  ...(isChanged ? [{ field: 'rounds', text: bins.changedMeanwhile }] : []),
  ...problems
    .slice(0, MOST_NAMED)
    .map(({ field, line, problem }) => ({ field, text: bins.onLine(line, bins.problems[problem]) })),
];

/** The rounds of the council's bin lorries, and on which of them each Home lies. Officers who see may look; those who manage write. */
export const binRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const atDesk = forOfficers(needs, messages);
  const atHome = withHome(needs, messages);

  const standing = async (): Promise<Typed> => {
    const stored = await needs.binRounds.ofCouncil(needs.council);
    const text = binRoundsText(stored?.value ?? { collections: [], moved: [] });
    return { ...text, over: stored?.version ?? 0 };
  };

  const page = (c: Visit, { words, officer }: AtDesk, typed: Typed, wrong: Wrong = {}) => {
    const mistakes = mistakesOf(wrong, words);
    return show(c, {
      view: 'bin-rounds',
      title: words.bins.title,
      current: 'homes',
      back: '/homes',
      status: wrong.isChanged === true ? 409 : mistakes.length > 0 ? 422 : 200,
      mistakes,
      done: c.req.query('done') === 'saved' ? words.bins.saved : undefined,
      data: {
        typed,
        mayWrite: officer.rights.includes('manage'),
        standing: [...typed.rounds.split('\n'), ...typed.moved.split('\n')].filter((line) => line !== ''),
        kinds: BIN_KINDS.join(', '),
        colours: BIN_COLOURS.join(', '),
      },
    });
  };

  const keep = atDesk(async (c, desk) => {
    const form = formOf(c);
    const over = Number(one(form, 'over'));
    const typed = {
      rounds: one(form, 'rounds'),
      moved: one(form, 'moved'),
      over: Number.isSafeInteger(over) ? over : 0,
    };
    const outcome = await keepBinRounds(needs)(desk.officer, typed);
    switch (outcome.kind) {
      case 'rounds-kept':
        return c.redirect(`${needs.base}/bin-rounds?done=saved`, 303);
      case 'not-allowed':
        return messages.notAllowed(c);
      case 'rounds-wrong':
        return page(c, desk, typed, { problems: outcome.problems });
      case 'changed-meanwhile':
        return page(c, desk, { ...typed, over: (await standing()).over }, { isChanged: true });
    }
  });

  const choosing = async (c: Visit, { words, home, path, now }: SeenHome, mistakes: readonly Mistake[] = []) => {
    const stored = await needs.binRounds.ofCouncil(needs.council);
    const rounds = stored === undefined ? [] : roundsIn(stored.value);
    const found = await binDaysOfHome(needs)(needs.council, home.id, localDate(now));
    const question: Question = {
      kind: 'one',
      name: 'round',
      legend: words.bins.which,
      items: [
        ...rounds.map((round) => ({ value: round, text: round })),
        { value: NOT_KNOWN, text: words.bins.notKnown },
      ],
      value: home.binRound ?? NOT_KNOWN,
    };
    return show(c, {
      view: 'bin-round',
      title: words.bins.ofHome,
      current: 'homes',
      back: path,
      status: mistakes.length === 0 ? 200 : 422,
      mistakes,
      data: {
        homeLabel: home.label,
        action: `${path}/bin-round`,
        empty: rounds.length === 0,
        days: found.kind === 'bin-days' ? found.days.map((day) => binDayLine(day, words)) : [],
        questions: [question],
      },
    });
  };

  const managing = (handler: (c: Visit, seen: SeenHome) => Promise<Response>) =>
    atHome((c, seen) => (seen.mayPair ? handler(c, seen) : messages.notAllowed(c)));

  const choose = managing(async (c, seen) => {
    const chosen = one(formOf(c), 'round');
    if (chosen === '') return choosing(c, seen, [{ field: 'round', text: seen.words.bins.errors['no-such-round'] }]);
    const round = chosen === NOT_KNOWN ? '' : chosen;
    const outcome = await chooseRound(needs)(seen.officer, seen.home.id, round);
    switch (outcome.kind) {
      case 'round-chosen':
        return c.redirect(`${needs.base}${seen.path}?done=bin-round`, 303);
      case 'not-allowed':
        return messages.notAllowed(c);
      case 'no-such-round':
      case 'changed-meanwhile':
        return choosing(c, seen, [{ field: 'round', text: seen.words.bins.errors[outcome.kind] }]);
    }
  });

  return new Hono<ConsoleEnv>()
    .get(
      '/bin-rounds',
      atDesk(async (c, desk) => page(c, desk, await standing())),
    )
    .post('/bin-rounds', keep)
    .get(
      '/homes/:home/bin-round',
      managing((c, seen) => choosing(c, seen)),
    )
    .post('/homes/:home/bin-round', choose);
};
