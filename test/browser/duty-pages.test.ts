import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR } from '../../lambda/core/kernel/clock.ts';
import { withServedWorld } from '../console/support/served-world.ts';
import { TUESDAY_AT_TEN } from '../console/support/world.ts';
import { withPage } from '../support/browser.ts';
import { lookAt as look } from '../support/look-at.ts';

const ENTRY = {
  council: 'harbour',
  homeId: 'home-1',
  safety: 'abuse',
  state: 'waiting',
  lastAct: { number: 1, at: TUESDAY_AT_TEN, by: { kind: 'system', id: 'skill' }, did: 'put-on-duty-list' },
} as const;

test('the pages of safety words and of their duty are accessible, in both languages and with mistakes', async () => {
  await withServedWorld(async ({ origin, faults, world }) => {
    const { stores } = world;
    const helen = { council: 'harbour', id: 'officer-helen', name: 'Helen Marsh', rights: ['manage', 'duty'] } as const;
    await stores.officers.save(helen);
    for (const [n, takenBy] of [TUESDAY_AT_TEN - HOUR, TUESDAY_AT_TEN + HOUR].entries())
      await stores.dutyEntries.save({
        value: { ...ENTRY, id: `entry-${n}`, at: TUESDAY_AT_TEN - HOUR * (2 - n), takenBy, residentId: 'res-margaret' },
        version: 0,
      });
    const request = { council: 'harbour', residentId: 'res-bill', askedAt: TUESDAY_AT_TEN, answerBy: '2026-12-24' };
    await stores.forgetRequests.save({ value: { ...request, state: 'asked', lastAct: ENTRY.lastAct }, version: 0 });
    await withPage(
      async (page) => {
        await page.goto('/console/');
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('button', { name: 'Helen Marsh' }).click();
        await page.getByRole('link', { name: 'Safety words' }).click();
        await page.getByRole('heading', { name: 'Safety words' }).waitFor();
        await page.getByLabel('A duty list').check();
        await page.getByRole('button', { name: 'Save this' }).click();
        await page.getByRole('alert').waitFor();
        await look(page, 'safety-words-errors');
        await page.getByLabel('Safeguarding lead').fill('Nadia Frost');
        await page.getByLabel('Name of the duty').fill('Adult safeguarding duty desk');
        await page.getByLabel('Tuesday, from').fill('9am');
        await page.getByLabel('Tuesday, to').fill('5pm');
        await page.getByLabel('Within how many minutes').fill('60');
        await page.getByLabel('Sign-in id').fill('officer-helen');
        await page.getByLabel('Their name').fill('Peter Holm');
        await page.getByLabel('Email address').fill('peter@example.com');
        await page.getByRole('button', { name: 'Save this' }).click();
        await page.getByText('has a list of who').waitFor();
        await look(page, 'safety-words');
        await page.getByRole('link', { name: 'Duty list' }).click();
        await page.getByText('Overdue since').waitFor();
        await look(page, 'duty');
        await page.getByRole('button', { name: 'I am taking this' }).first().click();
        await page.getByText('Taken by you').waitFor();
        await page.getByRole('button', { name: 'Done' }).click();
        await page.getByText('Done in the last seven days').waitFor();
        await look(page, 'duty-done');
        await page.getByRole('link', { name: 'To be forgotten' }).click();
        await page.getByText('To be answered by').waitFor();
        await look(page, 'forgetting');
        await page.goto('/console/duty?lang=cy');
        await look(page, 'duty-welsh');
        await page.goto('/console/safety-words?lang=cy');
        await look(page, 'safety-words-welsh');
      },
      { baseURL: origin },
    );
    assert.deepEqual(faults, []);
  });
});
