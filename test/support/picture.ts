import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const SCREENS = join(import.meta.dirname, '../../build/screens');

/** Keeps a picture of the page as it is now in `build/screens`, when `npm run screens` asks for them: they take as long as the tests. */
export const takePicture = async (
  page: Page,
  name: string,
  options: { readonly fullPage?: boolean } = {},
): Promise<void> => {
  if (process.env.BELLBIRD_SCREENS !== '1') return;
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: join(SCREENS, `${name}.png`), ...options });
};
