import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { acknowledge } from '../../../lambda/core/delivery/acknowledge.ts';
import type { ChannelResult } from '../../../lambda/core/delivery/channel.ts';
import type { PinnedAlert } from '../../../lambda/core/delivery/pinned-alerts.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import type { Echo } from '../../../lambda/core/pairing/echo.ts';
import { unpairEcho } from '../../../lambda/core/pairing/unpair-echo.ts';
import { aHomeWithScreen, KEY } from './home-with-screen.ts';

const titles = (pinned: readonly PinnedAlert[]) => pinned.map(({ title }) => title);

describe('an urgent Alert on the screen of a managed Echo', () => {
  test('V-06 is pinned when it was told, once however often its bells ring, and taken down when it is acknowledged', async () => {
    const home = await aHomeWithScreen();
    const flood = await home.tells('flood', 'Flood warning');
    await home.answers();
    assert.deepEqual(titles(home.standing()), ['Flood warning']);
    await home.look();
    await Promise.all([home.look(), home.look()]);
    assert.equal(home.calls.filter(({ does }) => does.startsWith('pin')).length, 1, 'doubled bells pin nothing again');
    await acknowledge({ deliveries: home.kept.deliveries, clock: home.clock })(flood, 'heard', 'voice');
    await home.answers();
    assert.deepEqual(titles(home.standing()), []);
    assert.equal((await home.mirror())?.lookAt, undefined, 'nothing waits any more');
  });

  test('one that stands stays until it is done with: another urgent one comes after it', async () => {
    const home = await aHomeWithScreen();
    const flood = await home.tells('flood', 'Flood warning');
    await home.answers();
    await home.tells('water', 'No water');
    await home.answers();
    assert.deepEqual(titles(home.standing()), ['Flood warning']);
    await acknowledge({ deliveries: home.kept.deliveries, clock: home.clock })(flood, 'heard', 'page');
    await home.answers();
    assert.deepEqual(titles(home.standing()), ['No water']);
    assert.ok(home.mostAtOnce() <= 1, 'never two on one Echo');
  });

  test('D46 a stop takes it down, and so does whatever ends its telling', async () => {
    const home = await aHomeWithScreen();
    const flood = await home.tells('flood', 'Flood warning');
    await home.answers();
    await home.changes(flood, (delivery) => ({ ...delivery, stoppedAt: home.clock() }));
    await home.answers();
    assert.deepEqual(home.standing(), []);
  });

  test('it goes by itself when it is over, and then another may stand there', async () => {
    const home = await aHomeWithScreen();
    await home.tells('flood', 'Flood warning', { minutes: 30 });
    await home.answers();
    home.clock.move(31 * MINUTE);
    await home.tickAndAnswer();
    assert.deepEqual(home.standing(), []);
    assert.equal((await home.mirror())?.pins[0]?.state, 'empty');
    await home.tells('water', 'No water');
    await home.answers();
    assert.deepEqual(titles(home.standing()), ['No water']);
  });

  test('a private Alert, one that was not told on this Echo and what is not urgent are never pinned', async () => {
    const home = await aHomeWithScreen();
    await home.tells('private', 'Your visit', { isPrivate: true });
    await home.tells('untold', 'Untold', { isTold: false });
    await home.tells('bins', 'Bins', { handling: 'notice' });
    await home.answers();
    assert.deepEqual(home.calls, []);
  });

  test('while its Resident is away, has not agreed or is gone, nothing of theirs stands there', async () => {
    const home = await aHomeWithScreen();
    await home.tells('flood', 'Flood warning');
    await home.answers();
    await home.changesResident((bill) => ({
      ...bill,
      presence: { kind: 'away', reason: 'hospital', since: '2026-11-24' },
    }));
    await home.answers();
    assert.deepEqual(home.standing(), []);
  });

  test('after a lost answer it is made sure of: what may stand there is removed first', async () => {
    const home = await aHomeWithScreen();
    home.answerNext({ kind: 'unknown', reason: 'no-answer' }, true);
    await home.tells('flood', 'Flood warning');
    await home.answers();
    assert.equal((await home.mirror())?.pins[0]?.state, 'not-known');
    home.clock.move(2 * MINUTE);
    await home.tickAndAnswer();
    assert.deepEqual(titles(home.standing()), ['Flood warning']);
    assert.equal(home.calls.at(-1)?.does, 'pin replacing');
  });

  for (const reason of [
    'no-answer',
    'alexa-error',
    'too-many-calls',
    'token-refused',
    'no-token',
    'no-permission',
    'not-valid',
    'occupied',
    'echo-not-found',
    'ids-unreadable',
  ])
    test(`a pin that came to nothing (${reason}) is tried again, later and later`, async () => {
      const home = await aHomeWithScreen();
      const kind = ['no-answer', 'alexa-error'].includes(reason) ? 'unknown' : 'unreachable';
      home.answerNext({ kind, reason }, false);
      await home.tells('flood', 'Flood warning');
      await home.answers();
      const mirror = await home.mirror();
      assert.deepEqual([mirror?.pins[0]?.trouble, mirror?.looks], [reason, 1]);
      home.clock.move(2 * MINUTE);
      await home.tickAndAnswer();
      assert.deepEqual(titles(home.standing()), ['Flood warning']);
      assert.equal((await home.mirror())?.looks, 0);
    });

  test('an Echo without a screen is asked once', async () => {
    const home = await aHomeWithScreen();
    home.answerNext({ kind: 'unreachable', reason: 'no-screen' }, false);
    await home.tells('flood', 'Flood warning');
    await home.answers();
    await home.tells('water', 'No water');
    await home.answers();
    assert.equal(home.calls.length, 1);
    assert.equal((await home.mirror())?.pins[0]?.state, 'no-screen');
  });

  test('when the sending of urgent words is held back, nothing is put up; it is when the sending goes on', async () => {
    const home = await aHomeWithScreen();
    home.holdsBack(true);
    await home.tells('flood', 'Flood warning');
    await home.answers();
    assert.deepEqual(home.calls, []);
    home.holdsBack(false);
    home.clock.move(2 * MINUTE);
    await home.tickAndAnswer();
    assert.deepEqual(titles(home.standing()), ['Flood warning']);
  });

  test('a look that dies in its call is taken up by the next one', async () => {
    const home = await aHomeWithScreen();
    home.diesNext();
    await home.tells('flood', 'Flood warning');
    await home.answers();
    home.clock.move(2 * MINUTE);
    await home.tickAndAnswer();
    assert.deepEqual(titles(home.standing()), ['Flood warning']);
  });

  test('acknowledged while it is being put up, it does not stay', async () => {
    const home = await aHomeWithScreen();
    const flood = await home.tells('flood', 'Flood warning');
    home.duringNext(async () => {
      await acknowledge({ deliveries: home.kept.deliveries, clock: home.clock })(flood, 'heard', 'voice');
      await home.look();
    });
    await home.answers();
    assert.deepEqual(home.standing(), []);
  });
});

describe('an Echo that changes hands', () => {
  const pairedTo = async (home: Awaited<ReturnType<typeof aHomeWithScreen>>, more: Partial<Echo>) => {
    const stored = await home.stores.echos.ofHash('harbour', 'echo', { strong: true });
    assert.ok(stored);
    const { value, version } = stored;
    await home.kept.echos.save({
      value: { ...value, state: 'paired', linkVersion: value.linkVersion + 1, ...more },
      version,
    });
  };

  test('when it is disconnected, what stands there is taken down', async () => {
    const home = await aHomeWithScreen();
    await home.tells('flood', 'Flood warning');
    await home.answers();
    const by = { kind: 'officer', id: 'helen' } as const;
    await unpairEcho({ ...home.stores, ...home.kept, clock: home.clock })({ council: 'harbour', hash: 'echo', by });
    await home.answers();
    assert.deepEqual(home.standing(), []);
    assert.deepEqual((await home.mirror())?.pins, []);
  });

  test('paired anew to another Home, it begins with nothing of the old one, and the old one touches it no more', async () => {
    const home = await aHomeWithScreen({ others: true });
    await home.tells('flood', 'Flood warning');
    await home.answers();
    await pairedTo(home, { homeId: 'rosas', residents: ['rosa'] });
    await home.answers();
    assert.deepEqual(home.standing(), [], 'the new Home began by taking it down');
    const before = home.calls.length;
    await home.asks(KEY);
    await home.answers();
    assert.equal(home.calls.length, before, 'the old Home calls nothing there');
    assert.deepEqual((await home.mirror())?.pins, []);
  });
});

test('whatever happens, in whatever order, ends with what is wanted on the Echo and never two at once (property)', async () => {
  const act = fc.oneof(
    fc.record({ does: fc.constant('tell' as const), id: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ does: fc.constant('ack' as const), id: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ does: fc.constant('stop' as const), id: fc.constantFrom('a', 'b', 'c') }),
    fc.record({
      does: fc.constant('fail' as const),
      effect: fc.boolean(),
      result: fc.constantFrom<ChannelResult>(
        { kind: 'unknown', reason: 'no-answer' },
        { kind: 'refused', reason: 'too-many-calls' },
      ),
    }),
    fc.constant({ does: 'lose-bells' as const }),
    fc.constant({ does: 'ring' as const }),
    fc.record({ does: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 90 }) }),
    fc.constant({ does: 'away' as const }),
    fc.constant({ does: 'home' as const }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
      const home = await aHomeWithScreen();
      for (const one of acts) {
        if (one.does === 'tell') await home.tells(one.id, one.id, { minutes: 60 });
        if (one.does === 'ack') await home.acknowledges(one.id);
        if (one.does === 'stop') await home.stops(one.id);
        if (one.does === 'fail') home.answerNext(one.result, one.result.kind === 'unknown' && one.effect);
        if (one.does === 'lose-bells') home.bell.lose();
        if (one.does === 'ring') await home.answers();
        if (one.does === 'pass') home.clock.move(one.minutes * MINUTE);
        if (one.does === 'away' || one.does === 'home')
          await home.changesResident((bill) => ({
            ...bill,
            presence:
              one.does === 'home' ? { kind: 'home' } : { kind: 'away', reason: 'hospital', since: '2026-11-24' },
          }));
      }
      home.answersWell();
      for (let n = 0; n < 3; n += 1) {
        home.clock.move(2 * MINUTE);
        await home.tickAndAnswer();
      }
      const open = await home.openIds();
      const standing = titles(home.standing());
      assert.equal(standing.length, Math.min(1, open.length));
      for (const title of standing) assert.ok(open.includes(title));
      assert.ok(home.mostAtOnce() <= 1);
    }),
    { numRuns: 60 },
  );
});
