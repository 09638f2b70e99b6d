import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ChannelName } from '../../../lambda/core/delivery/channel.ts';
import { keyOf } from '../../../lambda/core/delivery/delivery.ts';
import type { Ladder } from '../../../lambda/core/delivery/ladder.ts';
import type { Pace } from '../../../lambda/core/delivery/pace.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf, localTime } from '../../../lambda/core/kernel/uk-time.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import type { FixedClock } from '../../support/builders/a-clock.ts';
import { aHome, anEcho } from '../../support/builders/people.ts';
import { UNREACHABLE } from '../../support/builders/recorders.ts';
import { aReminder } from '../../support/builders/things-told.ts';

/** A Channel that rests until then, as one whose breaker is open does; the other one takes every call at once. */
const resting =
  (resting: ChannelName, until: string) =>
  (clock: FixedClock): Pace => ({
    turn: async ({ channel }) =>
      channel === resting && clock() < instantOf(until)
        ? { kind: 'not-now', wait: 4 * MINUTE }
        : { kind: 'go', at: clock(), isProbe: false },
    came: () => undefined,
  });

const LADDER: Ladder = [{ afterMinutes: 15, tell: { kind: 'carer', carerId: 'priya' } }];

/** Bill's Reminder at eight in the evening, in a Home with a managed Echo and one of his own. */
const twoEchos = {
  at: '2026-11-24T19:59',
  homes: [aHome({ echos: ['kitchen', 'lounge'] })],
  echos: [anEcho(), anEcho({ hash: 'lounge', kind: 'consumer' })],
  reminders: [aReminder('2026-11-24T20:00', { ladder: LADDER })],
} as const;

const theOne = async (service: Awaited<ReturnType<typeof aCareService>>) => {
  const [delivery] = await service.deliveriesOf();
  assert.ok(delivery);
  return service.theDelivery(keyOf(delivery));
};

describe('a Channel that has no turn', () => {
  test('D15 does not keep the other Echo of the Home silent', async () => {
    const service = await aCareService({ ...twoEchos, pace: resting('smart-properties', '2026-11-24T22:00') });
    await service.runTo('2026-11-24T20:01');
    assert.deepEqual(
      service.channels.calls.map(({ channel }) => channel),
      ['proactive-events'],
    );
    assert.equal((await theOne(service)).state, 'sent');
  });

  test('D15 is tried later where the other Echo of the Home cannot be reached', async () => {
    for (const rests of ['smart-properties', 'proactive-events'] as const) {
      const service = await aCareService({ ...twoEchos, pace: resting(rests, '2026-11-24T20:01') });
      service.channels.answerNext(UNREACHABLE);
      await service.runTo('2026-11-24T20:01');
      assert.equal((await theOne(service)).state, 'claimed', `${rests} rests`);
      await service.runTo('2026-11-24T20:10');
      assert.equal((await theOne(service)).state, 'sent', `${rests} rests`);
      assert.ok(service.channels.calls.some(({ channel }) => channel === rests));
    }
  });

  test('D15 does not keep a Carer waiting: a rung is climbed at its time, and the Resident is told all the same', async () => {
    const { homes: _homes, echos: _echos, ...kitchen } = twoEchos;
    const service = await aCareService({ ...kitchen, pace: resting('smart-properties', '2026-11-24T20:20') });
    await service.runTo('2026-11-24T20:25');
    assert.deepEqual(
      service.rungs.map(({ at }) => localTime(at)),
      ['20:15'],
    );
    assert.equal(service.channels.said(), 1);
    assert.equal((await theOne(service)).state, 'sent');
  });

  test('D15 T26 until the quiet hours begin does not keep a Carer waiting until the morning', async () => {
    const reminders = [aReminder('2026-11-24T21:58', { ladder: LADDER })];
    const pace = resting('smart-properties', '2026-11-24T22:04');
    const service = await aCareService({ at: '2026-11-24T21:57', reminders, pace });
    await service.runTo('2026-11-25T07:05');
    assert.deepEqual(
      service.rungs.map(({ at }) => localTime(at)),
      ['22:13'],
    );
    assert.equal(service.channels.said(), 0, 'nothing is spoken in the quiet hours');
    assert.equal((await theOne(service)).state, 'missed');
  });
});
