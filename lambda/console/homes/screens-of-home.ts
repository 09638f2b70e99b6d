import { localDate } from '../../core/kernel/uk-time.ts';
import type { Home } from '../../core/people/home.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { momentWords } from '../residents/moment.ts';
import type { Words } from '../words/en.ts';

export type ScreenOnPage = { readonly hash: string; readonly name: string; readonly says: string };

/** The Screens that a Home points to, in the order in which they came; one whose pairing broke off is there to be removed. */
export const screensOfHome = async (
  needs: Pick<ConsoleNeeds, 'screens'>,
  home: Home,
  { words, now }: { readonly words: Words; readonly now: number },
): Promise<readonly ScreenOnPage[]> => {
  const stored = await Promise.all(home.screens.map((hash) => needs.screens.ofHash(home.council, hash)));
  return home.screens.map((hash, at) => {
    const screen = stored[at]?.value;
    const isPaired = screen?.state === 'paired' && screen.homeId === home.id;
    const says = isPaired
      ? words.screens.since(momentWords(screen.pairedAt, localDate(now), words))
      : words.screens.unfinished;
    return { hash, name: words.screens.which(at + 1), says };
  });
};
