import { isId } from '../../core/kernel/ids.ts';
import { localDate } from '../../core/kernel/uk-time.ts';
import type { Home } from '../../core/people/home.ts';
import { standingOf } from '../../core/people/resident.ts';
import { isQuiet } from '../../core/people/sign-of-life.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { lastSignWords } from '../residents/echo-truth.ts';
import type { AtDesk } from '../sign-in/for-officers.ts';

/** A page of the list looks through at most this many pages of Homes, and stops when it is full. */
const LOOKS_THROUGH = 20;
const ON_A_PAGE = 25;

const isExpectedToSpeak = async (needs: ConsoleNeeds, home: Home): Promise<boolean> => {
  const residents = await Promise.all(home.residents.map((id) => needs.residents.ofId(home.council, id)));
  return residents.some((resident) => resident !== undefined && standingOf(resident.value) === 'may-be-told');
};

const rowOf = async (needs: ConsoleNeeds, home: Home, { now, words }: AtDesk) => {
  if (home.echos.length + home.screens.length === 0) return [];
  const signs = await needs.homeSigns.ofHome(home.council, home.id);
  if (!isQuiet(signs, localDate(now)) || !(await isExpectedToSpeak(needs, home))) return [];
  return [{ label: home.label, href: `/homes/${home.id}`, lines: [lastSignWords(signs, now, words)] }];
};

/** Homes in the order of their ids, those that are quiet; `after` where the next page goes on. */
const quietHomes = async (needs: ConsoleNeeds, desk: AtDesk, from: string | undefined) => {
  const rows: Awaited<ReturnType<typeof rowOf>>[number][] = [];
  let after = from;
  for (let looked = 0; looked < LOOKS_THROUGH && rows.length < ON_A_PAGE; looked += 1) {
    const page = await needs.homes.ofCouncil(needs.council, after);
    rows.push(...(await Promise.all(page.homes.map((home) => rowOf(needs, home, desk)))).flat());
    after = page.after;
    if (after === undefined) break;
  }
  return { rows, after };
};

/** Homes of which nothing has been heard for days, whoever lives there being at home and having agreed. */
export const quietPage =
  (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => async (c: Visit, desk: AtDesk) => {
    const from = c.req.param('after');
    if (from !== undefined && !isId(from)) return messages.notFound(c);
    const { rows, after } = await quietHomes(needs, desk, from);
    const { quiet } = desk.words.howHomesDo;
    return show(c, {
      view: 'homes-to-look-at',
      title: quiet.title,
      current: 'homes',
      back: '/homes',
      data: {
        intro: quiet.intro,
        nothing: quiet.none,
        homes: rows,
        first: from === undefined ? undefined : '/quiet-homes',
        next: after === undefined ? undefined : `/quiet-homes/after/${after}`,
      },
    });
  };
