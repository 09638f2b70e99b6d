import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import {
  type AlertWorld,
  anAlertWorld,
  OFFICERS,
  pageOf,
  practiceResidents,
  type Who,
} from '../console/support/alert-world.ts';
import { withServedWorld } from '../console/support/served-world.ts';
import { withPage } from '../support/browser.ts';
import { byKeyboard } from '../support/by-keyboard.ts';
import { launchChromium } from '../support/chromium.ts';

const withAlerts = (
  use: (page: Page, world: AlertWorld) => Promise<void>,
  options: BrowserContextOptions & { practice?: number } = {},
): Promise<void> =>
  withServedWorld(async ({ world, origin, faults }) => {
    const alerts = await anAlertWorld({}, world);
    const { practice = 12, ...context } = options;
    await practiceResidents(world, practice);
    await withPage((page) => use(page, alerts), { baseURL: origin, ...context });
    assert.deepEqual(faults, []);
  });

const signIn = async (page: Page, who: Who): Promise<void> => {
  await page.context().clearCookies();
  await page.goto('/console/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: OFFICERS[who].name, exact: true }).click();
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const newest = async ({ stores }: AlertWorld) => (await stores.alerts.newest('harbour')).alerts[0] ?? assert.fail();

describe('an alert in a browser', () => {
  test('is written, approved and stopped with the keyboard alone, and what has the focus is always seen (C26)', async () => {
    await withAlerts(async (page, world) => {
      const { choose, press, type } = byKeyboard(page);
      await signIn(page, 'tom');
      await press('Alerts');
      await press('Write an alert');
      await press('Continue');
      await type('Title', 'Bins');
      await type('Words', 'The bins are emptied on Thursday.');
      await press('Save and continue');
      await press('Continue');
      await choose('North');
      await press('Save and count');
      await page.getByText('This alert is for 6 people.').waitFor();
      await press('Save and continue');
      await choose('Urgent');
      await choose('As soon as it is approved');
      await press('Save and continue');
      await press('Submit for approval');
      await page.getByText('It waits for another officer to approve it').first().waitFor();
      await signIn(page, 'helen');
      await press('Alerts');
      await press('Bins');
      await press('Look at it and decide');
      await type('How many people is this alert for?', '6');
      await press('Approve for practice');
      const alert = await newest(world);
      assert.equal(alert.state, 'approved');
      await press('Stop this alert');
      await type('Why do you stop it?', 'Wrong day');
      await press('Stop this alert now');
      await page.getByText('No new call starts').first().waitFor();
      assert.equal((await newest(world)).state, 'stopped');
    });
  });

  test('is written and approved without JavaScript, and its page still loads itself again', async () => {
    await withAlerts(
      async (page, world) => {
        await signIn(page, 'tom');
        await page.goto('/console/alerts/live/new');
        await page.getByLabel('Title', { exact: true }).fill('Bins');
        await page.getByLabel('Words', { exact: true }).fill('The bins are emptied on Thursday.');
        await button(page, 'Save and continue').click();
        await page.getByRole('button', { name: 'Continue' }).click();
        await button(page, 'Save and continue').click();
        await button(page, 'Save and continue').click();
        await page.getByRole('link', { name: 'Choose when it starts' }).click();
        assert.match(page.url(), /#start$/);
        await page.getByLabel('Notice', { exact: true }).check();
        await page.getByLabel('As soon as it is approved').check();
        await button(page, 'Save and continue').click();
        await button(page, 'Submit for approval').click();
        await signIn(page, 'helen');
        await page.goto(`${pageOf(await newest(world))}/decide`);
        await page.getByLabel('How many people is this alert for?').fill('3');
        await page.getByLabel('I have read the words aloud').check();
        await button(page, 'Approve: this goes to real people').click();
        await page.getByText('The alert is approved.').waitFor();
        await world.states.look(await newest(world));
        await page.getByText('Gone out', { exact: true }).waitFor();
      },
      { javaScriptEnabled: false },
    );
  });

  test('shows how far it has come without throwing anybody back who moves through the page', async () => {
    await withAlerts(
      async (page, world) => {
        await signIn(page, 'helen');
        const alert = await world.states.releasing();
        await page.clock.install();
        await page.goto(pageOf(alert));
        await page.getByText('Worked through so far: 0 of 230 people').waitFor();
        await page.getByRole('button', { name: 'Stop this alert' }).focus();
        await world.states.tell(alert);
        await page.clock.runFor(11_000);
        await page.getByText('Worked through so far: 89 of 230 people').waitFor();
        assert.equal(await page.evaluate('document.activeElement.innerText'), 'Stop this alert');
        await world.states.stop(alert);
        await world.states.look(alert);
        await page.clock.runFor(11_000);
        await page.getByText('No new call starts').first().waitFor();
      },
      { practice: 230 },
    );
  });
});

/** A page whose requests go to the network as they do for anybody: one that a test looks into first is never taken from the browser's cache. */
const withPlainPage = (use: (page: Page, world: AlertWorld) => Promise<void>): Promise<void> =>
  withServedWorld(async ({ world, origin, faults }) => {
    const alerts = await anAlertWorld({}, world);
    const browser = await launchChromium();
    try {
      const context = await browser.newContext({ baseURL: origin, locale: 'en-GB' });
      context.setDefaultTimeout(15_000);
      await use(await context.newPage(), alerts);
    } finally {
      await browser.close();
    }
    assert.deepEqual(faults, []);
  });

describe('going back in a browser', () => {
  test('from a page with mistakes, and past it, shows what was there and asks for nothing to be sent again', async () => {
    await withPlainPage(async (page, world) => {
      const sent = () => world.log.filter(({ fields }) => fields.kind?.startsWith('POST /console/alerts')).length;
      const heading = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();
      await signIn(page, 'tom');
      await page.goto('/console/alerts/practice/new');
      await page.getByLabel('Title', { exact: true }).fill('Bins');
      await button(page, 'Save and continue').click();
      await page.getByRole('link', { name: 'Write the words' }).waitFor();
      await page.getByLabel('Words', { exact: true }).fill('The bins are emptied on Thursday.');
      await button(page, 'Save and continue').click();
      await heading('How it is said and shown');
      assert.equal(sent(), 2);
      await page.goBack();
      await heading('What do you want to say?');
      assert.equal(await page.getByLabel('Title', { exact: true }).inputValue(), 'Bins');
      await page.goBack();
      await heading('What do you want to say?');
      await page.goForward();
      await page.goForward();
      await heading('How it is said and shown');
      assert.equal(sent(), 2);
    });
  });

  test('after signing out shows nothing of what was typed', async () => {
    await withPlainPage(async (page) => {
      await signIn(page, 'tom');
      await page.goto('/console/alerts/practice/new');
      await page.getByLabel('Words', { exact: true }).fill('The key safe code is 4821.');
      await button(page, 'Save and continue').click();
      await page.getByText('There is a problem').waitFor();
      await button(page, 'Sign out').click();
      await page.getByText('You are signed out.').waitFor();
      await assert.rejects(page.goBack({ waitUntil: 'commit' }), /ERR_CACHE_MISS/);
    });
  });
});
