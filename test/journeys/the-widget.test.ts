import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEY, NAMESPACE } from '../../lambda/adapters/alexa/data-store.ts';
import { aWeekdayReminder, inPlacingHome } from '../support/placing-home.ts';

const at = `${NAMESPACE}/${KEY}`;

test('V-06 whoever adds the widget sees what is next today, in words for anybody in the room; an Echo that was off gets it later', () =>
  inPlacingHome(
    { at: '2026-11-25T10:00', withScreen: true, reminders: [aWeekdayReminder('14:00')] },
    async ({ alexa, settle, pass, refusals, stores, clock }) => {
      await alexa.addWidget('kitchen');
      await settle();
      assert.deepEqual(refusals, []);
      assert.deepEqual(alexa.view('kitchen').widget?.[at], {
        title: 'You have a reminder this afternoon.',
        body: 'To hear it, say: “Alexa, open bell bird”.',
        expiresAt: clock.now() + (4 * 60 + 5) * 60_000,
      });
      await alexa.plug('kitchen', false);
      await pass(24 * 60);
      await settle();
      const mirror = (await stores.homeMirrors.ofHome('harbour', 'home'))?.value;
      assert.equal(mirror?.widgets[0]?.waiting, 1, 'it is known that one Echo Show is off');
      await alexa.plug('kitchen', true);
      await pass(20);
      assert.equal((await stores.homeMirrors.ofHome('harbour', 'home'))?.value.widgets[0]?.waiting, undefined);
    },
  ));
