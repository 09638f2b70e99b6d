import assert from 'node:assert/strict';
import { after } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { PEOPLE_HOSTS } from '../../infra/local/http/people-hosts.ts';
import { launchChromium } from './chromium.ts';

/** One browser for all tests of a file; it is started by the first that needs it. */
let browser: Promise<Browser> | undefined;

after(async () => (await browser)?.close());

/**
 * Gives `use` a page in a fresh, British browser context (no cookies of any other test) and closes it after.
 * Fails when the page asked anything of a host that is not this machine, threw an error, or broke its Content-Security-Policy.
 * @param options Playwright's: `{ baseURL, viewport, javaScriptEnabled, reducedMotion, … }`
 */
export async function withPage<Value>(
  use: (page: Page) => Promise<Value>,
  options: BrowserContextOptions = {},
): Promise<Value> {
  browser ??= launchChromium();
  const context = await (await browser).newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...options });
  context.setDefaultTimeout(LONGEST_WAIT);
  try {
    const complaints = await watch(context);
    const value = await use(await context.newPage());
    assert.equal(complaints.join('\n'), '');
    return value;
  } finally {
    await context.close();
  }
}

/**
 * Fails unless the page, once its styles have come, meets WCAG 2.2 AA as far as axe can tell. Names rules and selectors only,
 * never what is on the page.
 */
export async function assertAccessible(page: Page): Promise<void> {
  await page.waitForLoadState();
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: { type: 'tag', values: wcag22aa }, resultTypes: ['violations'] })
    .setLegacyMode(page.frames().length === 1) // only frames need the slower way, which opens a second page
    .analyze();
  const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  assert.equal(faults.join('\n'), '');
}

/** A step that waits longer for its page has failed; the machine may be busy. Milliseconds. */
const LONGEST_WAIT = 15_000;

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const thisMachine = new Set<string>(['localhost', '127.0.0.1', '[::1]', ...PEOPLE_HOSTS]);

/** What goes wrong in any page of the context, as it happens. */
async function watch(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(`The page threw: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  await context.route(
    (url) => url.protocol.startsWith('http') && !thisMachine.has(url.hostname),
    async (route) => {
      complaints.push(`The page asked something of ${new URL(route.request().url()).host}.`);
      await route.abort();
    },
  );
  return complaints;
}
