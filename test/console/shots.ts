import { mkdir } from 'node:fs/promises';
import { after } from 'node:test';
import { withPage } from '../support/browser.ts';
import { withServedWorld } from './support/served-world.ts';
await mkdir('build/screens', { recursive: true });
await withServedWorld(async ({ origin }) => {
  await withPage(async (page) => {
    await page.goto('/console/');
    await page.screenshot({ path: 'build/screens/console-try-1.png', fullPage: true });
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.screenshot({ path: 'build/screens/console-try-2.png', fullPage: true });
    await page.getByRole('button', { name: 'Mark Ellis' }).click();
    await page.screenshot({ path: 'build/screens/console-try-3.png', fullPage: true });
    await page.getByRole('link', { name: 'Margaret Ellis' }).click();
    await page.screenshot({ path: 'build/screens/console-try-4.png', fullPage: true });
    await page.getByRole('button', { name: 'Add a reminder' }).click();
    await page.screenshot({ path: 'build/screens/console-try-5.png', fullPage: true });
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.screenshot({ path: 'build/screens/console-try-6.png', fullPage: true });
  }, { baseURL: origin });
});
