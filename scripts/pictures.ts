import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startBellbird } from '../infra/local/start-bellbird.ts';
import { instantOf } from '../lambda/core/kernel/uk-time.ts';
import { launchChromium } from '../test/support/chromium.ts';
import { signInAs } from '../test/support/console-steps.ts';

/** `npm run pictures`: the pictures of the README, taken from the running system on one fixed day. */
const FOLDER = join(import.meta.dirname, '../docs/pictures');
const DAY = '2027-11-23';
const ROSA = 'rosa-bennett';

const dataDir = await mkdtemp(join(tmpdir(), 'bellbird-pictures-'));
await writeFile(join(dataDir, 'clock.json'), JSON.stringify({ ahead: instantOf(`${DAY}T14:59`) - Date.now() }));
const bellbird = await startBellbird({ port: 0, dataDir, reset: false }, Date.now, () => undefined);
const browser = await launchChromium();

const say = async (page: Page, words: string): Promise<void> => {
  const before = await page.locator('#captions-list li').count();
  await page.getByLabel('Say something').fill(words);
  await page.getByRole('button', { name: 'Say it' }).click();
  await page
    .locator('#captions-list li')
    .nth(before + 1)
    .waitFor();
};

const take = async (page: Page, name: string, height: number, width = 1200): Promise<void> => {
  await page.setViewportSize({ width, height });
  await page.screenshot({ path: join(FOLDER, name), clip: { x: 0, y: 0, width, height } });
};

/** The front door while a flood alert is told: the Echo has spoken, the television shows it, the phone says what is known. */
const livingRoom = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(bellbird.url);
  await page.getByText('Told in the last day').waitFor();
  await page.getByRole('button', { name: 'Flood alert, then stop' }).click();
  await page.getByText('The television shows it until').first().waitFor();
  await page.frameLocator('#tv').getByText('Flood warning').first().waitFor();
  await page.locator('#phone').getByText('Shown on the screen').first().waitFor();
  await take(page, 'living-room.png', 900, 1440);
};

try {
  await mkdir(FOLDER, { recursive: true });
  const page = await (
    await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' })
  ).newPage();
  await page.setViewportSize({ width: 1200, height: 900 });
  await page.goto(`${bellbird.url}/echo`);
  await page.getByText('None waiting.').waitFor();
  await bellbird.goForward(instantOf(`${DAY}T15:00`));
  await page.getByText('reminder to have a drink').first().waitFor();
  await say(page, 'open bell bird');
  await say(page, 'yes');
  await take(page, 'echo.png', 900);
  await say(page, 'stop');
  await livingRoom(page);
  await signInAs(page, bellbird.url, 'Dan Bennett');
  await page.goto(`${bellbird.url}/console/residents/${ROSA}`);
  await take(page, 'console.png', 1000);
} finally {
  await browser.close();
  await bellbird.close();
  await rm(dataDir, { recursive: true, force: true });
}
