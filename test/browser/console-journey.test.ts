import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type Served, withServedWorld } from '../console/support/served-world.ts';
import { withPage } from '../support/browser.ts';
import { byKeyboard } from '../support/by-keyboard.ts';

const withConsole = (use: (page: Page, served: Served) => Promise<void>, options: BrowserContextOptions = {}) =>
  withServedWorld(async (served) => {
    await withPage((page) => use(page, served), { baseURL: served.origin, ...options });
    assert.deepEqual(served.faults, []);
  });

const remindersOf = ({ world }: Served) => world.stores.reminders.ofResident('harbour', 'res-margaret');

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('a carer sets a reminder in a browser', () => {
  test('from the front page through sign-in to a reminder that stands, and signs out', async () => {
    await withConsole(async (page, served) => {
      await page.goto('/console/residents/res-margaret');
      await button(page, 'Sign in').click();
      await button(page, 'Mark Ellis').click();
      assert.equal(new URL(page.url()).pathname, '/console/residents/res-margaret');
      await button(page, 'Add a reminder').click();
      await page.getByLabel('Have a drink').check();
      await page.getByLabel('Every weekday, Monday to Friday').check();
      await button(page, 'Continue').click();
      await page.getByLabel('What time?').fill('8.30 pm');
      await button(page, 'Continue').click();
      await page.getByLabel('Mark Ellis, on their own page').first().check();
      await page.getByLabel('After how many minutes without a reply?').fill('30');
      await button(page, 'Continue').click();
      await page.getByText('Every weekday at 8:30pm. Next: Tuesday 24 November.').waitFor();
      await button(page, 'Set this reminder').dblclick();
      await page.getByText('The reminder is set.').waitFor();
      const reminders = await remindersOf(served);
      assert.equal(reminders.length, 1, 'a double click sets one (C02)');
      await button(page, 'Sign out').click();
      await page.getByText('You are signed out.').waitFor();
      await page.goBack();
      assert.match(await page.locator('main').innerText(), /sign in/i);
    });
  });

  test('with the keyboard alone, and what has the focus is always seen', async () => {
    await withConsole(async (page, served) => {
      const { choose, press, type } = byKeyboard(page);
      await page.goto('/console/');
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate('document.activeElement.innerText'), 'Skip to main content');
      await press('Sign in');
      await press('Mark Ellis');
      await press('Margaret Ellis');
      await press('Add a reminder');
      await choose('A reminder by its time alone');
      await choose('Once');
      await page.keyboard.press('ArrowDown');
      await press('Continue');
      await type('What time?', '7am');
      await press('Continue');
      await choose('Nobody');
      await press('Continue');
      await press('Set this reminder');
      await page.getByText('The reminder is set.').waitFor();
      const [reminder] = await remindersOf(served);
      assert.deepEqual([reminder?.label, reminder?.recurrence.kind], ['routine', 'daily']);
    });
  });

  test('without JavaScript', async () => {
    await withConsole(
      async (page, served) => {
        await page.goto('/console/');
        await button(page, 'Sign in').click();
        await button(page, 'Mark Ellis').click();
        await page.getByRole('link', { name: 'Margaret Ellis' }).click();
        await button(page, 'Add a reminder').click();
        await button(page, 'Continue').click();
        await page.getByRole('link', { name: 'Choose what the reminder is for' }).click();
        assert.match(page.url(), /#label$/);
        await page.getByLabel('Put the bins out').check();
        await page.getByLabel('On the days I choose', { exact: true }).check();
        await button(page, 'Continue').click();
        await page.getByLabel('Wednesday').check();
        await page.getByLabel('What time?').fill('18:30');
        await button(page, 'Continue').click();
        await page.getByLabel('Nobody', { exact: true }).check();
        await button(page, 'Continue').click();
        await button(page, 'Set this reminder').click();
        await page.getByText('The reminder is set.').waitFor();
        assert.equal((await remindersOf(served))[0]?.label, 'bins');
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('a form with mistakes in a browser', () => {
  test('moves the focus to the summary, whose links lead into the fields', async () => {
    await withConsole(async (page) => {
      await page.goto('/console/residents/res-margaret/diary/visit');
      await button(page, 'Sign in').click();
      await button(page, 'Mark Ellis').click();
      await button(page, 'Add this visit').click();
      assert.match(await page.title(), /^Error: /);
      await page.locator('.govuk-error-summary:focus').waitFor();
      for (const [link, field] of [
        ['Choose who is coming', 'what'],
        ['Enter a day', 'date-day'],
        ['Enter a time', 'from'],
      ] as const) {
        await page.getByRole('link', { name: link, exact: true }).click();
        assert.equal(await page.evaluate('document.activeElement.id'), field);
      }
    });
  });
});

describe('somebody whom the council does not know', () => {
  test('comes back to the sign-in page, also when they change their mind at the provider', async () => {
    await withConsole(async (page) => {
      await page.goto('/console/');
      await button(page, 'Sign in').click();
      await button(page, 'Ivan Inland').click();
      await page.getByText('Your account is not known here').waitFor();
      await button(page, 'Sign in').click();
      await button(page, 'Go back without signing in').click();
      await page.getByText('Signing in did not work').waitFor();
    });
  });

  test('nobody is signed in again by themselves after signing out: the provider asks anew', async () => {
    await withConsole(async (page) => {
      await page.goto('/console/');
      await button(page, 'Sign in').click();
      await button(page, 'Mark Ellis').click();
      await button(page, 'Sign out').click();
      await button(page, 'Sign in').click();
      await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
      await button(page, 'Priya Shah').click();
      await page.getByText('Signed in as Priya Shah').waitFor();
    });
  });
});
