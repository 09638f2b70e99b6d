import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { MINUTE } from '../../lambda/core/kernel/clock.ts';
import { aReminder } from '../console/support/busy-week.ts';
import { withServedWorld } from '../console/support/served-world.ts';
import { withPage } from '../support/browser.ts';
import { lookAt as look } from '../support/look-at.ts';

const MARGARET = '/console/residents/res-margaret';

const signIn = async (page: Page, name: string): Promise<void> => {
  await page.goto('/console/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name }).click();
  await page.getByText(`Signed in as ${name}`).waitFor();
};

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('the pages on which somebody is away, comes home, and the service ends are accessible', async () => {
  await withServedWorld(async ({ world, origin, faults }) => {
    await world.stores.reminders.save({ value: aReminder({ id: 'drink', time: '20:00' }), version: 0 });
    await world.stores.reminders.save({ value: aReminder({ id: 'lunch', time: '12:00', label: 'meal' }), version: 0 });
    await withPage(
      async (page) => {
        await signIn(page, 'Priya Shah');
        await page.goto(MARGARET);
        await page.getByRole('link', { name: 'Say where they are now' }).click();
        await look(page, 'presence-where');
        await press(page, 'Continue');
        await look(page, 'presence-where-errors');
        await page.getByLabel('In hospital').check();
        await press(page, 'Continue');
        await look(page, 'presence-dates');
        await page.getByRole('group', { name: 'Until which day?' }).getByLabel('Day').fill('31');
        await press(page, 'Continue');
        await look(page, 'presence-dates-errors');
        await page.getByRole('group', { name: 'Until which day?' }).getByLabel('Day').fill('');
        await press(page, 'Continue');
        await look(page, 'presence-check-away');
        await press(page, 'Save this');
        await look(page, 'presence-away');
        world.time.now += MINUTE;
        await page.goto(`${MARGARET}/presence?lang=cy`);
        await look(page, 'presence-where-welsh');
        await page.goto(`${MARGARET}/presence?lang=en`);
        await page.getByLabel('At home').check();
        await press(page, 'Continue');
        await look(page, 'presence-check-home');
        await press(page, 'Save this');
        world.time.now += MINUTE;
        await look(page, 'confirm-reminders');
        await page.goto(MARGARET);
        await look(page, 'resident-to-confirm');
        await page.goto(`${MARGARET}/reminders/drink`);
        await look(page, 'reminder-unconfirmed');
        await press(page, 'Keep it as it is');
        await look(page, 'confirm-reminders-one-left');
        await page.goto(`${MARGARET}/presence`);
        await page.getByLabel('They moved away').check();
        await press(page, 'Continue');
        await look(page, 'presence-check-ended');
        await press(page, 'End the service for good');
        await look(page, 'presence-ended');
        await page.goto(`${MARGARET}/presence`);
        await look(page, 'presence-final');
        await page.goto(MARGARET);
        await page.getByRole('link', { name: 'Forget this resident' }).click();
        await press(page, 'Ask for it');
        await look(page, 'forget-errors');
        await page.getByLabel('asked to be forgotten').check();
        await press(page, 'Ask for it');
        await page.getByText('Another officer must agree').waitFor();
        await look(page, 'forget-asked');
      },
      { baseURL: origin },
    );
    assert.deepEqual(faults, []);
  });
});
