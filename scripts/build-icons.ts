import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchChromium } from '../test/support/chromium.ts';

/** Where the icon lies: drawn once, and rendered at the two sizes that Amazon asks for. */
export const ICONS = join(import.meta.dirname, '../infra/skill-package/icons');
export const ICON_SIZES = { 'en-GB_smallIcon.png': 108, 'en-GB_largeIcon.png': 512 } as const;

/** What the pictures were rendered from: kept beside them, so that a changed drawing with old pictures is noticed. */
export const drawingHash = async (): Promise<string> =>
  `${createHash('sha256')
    .update(await readFile(join(ICONS, 'icon.svg')))
    .digest('hex')}\n`;

const render = async (): Promise<void> => {
  const svg = await readFile(join(ICONS, 'icon.svg'), 'utf8');
  const browser = await launchChromium();
  try {
    for (const [name, size] of Object.entries(ICON_SIZES)) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      await page.screenshot({ path: join(ICONS, name) });
    }
  } finally {
    await browser.close();
  }
  await writeFile(join(ICONS, 'icon.sha256'), await drawingHash());
};

if (import.meta.main) await render();
