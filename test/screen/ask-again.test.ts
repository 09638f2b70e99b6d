import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HOUR, MINUTE } from '../../lambda/core/kernel/clock.ts';
import { instantOf } from '../../lambda/core/kernel/uk-time.ts';
import { aReminder } from '../support/builders/things-told.ts';
import { aScreenHome } from '../support/screen-home.ts';

const AS_ON_AWS = { every: 3_000, idle: 30_000 } as const;

describe('how often a television asks', () => {
  test('seldom while nothing stands', async () => {
    const home = await aScreenHome(AS_ON_AWS);
    const tv = await home.pairedTelevision();
    assert.equal((await tv.now()).every, 30_000);
  });

  test('often while it is being paired, and while somebody may be standing before it', async () => {
    const home = await aScreenHome(AS_ON_AWS);
    const tv = home.aTelevision();
    assert.equal((await tv.now()).every, 3_000);
    await tv.showCode();
    assert.equal((await tv.now()).every, 3_000);
  });

  test('often after a card came, so that an answer given at the Echo clears it at once; less so when it goes on standing', async () => {
    const home = await aScreenHome(AS_ON_AWS);
    const tv = await home.pairedTelevision();
    await home.giveAlert({ lives: 8 * HOUR });
    const now = await tv.now();
    assert.deepEqual([now.state === 'paired' && now.cards.length, now.every], [1, 3_000]);
    home.clock.move(10 * MINUTE);
    assert.equal((await tv.now()).every, 10_000);
    await home.giveAlert({ id: 'second' });
    assert.equal((await tv.now()).every, 3_000);
  });

  test('no later than the next reminder, which is shown at its time', async () => {
    const home = await aScreenHome({ ...AS_ON_AWS, reminders: [aReminder('2026-11-24T20:00')] });
    const tv = await home.pairedTelevision();
    home.clock.moveTo(instantOf('2026-11-24T20:00') - 12_000);
    assert.equal((await tv.now()).every, 12_000);
    home.clock.moveTo(instantOf('2026-11-24T20:00') - 500);
    assert.equal((await tv.now()).every, 3_000);
  });
});
