import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { assertAccessible, withPage } from './browser.ts';

const pages: Record<string, string> = {
  '/good': '<h1>Your reminders</h1><p>None today.</p>',
  '/poor': '<h1>Your reminders</h1><input id="secret" value="Mrs Nobody">',
  '/throws': '<h1>Oh</h1><script>throw new Error("broken")</script>',
  '/far': '<h1>Far</h1><img alt="" src="https://pictures.example/far.png">',
  '/before': '<h1>Before</h1><a href="/styled">Go on</a>',
  '/styled': '<h1>Styled</h1><p class="faint">Words</p>',
  '/policy':
    '<h1>Policy</h1><meta http-equiv="Content-Security-Policy" content="script-src \'none\'"><script>1</script>',
};

describe('the browser that tests bring', () => {
  const server = createServer(async ({ url = '' }, response) => {
    if (url === '/late.css') {
      await setTimeout(2000);
      response.setHeader('content-type', 'text/css');
      response.end('.faint { color: #000; }');
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const late = url === '/styled' ? '<link rel="stylesheet" href="/late.css">' : '';
    response.end(
      `<!doctype html><html lang="en-GB"><title>Bellbird</title><style>.faint { color: #ddd; }</style>${late}<main>${pages[url] ?? ''}</main></html>`,
    );
  });
  let baseURL = '';
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  test('shows a page, takes its picture, and tells the time as Britain does', async () => {
    await withPage(
      async (page) => {
        await page.goto('/good');
        assert.equal(await page.getByRole('heading').textContent(), 'Your reminders');
        assert.equal(await page.evaluate('new Date("2026-07-01T08:00Z").toLocaleTimeString()'), '09:00:00');
        const picture = await page.screenshot();
        assert.equal(picture.subarray(1, 4).toString(), 'PNG');
        await assertAccessible(page);
      },
      { baseURL },
    );
  });

  test('finds what is not accessible, and says rule and selector but nothing of what is there', async () => {
    await withPage(
      async (page) => {
        await page.goto('/poor');
        const fault = await assertAccessible(page).catch((error: Error) => error.message);
        assert.match(fault ?? '', /label: #secret/);
        assert.doesNotMatch(fault ?? '', /Nobody/);
      },
      { baseURL },
    );
  });

  test('judges a page by its styles, however late they come', async () => {
    await withPage(
      async (page) => {
        await page.goto('/before');
        await page.getByRole('link').click();
        await page.getByText('Words').waitFor({ state: 'attached' });
        await assertAccessible(page);
      },
      { baseURL },
    );
  });

  for (const [path, complaint] of [
    ['/throws', /The page threw: broken/],
    ['/far', /asked something of pictures\.example/],
    ['/policy', /Content Security Policy/],
  ] as const) {
    test(`fails a test whose page does what ${path} does`, async () => {
      const visit = withPage(async (page) => void (await page.goto(path, { waitUntil: 'networkidle' })), { baseURL });
      await assert.rejects(visit, complaint);
    });
  }
});
