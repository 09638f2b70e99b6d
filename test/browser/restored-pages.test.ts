import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteErasedAgain } from '../../lambda/adapters/table/erasure-items.ts';
import { walkRestored } from '../../lambda/core/timetable/restored.ts';
import { restoredNeeds } from '../../lambda/wiring/restored.ts';
import { aDelivery } from '../console/support/busy-week.ts';
import { withServedWorld } from '../console/support/served-world.ts';
import { withPage } from '../support/browser.ts';
import { lookAt as look } from '../support/look-at.ts';

test('the pages of a council that was put back from an older copy are accessible', async () => {
  await withServedWorld(async ({ world, origin, faults }) => {
    const stored = await world.stores.councils.stored('harbour');
    assert.ok(stored);
    await world.stores.councils.replace({ ...stored, value: { ...stored.value, dispatchEpoch: '0' } });
    await noteErasedAgain(world.table, 'harbour', '1');
    await world.stores.deliveries.add(aDelivery('2026-11-24T09:00'));
    await withPage(
      async (page) => {
        await page.goto('/console/');
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('button', { name: 'Priya Shah' }).click();
        await page.getByText('Nothing is being sent.').waitFor();
        await look(page, 'restored-banner');
        await page.getByRole('link', { name: 'See what would be closed, and let it go on' }).click();
        await look(page, 'restored');
        await page.goto('/console/restored?lang=cy');
        await look(page, 'restored-welsh');
        await page.goto('/console/restored?lang=en');
        await page.getByRole('button', { name: 'Close these unsent and go on' }).click();
        await look(page, 'restored-under-way');
        const edges = { council: 'harbour', dispatchEpoch: '1', clock: () => world.time.now };
        assert.equal(await walkRestored(restoredNeeds(world.stores, edges))(() => true), 'open');
        await page.getByRole('button', { name: 'Look again' }).click();
        await look(page, 'restored-open');
      },
      { baseURL: origin },
    );
    assert.deepEqual(faults, []);
  });
});
