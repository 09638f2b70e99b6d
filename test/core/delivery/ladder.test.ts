import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { acknowledge } from '../../../lambda/core/delivery/acknowledge.ts';
import { CLAIM_HOLDS } from '../../../lambda/core/delivery/claim.ts';
import { deliver } from '../../../lambda/core/delivery/deliver.ts';
import type { Ladder } from '../../../lambda/core/delivery/ladder.ts';
import { HOUR } from '../../../lambda/core/kernel/clock.ts';
import { localTime } from '../../../lambda/core/kernel/uk-time.ts';
import { replyNotYet } from '../../../lambda/core/reminders/reply-to-reminder.ts';
import { aCareService, type CareService, type SetUp } from '../../support/builders/a-care-service.ts';
import { aHome, anEcho, aResident } from '../../support/builders/people.ts';
import { REFUSED, UNKNOWN, UNREACHABLE } from '../../support/builders/recorders.ts';
import { aReminder } from '../../support/builders/things-told.ts';

const LADDER: Ladder = [
  { afterMinutes: 15, tell: { kind: 'carer', carerId: 'priya' } },
  { afterMinutes: 60, tell: { kind: 'desk' } },
];

/** Bill's eight o'clock Reminder in the evening; nobody has replied after 15 and 60 minutes: Priya and the desk are told. */
const anEvening = async (setUp: SetUp = {}) => {
  const reminders = [aReminder('2026-11-24T20:00', { ladder: LADDER })];
  const service = await aCareService({ at: '2026-11-24T19:59', reminders, ...setUp });
  return { service, at: (time: string) => service.runTo(`2026-11-24T${time}`) };
};
const told = ({ rungs }: CareService) => rungs.map(({ tell, at }) => `${tell.kind} ${localTime(at)}`);
const theOne = async (service: CareService) => {
  const [delivery] = await service.deliveriesOf();
  assert.ok(delivery);
  return delivery;
};
const setPresence = (service: CareService, more: Partial<ReturnType<typeof aResident>>) =>
  service.change(service.stores.residents, service.stores.residents.ofId('harbour', 'bill'), more);

describe('the ladder', () => {
  test('each rung is climbed at its time, once, and written down', async () => {
    const { service, at } = await anEvening();
    await at('20:14');
    assert.deepEqual(told(service), []);
    await at('22:30');
    assert.deepEqual(told(service), ['carer 20:15', 'desk 21:00']);
    const { state, attempts, climbed, lookAt } = await theOne(service);
    assert.deepEqual([state, climbed, lookAt], ['sent', 2, undefined]);
    assert.deepEqual(
      attempts.map(({ channel }) => channel),
      ['smart-properties', 'carer-page', 'desk'],
    );
  });

  test('after "it’s done" nobody is told', async () => {
    const { service, at } = await anEvening();
    await at('20:10');
    await acknowledge(service.needs)(await theOne(service), 'done', 'voice');
    await at('22:30');
    await service.deliver(await theOne(service));
    assert.deepEqual(told(service), [], 'not even when an old bell comes late');
  });

  test('acknowledged between two rungs, the second is not climbed', async () => {
    const { service, at } = await anEvening();
    await at('20:30');
    await acknowledge(service.needs)(await theOne(service), 'done', 'page');
    await at('22:30');
    assert.deepEqual(told(service), ['carer 20:15']);
  });

  test('"not yet" is no reply that ends it', async () => {
    const { service, at } = await anEvening();
    await at('20:10');
    await replyNotYet(service.needs)({ reminders: [], deliveries: await service.deliveriesOf() }, undefined);
    await at('20:16');
    assert.deepEqual(told(service), ['carer 20:15']);
  });

  test('it is climbed whether the words were sent, may have been, never were, or there is no Echo at all', async () => {
    for (const result of [UNKNOWN, UNREACHABLE, REFUSED]) {
      const { service, at } = await anEvening();
      for (let n = 0; n < 40; n += 1) service.channels.answerNext(result);
      await at('22:30');
      assert.equal(service.rungs.length, 2, result.kind);
    }
    const { service, at } = await anEvening({ homes: [aHome({ echos: [] })], echos: [] });
    await at('22:30');
    assert.deepEqual(told(service), ['carer 20:15', 'desk 21:00']);
    assert.deepEqual([(await theOne(service)).state, service.channels.said()], ['missed', 0]);
  });

  test('T24 over half an hour late the reminder is missed, and whoever was to be told still is', async () => {
    const { service, at } = await anEvening();
    service.clock.move(HOUR - 10 * 60_000);
    await at('21:30');
    assert.deepEqual([(await theOne(service)).state, service.channels.said()], ['missed', 0]);
    assert.deepEqual(
      service.rungs.map(({ tell }) => tell.kind),
      ['carer', 'desk'],
    );
    assert.equal((await theOne(service)).lookAt, undefined);
  });

  test('after an outage of two days nobody is told of what is long past', async () => {
    const { service } = await anEvening();
    service.clock.move(48 * HOUR);
    await service.runTo('2026-11-26T20:14');
    const states = (await service.deliveriesOf()).map(({ due, state, lookAt }) => [due, state, lookAt === undefined]);
    assert.deepEqual(states, [
      ['2026-11-24T20:00', 'missed', true],
      ['2026-11-25T20:00', 'missed', true],
      ['2026-11-26T20:00', 'sent', false],
    ]);
    assert.deepEqual(told(service), []);
  });

  test('a refused reminder whose Echo then goes is not lost: it is closed, and looked at no more', async () => {
    const { service, at } = await anEvening();
    for (let n = 0; n < 3; n += 1) service.channels.answerNext(REFUSED);
    await at('20:02');
    await service.change(service.stores.echos, service.stores.echos.ofHash('harbour', 'kitchen'), {
      state: 'unpaired',
    });
    await at('22:30');
    assert.equal(service.rungs.length, 2);
    assert.deepEqual([(await theOne(service)).state, (await theOne(service)).lookAt], ['missed', undefined]);
  });

  test('of two workers at the same moment one tells the carer', async () => {
    const { service } = await anEvening();
    await service.runTo('2026-11-24T20:14');
    service.clock.move(60_000);
    const delivery = await theOne(service);
    await Promise.all([service.deliver(delivery), service.deliver(delivery), service.deliver(delivery)]);
    assert.deepEqual(told(service), ['carer 20:15']);
  });

  test('a worker that dies on a rung is followed by the next one when its claim ends', async () => {
    const { service } = await anEvening();
    await service.runTo('2026-11-24T20:14');
    service.clock.move(60_000);
    const delivery = await theOne(service);
    const dying = deliver({ ...service.deliverNeeds, tellRung: () => Promise.reject(new Error('died')) });
    await dying([delivery]);
    await service.deliver(delivery);
    assert.deepEqual(told(service), []);
    service.clock.move(CLAIM_HOLDS);
    await service.deliver(delivery);
    assert.deepEqual(told(service), ['carer 20:16']);
  });

  test('acknowledged while the carer is being told: both are written down and nothing waits any more', async () => {
    const { service } = await anEvening();
    await service.runTo('2026-11-24T20:14');
    service.clock.move(60_000);
    const delivery = await theOne(service);
    const slow = deliver({
      ...service.deliverNeeds,
      tellRung: async (...asked) => {
        await acknowledge(service.needs)(delivery, 'done', 'voice');
        return service.deliverNeeds.tellRung(...asked);
      },
    });
    await slow([delivery]);
    const { state, climbed, lookAt, claim } = await theOne(service);
    assert.deepEqual([state, climbed, lookAt, claim], ['acknowledged', 1, undefined, undefined]);
  });

  test('T23 nobody is told of somebody who died, went to hospital or withdrew consent after the words were said', async () => {
    for (const more of [
      { presence: { kind: 'ended', since: '2026-11-24' } },
      { presence: { kind: 'away', reason: 'hospital', since: '2026-11-24' } },
      { consent: { ...aResident().consent, state: 'withdrawn' } },
    ] as const) {
      const { service, at } = await anEvening();
      await at('20:05');
      await setPresence(service, more);
      await at('22:30');
      assert.deepEqual(told(service), []);
      assert.deepEqual([(await theOne(service)).state, (await theOne(service)).lookAt], ['sent', undefined]);
    }
  });

  test('T23 nor of somebody who was away at its time', async () => {
    for (const more of [
      { presence: { kind: 'away', reason: 'respite', since: '2026-11-24' } },
      { consent: { ...aResident().consent, state: 'withdrawn' } },
    ] as const) {
      const { service, at } = await anEvening({ residents: [aResident(more)] });
      await at('22:30');
      assert.deepEqual([told(service), (await theOne(service)).state], [[], 'unreachable']);
      assert.equal((await theOne(service)).lookAt, undefined);
    }
  });

  test('a consumer Echo that cannot be reached does not keep the ladder from being climbed', async () => {
    const { service, at } = await anEvening({ echos: [anEcho({ kind: 'consumer' })] });
    service.channels.answerNext(UNREACHABLE);
    await at('20:16');
    assert.deepEqual([(await theOne(service)).state, told(service)], ['unreachable', ['carer 20:15']]);
  });
});
