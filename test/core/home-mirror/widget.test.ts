import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { anAppointment, aReminder } from '../../support/builders/things-told.ts';
import { aHomeWithScreen, KEY } from './home-with-screen.ts';

const AT = '2026-11-24';
const withWidget = { kind: 'consumer', widget: { on: true, at: 0 }, account: 'account' } as const;

/** Bill's own Echo Show has the widget. At ten it is two hours to his reminder, and four to his appointment. */
const aHomeWithWidget = async (more: Parameters<typeof aHomeWithScreen>[0] = {}) => {
  const home = await aHomeWithScreen({
    echo: withWidget,
    reminders: [aReminder(`${AT}T12:00`)],
    entries: [anAppointment({ until: `${AT}T15:00` })],
    ...more,
  });
  const added = await home.stores.echos.ofHash('harbour', 'echo');
  assert.ok(added);
  await home.kept.echos.save(added);
  return home;
};

describe('what is next today, on the widget of an Echo Show', () => {
  test('V-06 is put there when the widget is added, and kept true as the day goes on', async () => {
    const home = await aHomeWithWidget();
    await home.answers();
    assert.deepEqual(home.takesPut(), [
      {
        echo: 'echo',
        alert: { title: 'reminder', body: `${AT}T12:00`, expiresAt: instantOf(`${AT}T12:05`) },
      },
    ]);
    await home.look();
    assert.deepEqual(home.takesPut(), [], 'a doubled bell puts nothing again');
    home.clock.moveTo(instantOf(`${AT}T12:06`));
    await home.tickAndAnswer();
    assert.deepEqual(
      home.takesPut().map(({ alert }) => alert?.title),
      ['diary'],
    );
    home.clock.moveTo(instantOf(`${AT}T15:01`));
    await home.tickAndAnswer();
    assert.deepEqual(home.takesPut(), [], 'what is over hides itself');
    const next = (await home.mirror())?.lookAt ?? 0;
    assert.ok(next > instantOf('2026-11-25T00:00') && next <= instantOf('2026-11-25T00:30'), 'a new day begins');
  });

  test('a change of the Diary or a Reminder is shown at once', async () => {
    const home = await aHomeWithWidget();
    await home.answers();
    home.takesPut();
    const stored = await home.stores.reminders.ofId('harbour', 'bill', 'rem');
    assert.ok(stored);
    await home.kept.reminders.save({ value: { ...stored.value, state: 'paused' }, version: stored.version });
    await home.answers();
    assert.deepEqual(
      home.takesPut().map(({ alert }) => alert?.title),
      ['diary'],
    );
  });

  test('when consent ends it is cleared, and nothing more is put there', async () => {
    const home = await aHomeWithWidget();
    await home.answers();
    home.takesPut();
    await home.changesResident((bill) => ({ ...bill, consent: { ...bill.consent, state: 'withdrawn' } }));
    await home.answers();
    assert.deepEqual(home.takesPut(), [{ echo: 'echo' }]);
    home.clock.moveTo(instantOf('2026-11-25T09:00'));
    await home.tickAndAnswer();
    assert.deepEqual(home.takesPut(), []);
  });

  test('when the Echo is disconnected it is cleared; paired to another Home, only that Home touches it', async () => {
    const home = await aHomeWithWidget({ others: true });
    await home.answers();
    home.takesPut();
    const save = async (more: object) => {
      const stored = await home.stores.echos.ofHash('harbour', 'echo', { strong: true });
      assert.ok(stored);
      await home.kept.echos.save({ value: { ...stored.value, ...more }, version: stored.version });
      await home.answers();
    };
    await save({ state: 'unpaired' });
    assert.deepEqual(home.takesPut(), [{ echo: 'echo' }]);
    assert.deepEqual((await home.mirror())?.widgets, []);
    await save({ state: 'paired', linkVersion: 2, homeId: 'rosas', residents: ['rosa'] });
    assert.deepEqual(home.takesPut(), [{ echo: 'echo' }], 'it begins with nothing of anybody else');
    await home.asks(KEY);
    await home.answers();
    assert.deepEqual(home.takesPut(), []);
  });

  test('no widget, no call', async () => {
    const home = await aHomeWithWidget({ echo: { ...withWidget, widget: { on: false, at: 0 } } });
    await home.asks(KEY);
    await home.answers();
    assert.deepEqual(home.takesPut(), []);
  });
});

describe('each Echo Show has its own answer', () => {
  for (const reason of [
    'CONCURRENCY_ERROR',
    'INTERNAL_ERROR',
    'PENDING_REQUEST_COUNT_EXCEEDS_LIMIT',
    'DEVICE_UNAVAILABLE',
  ])
    test(`one that failed for now (${reason}) is tried again`, async () => {
      const home = await aHomeWithWidget();
      home.widgetAnswers.push({ kind: 'put', shown: 1, failed: [{ reason }] });
      await home.answers();
      assert.deepEqual((await home.mirror())?.widgets[0]?.troubles, [reason]);
      home.takesPut();
      home.clock.move(2 * MINUTE);
      await home.tickAndAnswer();
      assert.equal(home.takesPut().length, 1);
      assert.equal((await home.mirror())?.widgets[0]?.state, 'standing');
    });

  for (const reason of ['INVALID_DEVICE', 'DEVICE_PERMANENTLY_UNAVAILABLE'])
    test(`one that will not have it (${reason}) is known, and the others show it`, async () => {
      const home = await aHomeWithWidget();
      home.widgetAnswers.push({ kind: 'put', shown: 1, failed: [{ reason }] });
      await home.answers();
      const [place] = (await home.mirror())?.widgets ?? [];
      assert.deepEqual([place?.state, place?.took, place?.troubles], ['standing', 1, [reason]]);
      home.takesPut();
      home.clock.move(2 * MINUTE);
      await home.tickAndAnswer();
      assert.deepEqual(home.takesPut(), []);
    });

  for (const [kind, reason] of [
    ['refused', 'too-many-calls'],
    ['refused', 'token-refused'],
    ['refused', 'no-token'],
    ['unknown', 'alexa-error'],
    ['unknown', 'no-answer'],
    ['unreachable', 'no-widget-in-the-skill'],
    ['unreachable', 'not-valid'],
    ['unreachable', 'ids-unreadable'],
  ] as const)
    test(`a call that came to nothing (${reason}) is made again, later and later`, async () => {
      const home = await aHomeWithWidget();
      home.widgetAnswers.push({ kind, reason });
      await home.answers();
      const mirror = await home.mirror();
      assert.deepEqual([mirror?.widgets[0]?.state, mirror?.looks], ['not-known', 1]);
      home.clock.move(2 * MINUTE);
      await home.tickAndAnswer();
      assert.equal((await home.mirror())?.widgets[0]?.state, 'standing');
    });

  test('what was queued for one that is off is followed until nobody waits', async () => {
    const home = await aHomeWithWidget();
    home.widgetAnswers.push({ kind: 'put', shown: 0, failed: [], queued: 'queue-1' });
    home.follows.push({ kind: 'followed', waiting: 1, failed: [] }, { kind: 'unknown', reason: 'no-answer' });
    await home.answers();
    home.clock.move(16 * MINUTE);
    await home.tickAndAnswer();
    assert.equal((await home.mirror())?.widgets[0]?.waiting, 1);
    home.clock.move(16 * MINUTE);
    await home.tickAndAnswer();
    home.clock.move(3 * MINUTE);
    await home.tickAndAnswer();
    assert.deepEqual(home.followed, ['queue-1', 'queue-1', 'queue-1']);
    const [place] = (await home.mirror())?.widgets ?? [];
    assert.deepEqual([place?.queued, place?.waiting], [undefined, undefined]);
  });

  test('a queue that Amazon has forgotten is followed no more; what failed in it is known', async () => {
    const home = await aHomeWithWidget();
    home.widgetAnswers.push({ kind: 'put', shown: 0, failed: [], queued: 'queue-1' });
    home.follows.push(
      { kind: 'followed', waiting: 1, failed: [{ reason: 'DEVICE_PERMANENTLY_UNAVAILABLE' }] },
      { kind: 'unreachable', reason: 'not-valid' },
    );
    await home.answers();
    for (let n = 0; n < 3; n += 1) {
      home.clock.move(16 * MINUTE);
      await home.tickAndAnswer();
    }
    assert.equal(home.followed.length, 2);
    assert.deepEqual((await home.mirror())?.widgets[0]?.troubles, ['DEVICE_PERMANENTLY_UNAVAILABLE']);
  });
});
