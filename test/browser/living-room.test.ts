import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, withPage } from '../support/browser.ts';
import { aDayInTown } from '../support/demo-town.ts';
import { takePicture } from '../support/picture.ts';

/** The picture of a state, what axe says of it, and that nothing stands beside it at 200 % and 400 % zoom (WCAG 2.2, 1.4.4 and 1.4.10). */
const look = async (page: Page, name: string): Promise<void> => {
  for (const width of [1_920, 640, 320, 1_280]) {
    await page.setViewportSize({ width, height: 900 });
    const beside = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    assert.equal(beside, 0, `${name} scrolls sideways at ${width} pixels`);
    await takePicture(page, `living-room-${name}-${width}`, { fullPage: true });
  }
  await assertAccessible(page);
};

const arrive = async (page: Page, path = '/'): Promise<void> => {
  await page.goto(path);
  await page.getByText('Told in the last day').waitFor();
};

const said = (page: Page, words: string | RegExp) => page.getByRole('log', { name: 'What is said' }).getByText(words);

describe('the living room', () => {
  const town = aDayInTown();
  const inRoom = (use: (page: Page) => Promise<void>, options = {}) =>
    withPage(use, { baseURL: town().url, viewport: { width: 1_280, height: 900 }, ...options });

  test('from landing to the first spoken reply with the keyboard alone, without reading anything', () =>
    inRoom(async (page) => {
      const began = performance.now();
      await page.goto('/');
      await page.getByText('The light is off').waitFor();
      const reached: string[] = [];
      while (!reached.at(-1)?.includes('coming today')) {
        assert.ok(reached.length < 5, `too many Tab presses: ${reached.join(', ')}`);
        await page.keyboard.press('Tab');
        reached.push(await page.evaluate<string>("document.activeElement?.textContent?.trim() ?? ''"));
      }
      await page.keyboard.press('Enter');
      await said(page, /You have two visits today/).waitFor();
      const seconds = ((performance.now() - began) / 1_000).toFixed(1);
      console.log(`From landing to the first spoken reply: ${seconds} s, ${reached.length} Tab presses and one Enter.`);
    }));

  test('the first link skips to the box for saying something', () =>
    inRoom(async (page) => {
      await arrive(page);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.type('ask bell bird what day it is');
      await page.keyboard.press('Enter');
      await said(page, /It's Tuesday/).waitFor();
    }));

  test('a moved clock is heard, seen on the television and on the phone, and told beneath; each state is accessible', () =>
    inRoom(async (page) => {
      await arrive(page);
      await look(page, 'morning');
      await town().goTo('14:55');
      await page.getByRole('button', { name: '+10 minutes' }).click();
      await said(page, /This is your reminder to have a drink/).waitFor();
      await page.locator('#phone').getByText('Sent to the Echo at').waitFor();
      await page.frameLocator('#tv').getByText('You have a message').first().waitFor();
      const news = page.locator('#news');
      await news.getByText('The 3:00pm reminder to have a drink is due. A Delivery was written for Rosa.').waitFor();
      await news.getByText('lambda/core/delivery/announce.ts: announce').first().waitFor();
      await look(page, 'told');
      await page.getByRole('button', { name: 'Everything' }).click();
      await news
        .getByText(/was written for (?!Rosa)/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Only this home' }).click();
      assert.equal(await news.getByText(/was written for (?!Rosa)/).count(), 0);
    }));

  test('the television takes the keyboard from nobody, and gives it back', () =>
    inRoom(async (page) => {
      await arrive(page);
      await page.getByLabel('Say something').focus();
      await page.keyboard.type('ask bell bird ');
      await town().goTo('20:01');
      await page.frameLocator('#tv').getByText('more').first().waitFor();
      await page.keyboard.type("who's coming today");
      assert.equal(await page.getByLabel('Say something').inputValue(), "ask bell bird who's coming today");
      await page.keyboard.press('Enter');
      await said(page, /visit/).last().waitFor();
    }));

  test('a story tells its steps as they happen, cannot be begun twice, and can be left', () =>
    inRoom(async (page) => {
      await arrive(page);
      const story = page.getByRole('button', { name: 'A reminder that nobody acknowledges' });
      await story.click();
      await page
        .getByRole('log', { name: 'A reminder that nobody acknowledges' })
        .getByText(/signs in/)
        .waitFor();
      await look(page, 'story');
      await story.click({ force: true });
      await page.getByRole('button', { name: 'Stop here' }).click();
      await page.getByText('You left this story here').first().waitFor();
      const steps = await page.locator('#steps li').count();
      await page.reload();
      await page.getByText('You left this story here').first().waitFor();
      assert.equal(await page.locator('#steps li').count(), steps, 'whoever comes back sees the same steps');
    }));

  test('a home without an Echo says so, and is as accessible', () =>
    inRoom(async (page) => {
      await page.goto('/');
      await page.getByLabel('Whose living room').selectOption('shore-road-31');
      await page.getByRole('button', { name: 'Go there' }).click();
      await page.getByRole('heading', { level: 1, name: 'Colin Farrow' }).waitFor();
      await page.getByText('There is nothing in this home that can speak or listen').waitFor();
      await page.getByText('Told in the last day').waitFor();
      await look(page, 'no-echo');
    }));

  test('a bought Echo chimes, its light is yellow, and the first chip reads what waits', () =>
    inRoom(async (page) => {
      await arrive(page, '/?home=shore-road-12');
      await page.getByRole('link', { name: /^Go to: .*Carol/ }).waitFor();
      await page.getByRole('button', { name: 'To 8 tomorrow morning' }).click();
      await page.locator('#time').getByText('8:00am').waitFor();
      await page.getByRole('button', { name: '+1 hour' }).click();
      await page.getByText('A notification is waiting. The light is yellow').waitFor();
      await page.getByRole('button', { name: 'Read my notifications' }).click();
      await said(page, /notification/)
        .last()
        .waitFor();
      await look(page, 'bought-echo');
    }));

  test('nothing moves for whoever asked for that, and the chips are there without sound', () =>
    inRoom(
      async (page) => {
        await arrive(page);
        const moving = await page.evaluate<number>('document.getAnimations().length');
        assert.equal(moving, 0);
      },
      { reducedMotion: 'reduce' },
    ));

  test('where names that end in .localhost lead nowhere, the page says so and leads to the one console', () =>
    inRoom(async (page) => {
      await page.route(/^http:\/\/carer\.localhost/, (route) => route.abort());
      await page.goto('/');
      await page.getByText('This computer does not know names that end in .localhost').waitFor();
      await look(page, 'no-names');
      const opened = page.context().waitForEvent('page');
      await page.getByRole('link', { name: 'A carer: Dan Bennett' }).click();
      const tab = await opened;
      await tab.getByText('Signed in as Dan Bennett').waitFor();
      assert.equal(new URL(tab.url()).origin, town().url);
    }));

  test('a move of the clock that another site posts is refused (C15), and one that means nothing', async () => {
    const move = (forward: string, site?: string) =>
      fetch(`${town().url}/clock`, {
        method: 'POST',
        headers: site === undefined ? {} : { 'sec-fetch-site': site },
        body: new URLSearchParams({ forward }),
        redirect: 'manual',
      });
    assert.equal((await move('10', 'cross-site')).status, 403);
    assert.equal((await move('10', 'same-origin')).status, 303);
    for (const forward of ['0', '-5', '10081', 'yesterday', ''])
      assert.equal((await move(forward)).status, 400, forward);
  });
});

/** The cookies that a page was sent with, by host. */
const cookiesSent = (page: Page): Map<string, Set<string>> => {
  const sent = new Map<string, Set<string>>();
  page.context().on('request', async (request) => {
    const { host } = new URL(request.url());
    const { cookie = '' } = await request.allHeaders().catch((): Record<string, string> => ({}));
    const known = sent.get(host) ?? new Set();
    for (const each of cookie.split('; ').filter(Boolean)) known.add(each);
    sent.set(host, known);
  });
  return sent;
};

const PEOPLE = [
  ['A carer: Dan Bennett', 'carer.localhost', 'Dan Bennett'],
  ['The officer who writes: Tom Okafor', 'writer.localhost', 'Tom Okafor'],
  ['The officer who approves: Helen Marsh', 'approver.localhost', 'Helen Marsh'],
] as const;

describe('three people in one browser', () => {
  const town = aDayInTown();

  test('are signed in at once by one click each, each on their own; when one signs out the others stay', () =>
    withPage(
      async (page) => {
        const sent = cookiesSent(page);
        await page.goto('/');
        const tabs: Page[] = [];
        for (const [link, host, name] of PEOPLE) {
          const opened = page.context().waitForEvent('page');
          await page.getByRole('link', { name: link }).click();
          const tab = await opened;
          await tab.getByText(`Signed in as ${name}`).waitFor();
          assert.equal(new URL(tab.url()).hostname, host);
          tabs.push(tab);
        }
        const [carer, writer, approver] = tabs;
        assert.ok(carer !== undefined && writer !== undefined && approver !== undefined);
        assert.equal(new URL(carer.url()).pathname, '/console/residents/rosa-bennett');

        await carer.getByRole('button', { name: 'Sign out' }).click();
        await carer.getByText('You are signed out.').waitFor();
        for (const [tab, name] of [
          [writer, 'Tom Okafor'],
          [approver, 'Helen Marsh'],
        ] as const) {
          await tab.reload();
          await tab.getByText(`Signed in as ${name}`).waitFor();
        }

        const sessions = [...sent].flatMap(([host, cookies]) =>
          [...cookies].filter((cookie) => cookie.startsWith('bellbird-session=')).map((cookie) => ({ host, cookie })),
        );
        for (const [, host] of PEOPLE)
          assert.ok(
            sessions.some((each) => each.host.startsWith(`${host}:`)),
            `${host} had a session`,
          );
        for (const { host, cookie } of sessions)
          assert.ok(
            sessions.every((other) => other.cookie !== cookie || other.host === host),
            'no session of one host is ever sent to another',
          );
        assert.equal(
          sessions.filter(({ host }) => host === new URL(town().url).host).length,
          0,
          'the living room gets nobody’s session',
        );
        for (const { domain, httpOnly, sameSite } of await page.context().cookies())
          if (PEOPLE.some(([, host]) => host === domain)) assert.deepEqual([httpOnly, sameSite], [true, 'Lax']);
      },
      { baseURL: town().url },
    ));
});
