import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { DAY } from '../../lambda/core/kernel/clock.ts';
import { withServedWorld } from '../console/support/served-world.ts';
import { tellEcho } from '../console/support/tell-echo.ts';
import type { World } from '../console/support/world.ts';
import { withPage } from '../support/browser.ts';
import { aSetUpVisit } from '../support/builders/set-up-visits.ts';
import { lookAt as look } from '../support/look-at.ts';

const VERA = '/console/homes/home-3/set-up';

const signIn = async (page: Page, name: string): Promise<void> => {
  await page.goto('/console/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name }).click();
  await page.getByText(`Signed in as ${name}`).waitFor();
};

const withConsole = (use: (page: Page, world: World) => Promise<void>): Promise<void> =>
  withServedWorld(async ({ world, origin, faults }) => {
    await withPage((page) => use(page, world), { baseURL: origin });
    assert.deepEqual(faults, []);
  });

const press = async (page: Page, name: string, then: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByText(then).first().waitFor();
};

const veraIsNotAsked = async ({ stores }: World): Promise<void> => {
  const stored = await stores.residents.ofId('harbour', 'res-vera');
  assert.ok(stored);
  const consent = { ...stored.value.consent, state: 'not-asked' as const };
  await stores.residents.save({ ...stored, value: { ...stored.value, consent } });
};

describe('the pages of the set-up visit are accessible in every state, at any zoom', () => {
  test('from the first question to the proof', async () => {
    await withConsole(async (page, world) => {
      await veraIsNotAsked(world);
      await signIn(page, 'Priya Shah');
      await page.goto(VERA);
      await look(page, 'set-up-never');
      await press(page, 'Begin the visit', 'The visit is open until');
      await look(page, 'set-up-open');
      await page.getByRole('link', { name: 'Vera Nunn', exact: true }).click();
      await page.getByText('What was decided?').waitFor();
      await look(page, 'set-up-consent');
      await press(page, 'Save and go on', 'There is a problem');
      await look(page, 'set-up-consent-errors');
      await page.getByLabel('Yes, they agree').check();
      await page.getByLabel('The person themself').check();
      await page.getByLabel('How was it explained?').fill('At home, aloud');
      await page.getByLabel('Nobody else lives there').check();
      await press(page, 'Save and go on', 'Saved.');
      await page.getByRole('link', { name: 'The home', exact: true }).click();
      await page.getByText('How is the Wi-Fi').waitFor();
      await look(page, 'set-up-home');
      await page.getByLabel('Yes, these people live here').check();
      await page.getByLabel('Ask first').check();
      await page.getByLabel('A family member’s').check();
      await page.getByLabel('How many other Echos').fill('2');
      await page.getByLabel('Weak: it may drop out').check();
      await page.getByLabel('Yes, that is right').check();
      await press(page, 'Save and go on', 'Saved.');
      await page.getByRole('link', { name: 'The Echo', exact: true }).click();
      await page.getByText('No Echo is paired to this home yet.').waitFor();
      await look(page, 'set-up-echo');
      await press(page, 'Pair an Echo', 'It works for another');
      const code = (await page.locator('.app-code').first().innerText()).replaceAll(/\D/g, '');
      assert.equal((await tellEcho(world, code)).kind, 'pairing-asked');
      await press(page, 'The Echo has said two words', 'teapot');
      await page.getByLabel('Yes, they are the same').check();
      await press(page, 'Pair this Echo', 'The Echo is paired.');
      await page.goto(`${VERA}/prove`);
      await look(page, 'set-up-prove');
      await press(page, 'Set a test reminder for two minutes from now', 'A test reminder for Vera was set');
      await look(page, 'set-up-prove-waits');
      await page.goto(`${VERA}/paper`);
      await look(page, 'set-up-paper');
      await page.goto(`${VERA}?lang=cy`);
      await look(page, 'set-up-welsh');
    });
  });

  test('with the keyboard alone a visit is begun and left', async () => {
    await withConsole(async (page) => {
      await signIn(page, 'Priya Shah');
      await page.goto(VERA);
      await page.getByRole('button', { name: 'Begin the visit' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('The visit is open until').waitFor();
      await page.getByRole('button', { name: 'Leave it for now' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('No code can be spoken until you go on with it').waitFor();
    });
  });

  test('homes to look at', async () => {
    await withConsole(async (page, world) => {
      const openedAt = world.time.now - 5 * DAY;
      const finished = aSetUpVisit(openedAt, { homeId: 'home-2', finishedAt: openedAt });
      await world.stores.setUpVisits.save({ value: finished, version: 0 });
      await signIn(page, 'Priya Shah');
      await page.getByRole('link', { name: 'After set-up visits' }).click();
      await page.getByText('Never used').waitFor();
      await look(page, 'after-visits');
      await page.goto('/console/quiet-homes');
      await look(page, 'quiet-homes');
      await page.goto('/console/quiet-homes?lang=cy');
      await look(page, 'quiet-homes-welsh');
    });
  });
});
