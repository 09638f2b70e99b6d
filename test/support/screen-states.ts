import type { Page } from 'playwright-core';
import { defaultSettings, type Settings } from '../../lambda/core/people/settings.ts';
import type { SetUp } from './builders/a-care-service.ts';
import { aHome, anEcho, aResident } from './builders/people.ts';
import type { ServedScreen } from './served-screen.ts';

/** One state of the television: the Home it begins with, and how it comes about on a page. */
export type ScreenState = {
  readonly name: string;
  readonly setUp?: SetUp;
  readonly reach: (page: Page, screen: ServedScreen) => Promise<void>;
};

const bill = (settings: Partial<Settings> = {}) => aResident({ settings: { ...defaultSettings('Bill'), ...settings } });
const shows = { screen: { on: true, privateItems: 'shown' } } as const;

/** Opens the page and waits for its code. */
export const openUnpaired = async (page: Page, screen: ServedScreen): Promise<string> => {
  await page.goto(screen.url);
  const code = page.locator('#pairing-code');
  await code.filter({ hasText: /\d{4} \d{4}/ }).waitFor();
  return ((await code.textContent()) ?? '').replace(' ', '');
};

/** The code is entered by somebody of the Home; the page shows the two words. */
export const openWords = async (page: Page, screen: ServedScreen): Promise<string> => {
  const claimed = await screen.claim(await openUnpaired(page, screen));
  if (claimed.kind !== 'screen-asked') throw new Error(`the code was answered ${claimed.kind}`);
  await page.getByText(claimed.words.join(' ')).waitFor();
  return claimed.screenHash;
};

/** Pairs the page by its own buttons and the other side's agreement. */
export const openPaired = async (page: Page, screen: ServedScreen): Promise<string> => {
  const hash = await openWords(page, screen);
  await screen.agree(hash);
  await page.waitForTimeout(750); // what is pressed at once is taken for an accident
  await page.keyboard.press('Enter');
  await page.locator('body[data-view="idle"]').waitFor();
  return hash;
};

const card = (page: Page) => page.locator('body[data-view="card"]').waitFor();

const idleAt = (name: string, at: string): ScreenState => ({
  name: `idle-${name}`,
  setUp: { at },
  reach: async (page, screen) => {
    await openPaired(page, screen);
    await screen.giveVisit({ at: '2026-11-24T23:30' });
    await page.locator('#next').waitFor();
  },
});

const withCard = (name: string, give: (screen: ServedScreen) => Promise<unknown>, setUp: SetUp = {}): ScreenState => ({
  name,
  setUp,
  reach: async (page, screen) => {
    await openPaired(page, screen);
    await give(screen);
    await card(page);
  },
});

const LONG =
  'The water in your street will be off from nine until five on Thursday. Please fill a jug or a kettle the evening before. ' +
  'Bottled water will be at the community hall from eight. If you cannot come, ring us and we will bring some to you. ' +
  'The water may be brown for a few minutes when it comes back. Let the cold tap run until it is clear.';

/** Every state that a television can be in, each reached by what really leads to it. */
export const SCREEN_STATES: readonly ScreenState[] = [
  { name: 'pairing-code', reach: async (page, screen) => void (await openUnpaired(page, screen)) },
  { name: 'words-to-match', reach: async (page, screen) => void (await openWords(page, screen)) },
  {
    name: 'waiting-for-the-other-side',
    reach: async (page, screen) => {
      await openWords(page, screen);
      await page.waitForTimeout(750);
      await page.keyboard.press('Enter');
      await page.getByText('Whoever has the code').waitFor();
    },
  },
  idleAt('morning', '2026-11-24T10:04'),
  idleAt('afternoon', '2026-11-24T14:30'),
  idleAt('evening', '2026-11-24T19:05'),
  idleAt('night', '2026-11-24T22:40'),
  withCard('urgent-alert', (screen) =>
    screen.giveAlert({
      title: 'Flood warning',
      text: 'A flood is expected near the river tonight. Please stay indoors and keep your telephone beside you.',
    }),
  ),
  withCard('notice', (screen) =>
    screen.giveAlert({
      handling: 'notice',
      title: 'Bins',
      text: 'Your bins are collected on Friday this week, not on Thursday.',
    }),
  ),
  withCard('social', (screen) =>
    screen.giveAlert({ handling: 'social', title: 'Happy birthday, Bill', text: 'From all of us at the day centre.' }),
  ),
  withCard('reminder', (screen) => screen.giveReminder('drink'), { residents: [bill(shows)] }),
  withCard('reminder-by-time', (screen) => screen.giveReminder(), {
    residents: [bill({ ...shows, steadyWords: true })],
  }),
  withCard('private-message', (screen) => screen.giveReminder()),
  withCard('private-message-no-echo', (screen) => screen.giveReminder(), { homes: [aHome({ echos: [] })], echos: [] }),
  withCard('urgent-private', (screen) => screen.giveAlert({ isPrivate: true })),
  withCard('two-waiting', async (screen) => {
    await screen.giveAlert({
      id: 'bins',
      handling: 'notice',
      title: 'Bins',
      text: 'Your bins are collected on Friday.',
    });
    await screen.giveAlert({ id: 'hall', handling: 'notice', title: 'Hall', text: 'The hall is closed today.' });
    await screen.giveAlert();
  }),
  withCard('for-one-of-two', (screen) => screen.giveAlert({ residentId: 'vera' }), {
    residents: [bill(), aResident({ id: 'vera', fullName: 'Vera Harris', settings: defaultSettings('Vera') })],
    homes: [aHome({ residents: ['bill', 'vera'] })],
    echos: [anEcho({ residents: ['bill', 'vera'] })],
  }),
  withCard('long-words', (screen) => screen.giveAlert({ title: 'Water off on Thursday', text: LONG })),
  withCard('largest-text', (screen) => screen.giveAlert(), { residents: [bill({ textSize: 'largest' })] }),
  withCard('largest-text-long', (screen) => screen.giveAlert({ title: 'Water off on Thursday', text: LONG }), {
    residents: [bill({ textSize: 'largest' })],
  }),
  {
    name: 'private-words-hidden-again',
    setUp: { residents: [bill(shows)] },
    reach: async (page, screen) => {
      await openPaired(page, screen);
      await screen.giveReminder('drink');
      await page.getByText('Your reminder to have a drink').waitFor();
      await page.clock.fastForward(61_000);
      await page.getByText('Press OK to see it.').waitFor();
    },
  },
  {
    name: 'sound-off',
    reach: async (page, screen) => {
      // Paired before this page is opened: nobody has pressed a key on it.
      await openPaired(page, screen);
      await page.reload();
      await page.getByText('Sound is off: press OK').waitFor();
    },
  },
  {
    name: 'network-lost',
    reach: async (page, screen) => {
      await openPaired(page, screen);
      await screen.giveAlert();
      await card(page);
      screen.cut();
      await page.clock.fastForward(45_000);
      await page.getByText('No connection. Last up to date at').waitFor();
    },
  },
  {
    name: 'expired-back-to-idle',
    reach: async (page, screen) => {
      await openPaired(page, screen);
      await screen.giveAlert({ lives: 60_000 });
      await card(page);
      screen.cut();
      await page.clock.fastForward(70_000);
      await page.locator('body[data-view="idle"]').waitFor();
    },
  },
  {
    name: 'unpaired-again',
    reach: async (page, screen) => {
      const hash = await openPaired(page, screen);
      await screen.giveAlert();
      await card(page);
      await screen.unpair(hash);
      await page
        .locator('#pairing-code')
        .filter({ hasText: /\d{4} \d{4}/ })
        .waitFor();
    },
  },
];
