import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { aReminder, busyWeek } from '../console/support/busy-week.ts';
import { withServedWorld } from '../console/support/served-world.ts';
import { tellEcho } from '../console/support/tell-echo.ts';
import type { World } from '../console/support/world.ts';
import { withPage } from '../support/browser.ts';
import { openSetUpVisit } from '../support/builders/set-up-visits.ts';
import { lookAt as look } from '../support/look-at.ts';

const MARGARET = '/console/residents/res-margaret';

const signIn = async (page: Page, name: string): Promise<void> => {
  await page.goto('/console/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name }).click();
  await page.getByText(`Signed in as ${name}`).waitFor();
};

const withConsole = (use: (page: Page, world: World) => Promise<void>): Promise<void> =>
  withServedWorld(async ({ world, origin, faults }) => {
    await busyWeek(world);
    await withPage((page) => use(page, world), { baseURL: origin });
    assert.deepEqual(faults, []);
  });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('every page of the console is accessible in every state, at any zoom', () => {
  test('before signing in', async () => {
    await withConsole(async (page) => {
      await page.goto('/console/');
      await look(page, 'sign-in');
      await page.goto('/console/sign-in?notice=timed-out');
      await look(page, 'sign-in-timed-out');
      await page.goto('/console/accessibility');
      await look(page, 'accessibility');
      await page.goto('/console/privacy?lang=cy');
      await look(page, 'privacy-welsh');
      await page.goto('/console/sign-in/start');
      await look(page, 'provider');
    });
  });

  test('a carer’s residents and their weeks', async () => {
    await withConsole(async (page, world) => {
      await signIn(page, 'Mark Ellis');
      await look(page, 'residents');
      await page.getByRole('link', { name: 'Margaret Ellis' }).click();
      await look(page, 'resident');
      await page.goto(`${MARGARET}/last-week`);
      await look(page, 'resident-last-week');
      await page.goto(`${MARGARET}/later`);
      await look(page, 'resident-later');
      await page.goto(`${MARGARET}?lang=cy`);
      await look(page, 'resident-welsh');
      const stored = await world.stores.residents.ofId('harbour', 'res-bill');
      assert.ok(stored);
      const presence = { kind: 'away', reason: 'hospital', since: '2026-11-22' } as const;
      const settings = { ...stored.value.settings, accessNeeds: ['captions', 'large-print'] as const };
      await world.stores.residents.save({ ...stored, value: { ...stored.value, presence, settings } });
      await page.goto('/console/residents/res-bill?lang=en');
      await look(page, 'resident-away');
    });
  });

  test('setting a reminder', async () => {
    await withConsole(async (page) => {
      await signIn(page, 'Mark Ellis');
      await page.goto(`${MARGARET}/reminders/new`);
      await look(page, 'reminder-what');
      await press(page, 'Continue');
      await look(page, 'reminder-what-errors');
      await page.getByLabel('Have a drink').check();
      await page.getByLabel('Once', { exact: true }).check();
      await press(page, 'Continue');
      await look(page, 'reminder-once');
      await press(page, 'Back to the question before');
      await page.getByLabel('On the days I choose', { exact: true }).check();
      await press(page, 'Continue');
      await press(page, 'Continue');
      await look(page, 'reminder-when-errors');
      await page.getByLabel('Wednesday').check();
      await page.getByLabel('Sunday').check();
      await page.getByLabel('What time?').fill('11pm');
      await press(page, 'Continue');
      await look(page, 'reminder-tell');
      await press(page, 'Continue');
      await look(page, 'reminder-tell-errors');
      await page.getByLabel('The council, with a request to ring').first().check();
      await page.getByLabel('After how many minutes without a reply?').fill('15');
      await press(page, 'Continue');
      await look(page, 'reminder-quiet');
      await press(page, 'Choose another time');
      await page.getByLabel('What time?').fill('8.15 pm');
      await press(page, 'Continue');
      await look(page, 'reminder-check');
      await press(page, 'Set this reminder');
      await look(page, 'reminder-set');
    });
  });

  test('changing, pausing and cancelling a reminder', async () => {
    await withConsole(async (page, world) => {
      await signIn(page, 'Mark Ellis');
      await page.goto(`${MARGARET}/reminders/rem-drink/change`);
      await look(page, 'reminder-change');
      const stored = await world.stores.reminders.ofId('harbour', 'res-margaret', 'rem-drink');
      assert.ok(stored);
      const by = { kind: 'carer', id: 'carer-sue' } as const;
      const lastAct = { number: 2, at: world.time.now, by, did: 'change-reminder' };
      const changed = aReminder({ id: 'rem-drink', time: '19:00', lastAct });
      await world.stores.reminders.save({ ...stored, value: changed });
      await press(page, 'Change when');
      await page.getByLabel('What time?').fill('7.30pm');
      await press(page, 'Continue');
      await press(page, 'Save this change');
      await look(page, 'reminder-conflict');
      await press(page, 'Use mine instead');
      await press(page, 'Pause this reminder');
      await look(page, 'reminder-paused');
      await page.getByRole('link', { name: 'Cancel this reminder' }).click();
      await look(page, 'reminder-cancel');
    });
  });

  test('visits and appointments', async () => {
    await withConsole(async (page, world) => {
      await signIn(page, 'Mark Ellis');
      await page.goto(`${MARGARET}/diary/visit`);
      await look(page, 'visit-form');
      await press(page, 'Add this visit');
      await look(page, 'visit-form-errors');
      await page.goto(`${MARGARET}/diary/appointment`);
      await look(page, 'appointment-form');
      await page.goto(`${MARGARET}/diary/2026-11-24T17:30/visit-2/move`);
      await look(page, 'visit-move');
      await page.goto(`${MARGARET}/diary/2026-11-24T17:30/visit-2/cancel`);
      await look(page, 'visit-cancel');
      const stored = await world.stores.diaries.ofId('harbour', 'res-margaret', '2026-11-24T17:30', 'visit-2');
      assert.ok(stored);
      const lastAct = { ...stored.value.lastAct, number: 2, did: 'move-entry' };
      await world.stores.diaries.save({ ...stored, value: { ...stored.value, state: 'cancelled', lastAct } });
      await press(page, 'Yes, cancel it');
      await look(page, 'visit-conflict');
    });
  });

  test('homes and pairing', async () => {
    await withConsole(async (page, world) => {
      await openSetUpVisit(world.stores, 'home-1', world.time.now);
      await signIn(page, 'Priya Shah');
      await look(page, 'homes');
      await page.getByRole('link', { name: '4 Quay Street' }).click();
      await look(page, 'home');
      await press(page, 'Pair an Echo');
      await look(page, 'pairing-code');
      const code = (await page.locator('.app-code').first().innerText()).replaceAll(/\D/g, '');
      assert.equal((await tellEcho(world, code)).kind, 'pairing-asked');
      await press(page, 'The Echo has said two words');
      await page.getByText('teapot').waitFor();
      await look(page, 'pairing-words');
      await press(page, 'Pair this Echo');
      await look(page, 'pairing-errors');
      await page.getByLabel('Yes, they are the same').check();
      await page.getByLabel('Ask first').check();
      await press(page, 'Pair this Echo');
      await look(page, 'home-paired');
      await page.getByRole('link', { name: 'Unpair (Echo 2)' }).click();
      await look(page, 'unpair');
    });
  });

  test('call-backs', async () => {
    await withConsole(async (page) => {
      await signIn(page, 'Priya Shah');
      await page.getByRole('link', { name: 'Call-backs' }).click();
      await look(page, 'call-backs');
      await page.getByRole('button', { name: 'Add this note (Bill Hughes)' }).click();
      await look(page, 'call-backs-errors');
    });
  });

  test('what people are told', async () => {
    await withConsole(async (page, world) => {
      await world.stores.unanswered.count('harbour', 'about-dentist', '2026-11-20');
      await signIn(page, 'Priya Shah');
      await page.getByRole('link', { name: 'Answers' }).click();
      await look(page, 'answers');
      await page.getByRole('link', { name: 'Write the answer about bins' }).click();
      await look(page, 'answer');
      await press(page, 'Save this answer');
      await page.getByRole('alert').waitFor();
      await look(page, 'answer-errors');
    });
  });

  test('what is not there, may not be done, or went wrong', async () => {
    await withConsole(async (page, world) => {
      await signIn(page, 'Sue Ellis');
      await page.goto('/console/residents/res-bill');
      await look(page, 'not-found');
      await page.goto(`${MARGARET}/reminders/new`);
      await look(page, 'not-allowed');
      world.broken.now = true;
      await page.goto(MARGARET);
      await look(page, 'fault');
    });
  });
});
