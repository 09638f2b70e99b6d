import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertAccessible, withPage } from '../support/browser.ts';
import { aDayInTown } from '../support/demo-town.ts';

describe('the front door and the screen', () => {
  const town = aDayInTown();

  test('the front door leads to the Echo, the console and the screen by keyboard alone', () =>
    withPage(async (page) => {
      await page.goto(town().url);
      await assertAccessible(page);
      await page.keyboard.press('Tab');
      assert.match(await page.locator(':focus').innerText(), /Talk to an Echo/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/echo/);
      await page.goto(`${town().url}/console`);
      assert.match(page.url(), /\/console\/sign-in$/);
    }));

  test('the clock moves forward by a button', () =>
    withPage(async (page) => {
      await page.goto(town().url);
      await page.getByRole('button', { name: '10 minutes on' }).click();
      assert.match(await page.locator('main').innerText(), /10:1\d/);
      await assertAccessible(page);
    }));

  test('a move of the clock that another site posts is refused (C15)', async () => {
    const move = (site: string) =>
      fetch(`${town().url}/clock`, {
        method: 'POST',
        headers: { 'sec-fetch-site': site },
        body: new URLSearchParams({ forward: '10' }),
        redirect: 'manual',
      });
    assert.equal((await move('cross-site')).status, 403);
    assert.equal((await move('same-origin')).status, 303);
  });

  test('a move that is none of the clock’s is refused with what it takes', async () => {
    for (const forward of ['0', '-5', '10081', 'yesterday', '']) {
      const answered = await fetch(`${town().url}/clock`, { method: 'POST', body: new URLSearchParams({ forward }) });
      assert.equal(answered.status, 400, forward);
      assert.match(await answered.text(), /1 to 10080 minutes/);
    }
  });

  test('the screen shows day, part of the day, time and date, and nothing of anybody', () =>
    withPage(
      async (page) => {
        await page.goto(`${town().url}/screen`);
        assert.match(await page.locator('main').innerText(), /Tuesday morning\s+10:\d\d\s+\d+ \w+ 20\d\d/);
        await assertAccessible(page);
      },
      { viewport: { width: 1920, height: 1080 } },
    ));

  for (const width of [320, 640]) {
    test(`the front door needs no sideways scrolling at ${width} pixels`, () =>
      withPage(
        async (page) => {
          await page.goto(town().url);
          assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= width);
        },
        { viewport: { width, height: 700 } },
      ));
  }
});
