import { keyOf } from '../core/delivery/delivery.ts';
import { wantsShown } from '../core/delivery/mark-shown.ts';
import { isOnScreen, type ShownCard } from '../core/delivery/show-cards.ts';
import { whatIsNext } from '../core/diary/what-is-next.ts';
import { pairedScreen, type Screen } from '../core/pairing/screen.ts';
import type { ScreenPairing } from '../core/pairing/screen-pairing.ts';
import { TEXT_SIZES } from '../core/people/settings.ts';
import { renderCard } from '../render/render-card.ts';
import { renderNext } from '../render/render-next.ts';
import { paceOf } from '../render/voice.ts';
import { askAgainAfter } from './ask-again.ts';
import { type HomeOnScreen, homeOnScreen } from './cards-of-home.ts';
import { PAGE_VERSION } from './packed.ts';
import type { Card, Next, NowAnswer, Standing } from './page/answer.ts';
import type { ScreenNeeds } from './screen-needs.ts';

const cardOf =
  (needs: ScreenNeeds, home: HomeOnScreen) =>
  (card: ShownCard): Card => {
    const { delivery, resident, isHidden, isLate } = card;
    const { words, hidden } = renderCard(card, home);
    return {
      id: needs.secrets.hashCard(keyOf(delivery)),
      face: words,
      ...(hidden === undefined ? {} : { hidden }),
      act: isHidden ? 'put-aside' : 'acknowledge',
      expiresAt: delivery.expiresAt,
      isUrgent: delivery.handling === 'urgent',
      isQuiet: isLate,
      chime: resident.settings.chime,
      rate: paceOf({ settings: resident.settings, slower: false }).percent / 100,
      // Of hidden words nothing was shown but that there are some.
      wantsShown: !isHidden && wantsShown(delivery),
    };
  };

/** The first thing that is next for anybody whom this Screen shows anything of. */
const nextOf = ({ pages, level, council, now }: HomeOnScreen): Next | undefined => {
  const [first] = pages
    .filter(({ resident }) => isOnScreen(resident))
    .flatMap(({ diary, resident }) => {
      const next = whatIsNext(diary, { now, freshForMinutes: council.diaryFreshForMinutes });
      return next === undefined ? [] : [{ next, resident }];
    })
    .sort((a, b) => (a.next.entry.at < b.next.entry.at ? -1 : 1));
  return first === undefined
    ? undefined
    : renderNext(first.next, first.resident, { level, namesWhom: pages.length > 1, now });
};

const textSizeOf = ({ pages }: HomeOnScreen) =>
  TEXT_SIZES.findLast((size) => pages.some(({ resident }) => resident.settings.textSize === size)) ?? 'large';

/** What stands, and after how many milliseconds the page asks again. */
type Found = { readonly standing: Standing; readonly every: number };

const paired = async (needs: ScreenNeeds, screen: Screen): Promise<Found> => {
  const home = await homeOnScreen(needs, screen);
  const next = nextOf(home);
  const standing: Standing = {
    state: 'paired',
    textSize: textSizeOf(home),
    cards: home.cards.map(cardOf(needs, home)),
    ...(next === undefined ? {} : { next }),
  };
  return { standing, every: askAgainAfter(needs, home) };
};

/** Both sides agreed, the Screen was paired by it, and was unpaired since. */
const isUndone = async (needs: ScreenNeeds, { state, screenHash, linkVersion }: ScreenPairing): Promise<boolean> => {
  if (state !== 'agreed') return false;
  const screen = await needs.screens.ofHash(needs.council, screenHash);
  return screen !== undefined && screen.value.linkVersion >= linkVersion;
};

/** Before both sides have agreed nothing is told but the Screen's own code and the two words. */
const pairing = async (needs: ScreenNeeds, screenHash: string): Promise<Standing> => {
  const stored = await needs.screenPairings.ofScreen(needs.council, screenHash);
  if (stored === undefined || stored.value.expiresAt <= needs.clock()) return { state: 'unpaired' };
  const { state, claim, expiresAt } = stored.value;
  if (state === 'open') return { state: 'code', expiresAt };
  if (state === 'refused' || claim === undefined || (await isUndone(needs, stored.value))) return { state: 'unpaired' };
  return { state: 'words', words: claim.words, okPressed: claim.okPressed, expiresAt };
};

const found = async (needs: ScreenNeeds, screenHash: string | undefined): Promise<Found> => {
  const { every } = needs;
  if (screenHash === undefined) return { standing: { state: 'unpaired' }, every };
  const screen = pairedScreen((await needs.screens.ofHash(needs.council, screenHash))?.value);
  return screen === undefined ? { standing: await pairing(needs, screenHash), every } : paired(needs, screen);
};

/** What a Screen shows now, and when it asks again. */
export const nowAnswer = async (needs: ScreenNeeds, screenHash: string | undefined): Promise<NowAnswer> => {
  const { standing, every } = await found(needs, screenHash);
  return { ...standing, now: needs.clock(), every, version: PAGE_VERSION };
};
