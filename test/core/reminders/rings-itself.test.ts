import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deliver } from '../../../lambda/core/delivery/deliver.ts';
import { keyOf } from '../../../lambda/core/delivery/delivery.ts';
import { emptyMirror } from '../../../lambda/core/reminders/mirror.ts';
import { planOf, wantedCopy } from '../../../lambda/core/reminders/placement.ts';
import { ringsItself } from '../../../lambda/core/reminders/rings-itself.ts';
import { mirrorNeeds } from '../../../lambda/wiring/mirror-needs.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import { aHome, anEcho, aResident } from '../../support/builders/people.ts';
import { aReminder } from '../../support/builders/things-told.ts';

/** Bill's Reminder at eight stands on the Echo in his lounge; another one, in the kitchen, only chimes. It has just rung. */
const rung = async (lounge: Partial<ReturnType<typeof anEcho>>) => {
  const reminder = aReminder('2026-11-24T20:00');
  const consumer = { kind: 'consumer', speakingLevel: 'open' } as const;
  const service = await aCareService({
    at: '2026-11-24T19:58',
    homes: [aHome({ echos: ['kitchen', 'lounge'] })],
    echos: [anEcho(consumer), anEcho({ ...consumer, hash: 'lounge', ...lounge })],
    reminders: [reminder],
  });
  await service.tick();
  const needs = mirrorNeeds(service.stores, service.clock);
  const mirror = emptyMirror({ council: 'harbour', residentId: 'bill' });
  const wanted = wantedCopy(reminder, aResident(), mirror, needs.copyWords, service.clock());
  assert.ok(wanted.kind === 'wanted');
  const [delivery] = await service.deliveriesOf();
  assert.ok(delivery);
  service.clock.moveTo(delivery.dueAt);
  const plan = planOf(wanted.copy);
  const copy = { reminderId: reminder.id, echo: 'lounge', link: 1, state: 'standing', plan, told: plan } as const;
  const held = { ...copy, token: 'token', since: service.clock(), rangAt: service.clock() };
  await service.stores.mirrors.save({ value: { ...mirror, copies: [held] }, version: 0 });
  await deliver({ ...service.deliverNeeds, ringsItself: ringsItself(needs) })([keyOf(delivery)]);
  return service.channels.calls.map(({ channel }) => channel);
};

describe('a copy that rang', () => {
  test('G13 on an Echo of this Home is a telling, and nothing chimes beside it', async () => {
    assert.deepEqual(await rung({}), []);
  });

  test('G6 on an Echo that is not this Home’s any more, or was paired anew, has told nobody here', async () => {
    for (const lounge of [{ state: 'unpaired' }, { linkVersion: 2 }] as const)
      assert.deepEqual(await rung(lounge), ['proactive-events'], JSON.stringify(lounge));
  });
});
