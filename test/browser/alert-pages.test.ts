import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
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
import { lookAt } from '../support/look-at.ts';

const signIn = async (page: Page, who: Who): Promise<void> => {
  const { name } = OFFICERS[who];
  await page.context().clearCookies();
  await page.goto('/console/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByText(`Signed in as ${name}`).waitFor();
};

const withAlerts = (use: (page: Page, world: AlertWorld) => Promise<void>, practice = 230): Promise<void> =>
  withServedWorld(async ({ world, origin, faults }) => {
    const alerts = await anAlertWorld({}, world);
    await practiceResidents(world, practice);
    await withPage((page) => use(page, alerts), { baseURL: origin });
    assert.deepEqual(faults, []);
  });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const LONG = 'Llanfairpwllgwyngyllgogerychwyrndrobwll'.slice(0, 40);

describe('every page of alerts is accessible in every state, at any zoom (C26)', () => {
  test('writing one', async () => {
    await withAlerts(async (page) => {
      await signIn(page, 'tom');
      await page.goto('/console/alerts');
      await lookAt(page, 'alerts-empty');
      await page.getByRole('button', { name: 'Write an alert' }).click();
      await lookAt(page, 'alert-begin');
      await page.getByLabel('Template: Flood').check();
      await press(page, 'Continue');
      await press(page, 'Continue');
      await lookAt(page, 'alert-fill-errors');
      await page.goto('/console/alerts/live/new');
      await page.getByLabel('Title', { exact: true }).fill(LONG);
      await page.getByLabel('Words', { exact: true }).fill('Your key safe code is 4821. Ring 01632 960100.');
      await page.getByLabel('Title of the correction (optional)').fill('Wrong');
      await press(page, 'Save and continue');
      await lookAt(page, 'alert-words-errors');
      await page
        .getByLabel('Words', { exact: true })
        .fill('The bridge is shut. Please use the other one. Ring 01632 960100.');
      await page.getByLabel('Words of the correction (optional)').fill('The bridge is open. We were wrong.');
      await press(page, 'Save and continue');
      await lookAt(page, 'alert-preview');
      await press(page, 'Continue');
      await lookAt(page, 'alert-audience');
      await press(page, 'Save and count');
      await lookAt(page, 'alert-audience-counted');
      await press(page, 'Save and continue');
      await lookAt(page, 'alert-when');
      await press(page, 'Save and continue');
      await lookAt(page, 'alert-when-errors');
      await page.getByLabel('Urgent', { exact: true }).check();
      await page.getByLabel('At a day and time').check();
      await lookAt(page, 'alert-when-at');
      await page.getByLabel('As soon as it is approved').check();
      await press(page, 'Save and continue');
      await lookAt(page, 'alert-check');
      await press(page, 'Submit for approval');
      await lookAt(page, 'alert-submitted');
      await page.goto(`${new URL(page.url()).pathname}?lang=cy`);
      await lookAt(page, 'alert-submitted-welsh');
    });
  });

  test('deciding, following, stopping, correcting', async () => {
    await withAlerts(async (page, { states }) => {
      await signIn(page, 'helen');
      const live = await states.submitted({ mode: 'live' });
      const practice = await states.submitted();
      await page.goto('/console/alerts');
      await lookAt(page, 'alerts-to-decide');
      await page.goto(`${pageOf(live)}/decide`);
      await lookAt(page, 'alert-decide-live');
      await page.getByLabel('How many people is this alert for?').fill('999');
      await press(page, 'Approve: this goes to real people');
      await lookAt(page, 'alert-decide-errors');
      await page.goto(`${pageOf(practice)}/decide`);
      await lookAt(page, 'alert-decide-practice');
      await page.goto(pageOf(await states.planned()));
      await lookAt(page, 'alert-planned');
      const releasing = await states.tell(await states.releasing());
      await page.goto(pageOf(releasing));
      await lookAt(page, 'alert-releasing');
      await page.goto(`${pageOf(releasing)}?still=yes`);
      await lookAt(page, 'alert-releasing-still');
      await page.goto(`${pageOf(releasing)}/stop`);
      await lookAt(page, 'alert-stop');
      await press(page, 'Stop this alert now');
      await lookAt(page, 'alert-stop-errors');
      await page.getByLabel('Why do you stop it?').fill('The warning was withdrawn');
      await press(page, 'Stop this alert now');
      await lookAt(page, 'alert-just-stopped');
      await states.look(releasing);
      await page.goto(`${pageOf(releasing)}/correct`);
      await lookAt(page, 'alert-correct');
      await press(page, 'Send the correction for practice');
      await lookAt(page, 'alert-correction');
      await page.goto(`${pageOf(releasing)}/report`);
      await lookAt(page, 'alert-report');
      await page.emulateMedia({ media: 'print' });
      await lookAt(page, 'alert-report-print');
      await page.emulateMedia({ media: 'screen' });
      await page.goto(`${pageOf(releasing)}/not-reached`);
      await lookAt(page, 'alert-not-reached');
      const released = await states.tell(await states.released());
      await page.goto(pageOf(released));
      await lookAt(page, 'alert-released');
      await page.goto(`${pageOf(released)}/report`);
      await lookAt(page, 'alert-report-released');
      for (const [name, alert] of [
        ['rejected', await states.rejected()],
        ['returned', await states.returned()],
        ['discarded', await states.discarded()],
      ] as const) {
        await page.goto(pageOf(alert));
        await lookAt(page, `alert-${name}`);
      }
      await page.goto('/console/alerts');
      await lookAt(page, 'alerts');
      await page.goto('/console/alerts?lang=cy');
      await lookAt(page, 'alerts-welsh');
    });
  });

  test('what somebody else did meanwhile, one’s own alert, what may not be done', async () => {
    await withAlerts(async (page, { states, stores }) => {
      await signIn(page, 'wanda');
      const draft = await states.draft();
      await page.goto(`${pageOf(draft)}/words`);
      const stored = await stores.alerts.ofId('harbour', draft.id);
      assert.ok(stored);
      const words = { title: 'Flood tonight', text: 'The river may flood the harbour tonight.' };
      const content = { ...stored.value.content, words };
      const lastAct = { ...stored.value.lastAct, number: 2, did: 'change' };
      await stores.alerts.save({ ...stored, value: { ...stored.value, content, lastAct } });
      await page.getByLabel('Title', { exact: true }).fill('Flood this evening');
      await press(page, 'Save and continue');
      await lookAt(page, 'alert-conflict');
      await page.goto(`${pageOf(draft)}/discard`);
      await lookAt(page, 'alert-discard');
      await states.needs.audit.of('harbour', 'x');
      const submitted = await states.submitted();
      await signIn(page, 'both');
      await page.goto(`${pageOf(submitted)}/decide`);
      const reviewed = await states.stands(submitted);
      await stores.alerts.save({
        value: { ...reviewed, writers: ['officer-both'] },
        version: (await states.at(submitted)).version,
      });
      await page.reload();
      await lookAt(page, 'alert-own');
      await signIn(page, 'helen');
      await page.goto(`${pageOf(submitted)}/decide`);
      await page.getByLabel('Reason').fill('Too late');
      await states.approve(submitted);
      await press(page, 'Return it to be changed');
      await lookAt(page, 'alert-changed');
      await page.goto(`${pageOf(draft)}/words`);
      await lookAt(page, 'alert-not-allowed');
    }, 12);
  });

  test('templates', async () => {
    await withAlerts(async (page) => {
      await signIn(page, 'tom');
      await page.goto('/console/alerts/templates');
      await lookAt(page, 'alert-templates');
      await press(page, 'Add a template');
      await press(page, 'Save this template');
      await lookAt(page, 'alert-template-errors');
    }, 12);
  });
});
