import { type ShownCard, showCards } from '../core/delivery/show-cards.ts';
import type { Instant } from '../core/kernel/clock.ts';
import { localDate } from '../core/kernel/uk-time.ts';
import { type Echo, SPEAKING_LEVELS, type SpeakingLevel } from '../core/pairing/echo.ts';
import type { Screen } from '../core/pairing/screen.ts';
import type { Council } from '../core/people/council.ts';
import type { ResidentPage } from '../core/reminders/resident-page.ts';
import type { ScreenNeeds } from './screen-needs.ts';

/** A page holds this many Cards: one is drawn, the others wait or follow when it has expired without a network. */
const CARDS_AT_ONCE = 10;

/** What a Screen shows now, and what must be known to word it. */
export type HomeOnScreen = {
  readonly cards: readonly ShownCard[];
  readonly pages: readonly ResidentPage[];
  readonly level: SpeakingLevel;
  readonly hasEcho: boolean;
  readonly council: Council;
  readonly now: Instant;
};

/** What may be said at the most closed Echo of a Home holds for what is shown there; without an Echo it is as if it asked first. */
const levelOf = (echos: readonly Echo[]): SpeakingLevel =>
  SPEAKING_LEVELS.findLast((level) => echos.some((echo) => echo.speakingLevel === level)) ?? 'ask-first';

const echosOf = async (needs: ScreenNeeds, { homeId }: Screen): Promise<readonly Echo[]> => {
  const home = await needs.homes.ofId(needs.council, homeId);
  const echos = await Promise.all((home?.value.echos ?? []).map((hash) => needs.echos.ofHash(needs.council, hash)));
  return echos.flatMap((echo) => (echo?.value.state === 'paired' && echo.value.homeId === homeId ? [echo.value] : []));
};

/** Residents who have moved to another Home are not shown here any more. */
const pagesOf = async (needs: ScreenNeeds, { residents, homeId }: Screen, now: Instant) => {
  const today = localDate(now);
  const pages = await Promise.all(residents.map((id) => needs.readPage(needs.council, id, today)));
  return pages.flatMap((page) => (page?.resident.homeId === homeId ? [page] : []));
};

/** The first Cards that still stand, so many at most: what does not stand takes nobody's place. */
const standing = async (
  needs: ScreenNeeds,
  cards: readonly ShownCard[],
  atMost: number,
): Promise<readonly ShownCard[]> => {
  if (atMost === 0 || cards.length === 0) return [];
  const asked = cards.slice(0, atMost);
  const stand = await Promise.all(asked.map(({ delivery }) => needs.stands(delivery)));
  const those = asked.filter((_card, at) => stand[at]);
  return [...those, ...(await standing(needs, cards.slice(atMost), atMost - those.length))];
};

/** Reads what a paired Screen shows now: strongly, and each source asked whether it still stands. */
export const homeOnScreen = async (needs: ScreenNeeds, screen: Screen): Promise<HomeOnScreen> => {
  const now = needs.clock();
  const [echos, pages, council] = await Promise.all([
    echosOf(needs, screen),
    pagesOf(needs, screen, now),
    needs.councilOf(needs.council),
  ]);
  const level = levelOf(echos);
  const cards = await standing(needs, showCards(pages, level, now), CARDS_AT_ONCE);
  return { cards, pages, level, hasEcho: echos.length > 0, council, now };
};
