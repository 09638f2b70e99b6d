import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible } from './browser.ts';
import { takePicture } from './picture.ts';

/** At 200 % and at 400 % zoom of a 1280 pixel screen nothing stands beside the page, and at the larger all is accessible (WCAG 2.2, 1.4.4 and 1.4.10). */
const assertFits = async (page: Page, name: string): Promise<void> => {
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 640 });
    const beside = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    assert.equal(beside, 0, `${name} scrolls sideways at ${width} pixels`);
  }
  await assertAccessible(page);
};

/** The page as it is now: its picture, what axe says of it, and that it fits at any zoom. */
export const lookAt = async (page: Page, name: string): Promise<void> => {
  await takePicture(page, `console-${name}`, { fullPage: true });
  await assertAccessible(page);
  await assertFits(page, name);
  await takePicture(page, `console-${name}-narrow`, { fullPage: true });
  await page.setViewportSize({ width: 1280, height: 720 });
};
