import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { keyOf } from '../../lambda/core/delivery/delivery.ts';
import { defaultSettings, type Settings } from '../../lambda/core/people/settings.ts';
import { assertAccessible, withPage } from '../support/browser.ts';
import { aResident } from '../support/builders/people.ts';
import { takePicture } from '../support/picture.ts';
import { openPaired, openUnpaired, openWords, SCREEN_STATES } from '../support/screen-states.ts';
import { type ServedScreen, withServedScreen } from '../support/served-screen.ts';

const TELEVISION = { viewport: { width: 1920, height: 1080 } };
const bill = (settings: Partial<Settings>) => aResident({ settings: { ...defaultSettings('Bill'), ...settings } });
const shows = { screen: { on: true, privateItems: 'shown' } } as const;

/** Run in the page: the smallest size of any text that is seen, in CSS pixels. */
const SMALLEST_TEXT = `Math.min(...[...document.querySelectorAll('main *')]
  .filter((each) => each.offsetParent !== null && [...each.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim() !== ''))
  .map((each) => parseFloat(getComputedStyle(each).fontSize)))`;

type Use = (page: Page, screen: ServedScreen) => Promise<void>;
const atTelevision = (use: Use, setUp: Parameters<typeof withServedScreen>[0] = {}) =>
  withServedScreen(setUp, (screen) => withPage((page) => use(page, screen), TELEVISION));

const cardTitled = (page: Page, title: string) => page.getByRole('heading', { name: title });
const idle = (page: Page) => page.locator('body[data-view="idle"]').waitFor();
/** What is pressed sooner was meant for what stood there before. */
const settle = (page: Page) => page.waitForTimeout(750);

const acknowledged = async ({ service }: ServedScreen) =>
  (await service.deliveriesOf()).map(({ acknowledged: by }) => by?.by);

describe('every state of the television', () => {
  for (const state of SCREEN_STATES)
    test(`${state.name}: axe finds nothing, and nothing runs out of the screen`, () =>
      atTelevision(async (page, screen) => {
        await page.clock.install();
        await state.reach(page, screen);
        await takePicture(page, `television-${state.name}`);
        await assertAccessible(page);
        const over = await page.evaluate<number>('document.documentElement.scrollHeight - innerHeight');
        assert.ok(over <= 0, `${over} pixels`);
        const smallest = await page.evaluate<number>(SMALLEST_TEXT);
        assert.ok(smallest >= 32, `${smallest} pixels`);
      }, state.setUp));
});

describe('a card', () => {
  const ways: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
    ['Enter', (page) => page.keyboard.press('Enter')],
    ['the space bar', (page) => page.keyboard.press(' ')],
    ['a remote’s OK', (page) => page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', { keyCode: 23 }))")],
    ['the mouse', (page) => page.getByRole('button', { name: "I've read it" }).click()],
  ];
  for (const [name, press] of ways)
    test(`appears, and is acknowledged by ${name}`, () =>
      atTelevision(async (page, screen) => {
        await openPaired(page, screen);
        await screen.giveAlert();
        await cardTitled(page, 'Flood warning').waitFor();
        await settle(page);
        await press(page);
        await page.getByText("Thank you. That's noted.").waitFor();
        await idle(page);
        assert.deepEqual(await acknowledged(screen), ['screen']);
      }));

  test('is acknowledged by a touch', () =>
    withServedScreen({}, (screen) =>
      withPage(
        async (page) => {
          await openPaired(page, screen);
          await screen.giveAlert();
          await cardTitled(page, 'Flood warning').waitFor();
          await settle(page);
          await page.getByRole('button', { name: "I've read it" }).tap();
          await idle(page);
          assert.deepEqual(await acknowledged(screen), ['screen']);
        },
        { viewport: { width: 800, height: 1280 }, hasTouch: true },
      ),
    ));

  test('Back, a key held down, and OK in the moment it comes acknowledge nothing', () =>
    atTelevision(async (page, screen) => {
      await openPaired(page, screen);
      await screen.giveAlert();
      await cardTitled(page, 'Flood warning').waitFor();
      await page.keyboard.press('Enter');
      for (const key of ['Escape', 'Backspace', 'ArrowLeft', 'ArrowDown']) await page.keyboard.press(key);
      await settle(page);
      await page.keyboard.press('Escape');
      await page.waitForTimeout(500);
      assert.ok(await cardTitled(page, 'Flood warning').isVisible());
      assert.deepEqual(await acknowledged(screen), [undefined]);
    }));

  test('the most urgent is drawn first, one at a time, until all are acknowledged', () =>
    atTelevision(async (page, screen) => {
      await openPaired(page, screen);
      await screen.giveAlert({ id: 'bins', handling: 'notice', title: 'Bins' });
      await cardTitled(page, 'Bins').waitFor();
      await screen.giveAlert();
      await cardTitled(page, 'Flood warning').waitFor();
      assert.ok(await page.getByText('One more is waiting.').isVisible());
      await settle(page);
      await page.keyboard.press('Enter');
      await cardTitled(page, 'Bins').waitFor();
      await settle(page);
      await page.keyboard.press('Enter');
      await idle(page);
    }));

  test('goes by itself when it was acknowledged elsewhere, or its alert was stopped', () =>
    atTelevision(async (page, screen) => {
      await openPaired(page, screen);
      const delivery = await screen.giveAlert();
      await cardTitled(page, 'Flood warning').waitFor();
      await screen.service.change(screen.stores.deliveries, screen.stores.deliveries.ofKey(keyOf(delivery)), {
        state: 'acknowledged',
      });
      await idle(page);
      await screen.giveAlert({ id: 'water', title: 'Water off' });
      await cardTitled(page, 'Water off').waitFor();
      await screen.stopAlert('water');
      await idle(page);
    }));

  test('a hidden message is put aside, not acknowledged', () =>
    atTelevision(async (page, screen) => {
      await openPaired(page, screen);
      await screen.giveReminder();
      await cardTitled(page, 'You have a message').waitFor();
      await settle(page);
      await page.keyboard.press('Enter');
      await page.getByText('It is kept for you.').waitFor();
      await idle(page);
      assert.deepEqual(await acknowledged(screen), [undefined]);
    }));

  test('SEC-07 private words that were chosen hide after a minute; OK brings them back, and OK again is "done"', () =>
    atTelevision(
      async (page, screen) => {
        await page.clock.install();
        await openPaired(page, screen);
        await screen.giveReminder('drink');
        await cardTitled(page, 'Your reminder to have a drink').waitFor();
        await page.clock.fastForward(61_000);
        await cardTitled(page, 'You have a message').waitFor();
        assert.doesNotMatch((await page.textContent('#screen')) ?? '', /drink/, 'nothing of it is left on the page');
        await page.keyboard.press('Enter');
        await cardTitled(page, 'Your reminder to have a drink').waitFor();
        assert.deepEqual(await acknowledged(screen), [undefined]);
        await page.clock.fastForward(1_000);
        await page.keyboard.press('Enter');
        await idle(page);
        assert.deepEqual(await acknowledged(screen), ['screen']);
      },
      { residents: [bill(shows)] },
    ));

  test('words that are too long for the screen are scrolled with the arrows', () =>
    atTelevision(
      async (page, screen) => {
        await openPaired(page, screen);
        await screen.giveAlert({ text: 'The water will be off from nine until five on Thursday. '.repeat(12) });
        await page.getByText('There is more: press down').waitFor();
        await page.keyboard.press('ArrowDown');
        assert.ok((await page.evaluate<number>("document.getElementById('card-text').scrollTop")) > 0);
      },
      { residents: [bill({ textSize: 'largest' })] },
    ));
});

/** As a gateway or a firewall before the door answers. */
const THROTTLE = { status: 429, contentType: 'application/json', body: '{"message":"Too Many Requests"}' };
const answers = (page: Page, path: string, answer: { readonly status: number; readonly body: string }) =>
  page.route(`**/screen${path}`, (route) => route.fulfill({ contentType: 'application/json', ...answer }));

describe('an OK that does not get through', () => {
  for (const [name, answer] of [
    ['a throttle', THROTTLE],
    ['an outcome that is not known', { status: 200, body: '{"kind":"something-new"}' }],
    ['what is no outcome', { status: 200, body: '[]' }],
  ] as const)
    test(`${name} is not thanked for: the card stays, and OK again acknowledges it`, () =>
      atTelevision(async (page, screen) => {
        await openPaired(page, screen);
        await screen.giveAlert();
        await cardTitled(page, 'Flood warning').waitFor();
        await settle(page);
        await answers(page, '/acknowledge', answer);
        await page.keyboard.press('Enter');
        await page.getByText('That did not get through. Press OK again.').waitFor();
        assert.ok(await cardTitled(page, 'Flood warning').isVisible());
        await page.unroute('**/screen/acknowledge');
        await page.keyboard.press('Enter');
        await page.getByText("Thank you. That's noted.").waitFor();
        await idle(page);
        assert.deepEqual(await acknowledged(screen), ['screen']);
      }));

  test('a card that the door does not know now is neither thanked for nor dropped by the page', () =>
    atTelevision(async (page, screen) => {
      await openPaired(page, screen);
      await screen.giveAlert();
      await cardTitled(page, 'Flood warning').waitFor();
      await settle(page);
      await answers(page, '/acknowledge', { status: 200, body: '{"kind":"not-shown-here"}' });
      const answered = page.waitForResponse('**/screen/acknowledge');
      await page.keyboard.press('Enter');
      await answered;
      await page.waitForTimeout(500);
      assert.ok(await cardTitled(page, 'Flood warning').isVisible());
      assert.equal(await page.getByText("Thank you. That's noted.").count(), 0);
    }));

  test('an answer that never ends does not keep the button for ever', () =>
    atTelevision(async (page, screen) => {
      await page.clock.install();
      await openPaired(page, screen);
      await screen.giveAlert();
      await cardTitled(page, 'Flood warning').waitFor();
      await page.clock.fastForward(1_000);
      screen.stall('/acknowledge');
      const began = page.waitForResponse('**/screen/acknowledge');
      await page.keyboard.press('Enter');
      await began;
      await page.clock.fastForward(10_000);
      await page.getByText('That did not get through. Press OK again.').waitFor();
      screen.mend();
      await page.keyboard.press('Enter');
      await idle(page);
      assert.deepEqual(await acknowledged(screen), ['screen']);
    }));
});

/** Run in the page: it is hidden from one event to the other, as when another tab is in front. */
const LOOKS_AWAY = `let isHidden = false;
Object.defineProperty(document, 'visibilityState', { get: () => (isHidden ? 'hidden' : 'visible') });
addEventListener('look-away', () => { isHidden = true; });
addEventListener('look-again', () => { isHidden = false; document.dispatchEvent(new Event('visibilitychange')); });`;

describe('evidence (G13)', () => {
  const shownAt = async ({ service }: ServedScreen) =>
    (await service.deliveriesOf()).map(({ shownAt: at }) => at !== undefined);

  test('shown is written while the page is visible', () =>
    atTelevision(async (page, screen) => {
      await openPaired(page, screen);
      await screen.giveAlert();
      await cardTitled(page, 'Flood warning').waitFor();
      await page.waitForTimeout(600);
      assert.deepEqual(await shownAt(screen), [true]);
    }));

  test('a page that is hidden says nothing, until somebody looks at it', () =>
    atTelevision(async (page, screen) => {
      await page.addInitScript(LOOKS_AWAY);
      await openPaired(page, screen);
      await page.evaluate("dispatchEvent(new Event('look-away'))");
      await screen.giveAlert();
      await cardTitled(page, 'Flood warning').waitFor();
      await page.waitForTimeout(1_200);
      assert.deepEqual(await shownAt(screen), [false]);
      await page.evaluate("dispatchEvent(new Event('look-again'))");
      await page.waitForTimeout(600);
      assert.deepEqual(await shownAt(screen), [true]);
    }));
});

describe('a network that goes and comes', () => {
  test('what was shown stays, says its age, and recovers by itself', () =>
    atTelevision(async (page, screen) => {
      await page.clock.install();
      await openPaired(page, screen);
      await screen.giveAlert();
      await cardTitled(page, 'Flood warning').waitFor();
      screen.cut();
      await page.clock.fastForward(45_000);
      await page.getByText('No connection. Last up to date at 10:00am').waitFor();
      assert.ok(await cardTitled(page, 'Flood warning').isVisible());
      await page.keyboard.press('Enter');
      await page.getByText('That did not get through. Press OK again.').waitFor();
      screen.mend();
      await page.clock.fastForward(40_000);
      await page.getByText('No connection').waitFor({ state: 'hidden' });
      await page.keyboard.press('Enter');
      await idle(page);
      assert.deepEqual(await acknowledged(screen), ['screen']);
    }));

  for (const [name, answer] of [
    ['a throttle', THROTTLE],
    ['the page of a wireless network', { status: 200, body: '<p>Please sign in</p>' }],
    ['an answer of another shape', { status: 200, body: '{"state":"paired"}' }],
  ] as const)
    test(`${name} is a failure that is recovered from by itself`, () =>
      atTelevision(async (page, screen) => {
        await page.clock.install();
        await openPaired(page, screen);
        await answers(page, '/now', answer);
        await page.clock.fastForward(45_000);
        await page.getByText('No connection. Last up to date at 10:00am').waitFor();
        await page.unroute('**/screen/now');
        await screen.giveAlert();
        await page.clock.fastForward(40_000);
        await cardTitled(page, 'Flood warning').waitFor();
      }));

  test('an answer that never ends is given up, and asked for again', () =>
    atTelevision(async (page, screen) => {
      await page.clock.install();
      await openPaired(page, screen);
      const began = page.waitForResponse('**/screen/now');
      screen.stall('/now');
      await page.clock.fastForward(1_000);
      await began;
      await page.waitForTimeout(300);
      screen.mend();
      await screen.giveAlert();
      await page.clock.fastForward(15_000);
      await page.clock.fastForward(15_000);
      await cardTitled(page, 'Flood warning').waitFor();
    }));

  test('a card expires without a network', () =>
    atTelevision(async (page, screen) => {
      await page.clock.install();
      await openPaired(page, screen);
      await screen.giveAlert({ lives: 60_000 });
      await cardTitled(page, 'Flood warning').waitFor();
      screen.cut();
      await page.clock.fastForward(61_000);
      await idle(page);
    }));

  test('after a long sleep it asks at once, and no private words are left standing', () =>
    atTelevision(
      async (page, screen) => {
        await page.clock.install();
        await openPaired(page, screen);
        await screen.giveReminder('drink');
        await cardTitled(page, 'Your reminder to have a drink').waitFor();
        await page.clock.fastForward(3 * 3_600_000);
        await cardTitled(page, 'You have a message').waitFor();
      },
      { residents: [bill(shows)] },
    ));
});

describe('pairing on the page', () => {
  test('nothing of anybody before both have agreed; unpaired, it shows a code again (SEC-05)', () =>
    atTelevision(async (page, screen) => {
      await screen.giveAlert();
      const hash = await openWords(page, screen);
      await settle(page);
      await page.keyboard.press('Enter');
      await page.getByText('Whoever has the code').waitFor();
      assert.doesNotMatch((await page.content()) ?? '', /Flood|Bill/);
      await screen.agree(hash);
      await page.getByText('Whoever has the code').waitFor();
      await page.locator('body[data-view="card"]').waitFor();
      await screen.unpair(hash);
      await page
        .locator('#pairing-code')
        .filter({ hasText: /\d{4} \d{4}/ })
        .waitFor();
      assert.ok(!(await page.locator('#card').isVisible()));
    }));

  test('too many codes: it asks again by itself a quarter of an hour later, and on OK', () =>
    atTelevision(async (page, screen) => {
      await page.clock.install();
      const refused = { status: 429, body: '{"kind":"too-many-codes"}' };
      const code = page.locator('#pairing-code').filter({ hasText: /\d{4} \d{4}/ });
      for (const leave of [() => page.clock.fastForward(15 * 60_000), () => page.keyboard.press('Enter')]) {
        await answers(page, '/pair', refused);
        await page.goto(screen.url);
        await page.getByText('too many codes today').waitFor();
        await assertAccessible(page);
        await page.clock.fastForward(60_000);
        assert.ok(await page.getByText('too many codes today').isVisible());
        await page.unroute('**/screen/pair');
        await leave();
        await code.waitFor();
      }
    }));

  test('a code that was used up for another Home gives way to a new one', () =>
    atTelevision(async (page, screen) => {
      const code = await openUnpaired(page, screen);
      await page.reload();
      const next = await openUnpaired(page, screen);
      assert.notEqual(next, code);
    }));
});

describe('for whoever needs it otherwise', () => {
  for (const options of [
    { name: 'with forced colours', forcedColors: 'active' as const },
    { name: 'with less motion', reducedMotion: 'reduce' as const },
    { name: 'on a tablet held upright', viewport: { width: 800, height: 1280 } },
    { name: 'at 1280 by 720', viewport: { width: 1280, height: 720 } },
    { name: 'at 200 % zoom', viewport: { width: 960, height: 540 }, deviceScaleFactor: 2 },
  ]) {
    const { name, ...context } = options;
    test(`a card is whole and accessible ${name}`, () =>
      withServedScreen({}, (screen) =>
        withPage(
          async (page) => {
            await openPaired(page, screen);
            await screen.giveAlert();
            await cardTitled(page, 'Flood warning').waitFor();
            await assertAccessible(page);
            assert.ok(await page.getByRole('button', { name: "I've read it" }).isVisible());
            const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
            assert.ok(over <= 0, `${over} pixels too wide`);
          },
          { ...TELEVISION, ...context },
        ),
      ));
  }
});
