import type { Instant } from '../../core/kernel/clock.ts';
import { addDays, localDate } from '../../core/kernel/uk-time.ts';
import type { Home } from '../../core/people/home.ts';
import { type Aftercare, aftercareOf, ON_LIST_FOR } from '../../core/set-up/aftercare.ts';
import type { SetUpVisit } from '../../core/set-up/set-up-visit.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { echoHolds } from '../residents/echo-holds.ts';
import { lastSignWords } from '../residents/echo-truth.ts';
import { echosOfHome } from '../residents/echos-of.ts';
import type { AtDesk } from '../sign-in/for-officers.ts';

/** A visit may have been opened some days before it was finished. */
const OPENED_BEFORE = 2 * ON_LIST_FOR;

/** How many Reminders of a Home wait for a yes; at a managed Echo none does. */
const unplacedAt = async (needs: ConsoleNeeds, home: Home, now: Instant): Promise<number> => {
  const echos = await echosOfHome(needs, home);
  if (!echos.some(({ kind }) => kind === 'consumer')) return 0;
  const pages = await Promise.all(home.residents.map((id) => needs.readPage(home.council, id, localDate(now))));
  const held = pages.flatMap((page) =>
    page === undefined ? [] : [echoHolds({ page, resident: page.resident, now }, echos)],
  );
  return held.reduce((sum, { unplaced }) => sum + unplaced, 0);
};

const rowOf = async (needs: ConsoleNeeds, visit: SetUpVisit, { now, words }: AtDesk) => {
  const today = localDate(now);
  const home = (await needs.homes.ofId(visit.council, visit.homeId))?.value;
  if (home === undefined) return [];
  const [signs, unplaced] = await Promise.all([
    needs.homeSigns.ofHome(home.council, home.id),
    unplacedAt(needs, home, now),
  ]);
  const care: Aftercare | undefined = aftercareOf(visit, { signs, unplaced }, today);
  if (care === undefined || care.problems.length === 0) return [];
  const { after } = words.howHomesDo;
  return [
    {
      label: home.label,
      href: `/homes/${home.id}`,
      since: after.days(care.days),
      lines: [...care.problems.map((problem) => after.problems[problem]), lastSignWords(signs, now, words)],
    },
  ];
};

/** Homes that were set up lately and need somebody to look, from the third day on. */
export const afterPage = (needs: ConsoleNeeds, show: ShowPage) => async (c: Visit, desk: AtDesk) => {
  const today = localDate(desk.now);
  const visits = await needs.setUpVisits.openedBetween(needs.council, addDays(today, -OPENED_BEFORE), today);
  const rows = await Promise.all(visits.map((visit) => rowOf(needs, visit, desk)));
  const { after } = desk.words.howHomesDo;
  return show(c, {
    view: 'homes-to-look-at',
    title: after.title,
    current: 'homes',
    back: '/homes',
    data: { intro: after.intro, note: after.check, nothing: after.none, homes: rows.flat() },
  });
};
