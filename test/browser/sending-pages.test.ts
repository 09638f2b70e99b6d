import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withServedWorld } from '../console/support/served-world.ts';
import { withPage } from '../support/browser.ts';
import { lookAt as look } from '../support/look-at.ts';

test('D52 the page that holds back sending is accessible, before and after, and with its mistakes', async () => {
  await withServedWorld(async ({ origin, faults }) => {
    await withPage(
      async (page) => {
        await page.goto('/console/');
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('button', { name: 'Priya Shah' }).click();
        await page.getByRole('link', { name: 'Sending' }).click();
        await page.getByRole('heading', { name: 'Sending' }).waitFor();
        await look(page, 'sending');
        await page.getByRole('button', { name: 'Switch now' }).click();
        await page.getByRole('alert').waitFor();
        await look(page, 'sending-errors');
        await page.getByLabel('Send nothing').check();
        await page.getByLabel('Why?').fill('Odd calls were heard');
        await page.getByRole('button', { name: 'Switch now' }).click();
        await page.getByText('Nothing is sent now.').waitFor();
        await look(page, 'sending-paused');
        await page.goto('/console/sending?lang=cy');
        await look(page, 'sending-welsh');
      },
      { baseURL: origin },
    );
    assert.deepEqual(faults, []);
  });
});
