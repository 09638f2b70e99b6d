import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { acknowledge } from '../../../lambda/core/delivery/acknowledge.ts';
import { LONGEST_BELL } from '../../../lambda/core/delivery/bell.ts';
import { CLAIM_HOLDS, CLAIM_LEFT_FOR_A_CALL, READING_HOLDS } from '../../../lambda/core/delivery/claim.ts';
import { deliver } from '../../../lambda/core/delivery/deliver.ts';
import { type Delivery, keyOf } from '../../../lambda/core/delivery/delivery.ts';
import type { Handling } from '../../../lambda/core/delivery/handling.ts';
import { markSpoken } from '../../../lambda/core/delivery/read-out.ts';
import { HOUR, MINUTE, SECOND } from '../../../lambda/core/kernel/clock.ts';
import { aCareService, type CareService, type SetUp } from '../../support/builders/a-care-service.ts';
import { dies } from '../../support/builders/a-hooked-table.ts';
import { aHome, anEcho, aResident } from '../../support/builders/people.ts';
import { REFUSED, SENT, UNKNOWN, UNREACHABLE } from '../../support/builders/recorders.ts';
import { aDelivery, anAnnouncement, aReminder, aVisit } from '../../support/builders/things-told.ts';

const DUE = '2026-11-24T10:00';

/** A message that is due now, about a Visit that stands in the Diary. */
const dueNow = async (handling: Handling, setUp: SetUp = {}) => {
  const service = await aCareService({ at: DUE, entries: [aVisit()], ...setUp });
  const made = await service.needs.announce(anAnnouncement(DUE, handling));
  assert.ok(made);
  const key = keyOf(made);
  return { service, key, now: () => service.theDelivery(key), bells: () => service.answerBells() };
};
const isCalling = ({ body }: { body: object }) => (body as Partial<Delivery>).claim?.calling === true;
const isDelivery = ({ kind }: { kind: string }) => kind === 'delivery';
const cameOf = ({ attempts }: Delivery) => attempts.map(({ came }) => came);

/** The worker dies right after its call: nothing of it is written down. */
const dieAfterCall = (service: CareService) =>
  service.channels.duringNext(async () => service.hooked.onPut((item, put) => (isDelivery(item) ? dies() : put())));

describe('one bell, one message', () => {
  test('what is due is claimed, said, and written down as sent', async () => {
    const { service, now, bells } = await dueNow('appointment');
    await bells();
    const { state, attempts, lookAt, claim } = await now();
    assert.deepEqual([state, lookAt, claim], ['sent', undefined, undefined]);
    assert.deepEqual(attempts, [{ at: service.clock(), channel: 'smart-properties', came: 'sent' }]);
    assert.deepEqual(
      service.channels.calls.map(({ channel, messages }) => [channel, messages.map(({ speech }) => speech)]),
      [['smart-properties', ['diary 2026-11-24T14:00']]],
    );
  });

  test('D06 the same bell five times has one effect', async () => {
    const { service, key, now } = await dueNow('appointment');
    await service.deliver(key, key);
    for (let n = 0; n < 4; n += 1) await service.deliver(key);
    assert.equal(service.channels.said(), 1);
    assert.equal((await now()).state, 'sent');
  });

  test('D08 of five workers at once one wins the claim, and only it calls', async () => {
    const { service, key } = await dueNow('appointment');
    const came = await Promise.all(Array.from({ length: 5 }, () => service.deliver(key)));
    assert.equal(service.channels.said(), 1);
    assert.deepEqual(came.map((one) => one.kind === 'delivered' && one.claimed).sort(), [0, 0, 0, 0, 1]);
  });

  test('T10 an early bell is rung again for its time, and nothing is said before', async () => {
    const service = await aCareService({ at: '2026-11-24T09:58', entries: [aVisit()] });
    await service.needs.announce(anAnnouncement(DUE));
    const [delivery] = await service.deliveriesOf();
    assert.ok(delivery);
    service.bell.lose();
    await service.deliver(delivery);
    assert.equal(service.channels.said(), 0);
    await service.runTo('2026-11-24T10:00');
    assert.equal(service.channels.said(), 1);
    assert.equal(service.channels.calls[0]?.at, delivery.dueAt, 'at its time, to the millisecond');
  });

  test('a bell waits a quarter of an hour at most, and is rung on from there', async () => {
    const far = aDelivery('2026-11-24T12:00');
    const service = await aCareService({ at: DUE, entries: [aVisit()], deliveries: [far] });
    await service.deliver(far);
    assert.equal(service.bell.next(), service.clock() + LONGEST_BELL);
  });

  test('a lost bell is found by the index within a minute and a half', async () => {
    const { service } = await dueNow('appointment');
    service.bell.lose();
    await service.runTo('2026-11-24T10:02');
    assert.equal(service.channels.said(), 1);
  });

  test('T10 a clock that is off by over two seconds, or not known, claims nothing', async () => {
    for (const skew of [2_001, -2_001, undefined]) {
      const { service, key, now } = await dueNow('appointment');
      const worker = deliver({ ...service.deliverNeeds, clockSkew: async () => skew });
      assert.deepEqual(await worker([key]), { kind: 'clock-not-trusted' });
      assert.equal((await now()).state, 'waiting');
      assert.deepEqual(service.log.codes(), ['deliver.clock-skew']);
    }
    const { service, key } = await dueNow('appointment');
    await deliver({ ...service.deliverNeeds, clockSkew: async () => -2_000 })([key]);
    assert.equal(service.channels.said(), 1);
  });

  test('a key that names nothing does nothing', async () => {
    const service = await aCareService();
    const came = await service.deliver({ council: 'harbour', residentId: 'bill', id: '2026-11-24T10:00#R#gone' });
    assert.deepEqual(came, { kind: 'delivered', claimed: 0, told: 0, failed: 0 });
  });
});

describe('a worker that dies or freezes', () => {
  test('D09 after its claim and before its call: said once, when the claim ends', async () => {
    const { service, key, now } = await dueNow('routine', { entries: [aVisit()] });
    service.hooked.onNextPut(isCalling, dies);
    await service.deliver(key);
    assert.equal(service.channels.said(), 0);
    service.clock.move(CLAIM_HOLDS - SECOND);
    await service.deliver(key);
    assert.equal(service.channels.said(), 0, 'the claim still holds');
    service.clock.move(SECOND);
    await service.deliver(key);
    assert.equal(service.channels.said(), 1);
    assert.deepEqual([(await now()).state, cameOf(await now())], ['sent', ['sent']]);
  });

  test('D10 after its call and before it wrote that down: held if routine, sent once more if urgent or early enough', async () => {
    const expected: readonly (readonly [Handling, number, string, readonly string[]])[] = [
      ['routine', 1, 'uncertain', ['unknown']],
      ['notice', 1, 'uncertain', ['unknown']],
      ['urgent', 2, 'sent', ['unknown', 'sent']],
      ['appointment', 2, 'sent', ['unknown', 'sent']],
    ];
    for (const [handling, said, state, came] of expected) {
      const { service, key, now } = await dueNow(handling);
      dieAfterCall(service);
      await service.deliver(key);
      service.hooked.letPass();
      assert.equal((await now()).claim?.calling, true);
      await service.runTo('2026-11-24T10:10');
      assert.equal(service.channels.said(), said, handling);
      assert.deepEqual([(await now()).state, cameOf(await now())], [state, came], handling);
    }
  });

  test('D10 what may have been said is uncertain, not missed, when the next worker comes after half an hour', async () => {
    const { service, key, now } = await dueNow('routine');
    dieAfterCall(service);
    await service.deliver(key);
    service.hooked.letPass();
    service.clock.move(40 * MINUTE);
    await service.deliver(key);
    assert.deepEqual([(await now()).state, cameOf(await now())], ['uncertain', ['unknown']]);
  });

  test('D10 what the Echo played meanwhile is not lowered to uncertain', async () => {
    const { service, key, now } = await dueNow('routine');
    dieAfterCall(service);
    await service.deliver(key);
    service.clock.move(CLAIM_HOLDS);
    service.hooked.onNextPut(isDelivery, async (_item, put) => {
      await markSpoken(service.needs)([key]);
      return put();
    });
    await service.deliver(key);
    assert.equal((await now()).state, 'spoken');
    assert.ok((await now()).spokenAt);
  });

  test('D39 frozen while it claims, it does not call any more; the next one does', async () => {
    const { service, key } = await dueNow('appointment');
    service.hooked.onNextPut(isCalling, (_item, put) => {
      service.clock.move(CLAIM_HOLDS - CLAIM_LEFT_FOR_A_CALL);
      return put();
    });
    assert.deepEqual(await service.deliver(key), { kind: 'delivered', claimed: 1, told: 0, failed: 0 });
    assert.equal(service.channels.said(), 0);
    await service.runTo('2026-11-24T10:03');
    assert.equal(service.channels.said(), 1);
  });

  test('D39 frozen between two calls, it does not make the second', async () => {
    const echos = [anEcho(), anEcho({ hash: 'lounge', kind: 'consumer' })];
    const { service, key } = await dueNow('routine', { homes: [aHome({ echos: ['kitchen', 'lounge'] })], echos });
    service.channels.duringNext(async () => service.clock.move(CLAIM_HOLDS - 5 * SECOND));
    await service.deliver(key);
    assert.deepEqual(
      service.channels.calls.map(({ channel }) => channel),
      ['smart-properties'],
    );
  });
});

describe('what a channel answers', () => {
  test('D11 D12 not known: routine is held, urgent and appointments are sent once more and then held', async () => {
    for (const [handling, said] of [
      ['routine', 1],
      ['social', 1],
      ['urgent', 2],
      ['appointment', 2],
    ] as const) {
      const { service, now } = await dueNow(handling);
      service.channels.answerNext(UNKNOWN);
      service.channels.answerNext(UNKNOWN);
      await service.answerBells();
      await service.runTo('2026-11-24T10:20');
      assert.equal(service.channels.said(), said, handling);
      assert.equal((await now()).state, 'uncertain', handling);
      assert.equal((await now()).lookAt, undefined, handling);
    }
  });

  test('D11 not known by two Echos at once is one time, and urgent words are still sent once more', async () => {
    const echos = [anEcho(), anEcho({ hash: 'lounge' })];
    const { service, now } = await dueNow('urgent', { homes: [aHome({ echos: ['kitchen', 'lounge'] })], echos });
    service.channels.answerNext(UNKNOWN, UNKNOWN);
    await service.answerBells();
    await service.runTo('2026-11-24T10:05');
    assert.equal((await now()).state, 'sent');
    assert.equal(service.channels.calls.length, 2);
  });

  test('D11 an appointment that is over in a quarter of an hour is not sent again', async () => {
    const service = await aCareService({ at: DUE, entries: [aVisit()] });
    await service.needs.announce(anAnnouncement(DUE, 'appointment', { expiresAt: service.clock() + 15 * MINUTE }));
    service.channels.answerNext(UNKNOWN);
    await service.answerBells();
    await service.runTo('2026-11-24T10:10');
    assert.equal(service.channels.said(), 1);
  });

  test('D20 refused: tried again later, a minute longer each time, until it is sent', async () => {
    const { service, now, bells } = await dueNow('appointment');
    for (let n = 0; n < 3; n += 1) service.channels.answerNext(REFUSED);
    await bells();
    await service.runTo('2026-11-24T11:00');
    const began = service.channels.calls[0]?.at ?? 0;
    assert.deepEqual(
      service.channels.calls.map(({ at }) => Math.round((at - began) / MINUTE)),
      [0, 1, 3, 6],
    );
    assert.deepEqual([(await now()).state, cameOf(await now())], ['sent', ['refused', 'refused', 'refused', 'sent']]);
  });

  test('D22 refused until it is too late: a reminder is missed, a message expires, and neither is looked at any more', async () => {
    for (const [handling, state, until] of [
      ['routine', 'missed', '2026-11-24T11:00'],
      ['social', 'expired', '2026-11-24T11:30'],
    ] as const) {
      const { service, now, bells } = await dueNow(handling);
      for (let n = 0; n < 200; n += 1) service.channels.answerNext(REFUSED);
      await bells();
      await service.runTo(until);
      assert.equal((await now()).state, state, handling);
      assert.equal((await now()).lookAt, undefined, handling);
      assert.ok(service.channels.said() < 12, 'never a hot loop');
    }
  });

  test('D17 unreachable: closed with its reason, not tried again, and still in the inbox', async () => {
    const { service, key, now, bells } = await dueNow('appointment');
    service.channels.answerNext(UNREACHABLE);
    await bells();
    await service.runTo('2026-11-24T10:30');
    assert.deepEqual([(await now()).state, (await now()).reason], ['unreachable', 'permission']);
    assert.equal(service.channels.said(), 1);
    assert.equal((await acknowledge(service.needs)(key, 'heard', 'voice')).kind, 'acknowledged');
  });

  test('unreachable after a try nobody knows the end of stays uncertain', async () => {
    const { service, now, bells } = await dueNow('urgent');
    service.channels.answerNext(UNKNOWN);
    service.channels.answerNext(UNREACHABLE);
    await bells();
    await service.runTo('2026-11-24T10:05');
    assert.equal((await now()).state, 'uncertain');
  });

  test('one Echo of two that took it is enough: it is sent, with both tries written down', async () => {
    const echos = [anEcho(), anEcho({ hash: 'lounge' })];
    const { service, now, bells } = await dueNow('appointment', {
      homes: [aHome({ echos: ['kitchen', 'lounge'] })],
      echos,
    });
    service.channels.answerNext(UNREACHABLE, SENT);
    await bells();
    assert.deepEqual([(await now()).state, cameOf(await now())], ['sent', ['unreachable', 'sent']]);
  });

  test('what was heard while the call was under way is not lowered by its answer', async () => {
    for (const result of [SENT, UNKNOWN, REFUSED, UNREACHABLE]) {
      const { service, key, now, bells } = await dueNow('routine');
      service.channels.duringNext(() => markSpoken(service.needs)([key]), result);
      await bells();
      assert.equal((await now()).state, 'spoken', result.kind);
      assert.deepEqual([cameOf(await now()), (await now()).lookAt], [[result.kind], undefined]);
    }
  });

  test('acknowledged while the call was under way stays acknowledged, and the try is added', async () => {
    for (const result of [SENT, UNKNOWN, REFUSED, UNREACHABLE]) {
      const { service, key, now, bells } = await dueNow('routine');
      service.channels.duringNext(() => acknowledge(service.needs)(key, 'done', 'voice'), result);
      await bells();
      assert.deepEqual([(await now()).state, cameOf(await now())], ['acknowledged', [result.kind]]);
      assert.equal((await now()).lookAt, undefined);
    }
  });

  test('a channel that throws, or forgets a result, leaves an outcome nobody knows', async () => {
    const { service, now, bells } = await dueNow('routine');
    service.channels.duringNext(() => Promise.reject(new TypeError('Bill Harris')));
    await bells();
    assert.equal((await now()).state, 'uncertain');
    assert.deepEqual(service.log.lines[0], {
      code: 'deliver.fault',
      fields: { council: 'harbour', fault: 'TypeError' },
    });
    const forgetful = await dueNow('routine');
    forgetful.service.channels.answerNext();
    await forgetful.bells();
    assert.equal((await forgetful.now()).state, 'uncertain');
  });
});

describe('the last check before the call', () => {
  const moveAway = (service: CareService) =>
    service.change(service.stores.residents, service.stores.residents.ofId('harbour', 'bill'), {
      presence: { kind: 'away', reason: 'hospital', since: '2026-11-24' },
    });
  const unpair = (service: CareService, more = {}) =>
    service.change(service.stores.echos, service.stores.echos.ofHash('harbour', 'kitchen'), {
      state: 'unpaired',
      ...more,
    });

  /** Something changes between the plan and the call, which had to wait for its turn. */
  const whileItWaits = (service: CareService, happens: () => Promise<unknown>) =>
    service.turns.onNextTurn(async () => {
      service.clock.move(READING_HOLDS + 1);
      await happens();
    });

  test('T20 G5 a Visit cancelled while it waits for its turn is not announced any more', async () => {
    const { service, now, bells } = await dueNow('appointment');
    const { diaries } = service.stores;
    whileItWaits(service, () =>
      service.change(diaries, diaries.ofId('harbour', 'bill', '2026-11-24T14:00', 'visit'), {
        lastAct: { ...aVisit().lastAct, number: 2 },
      }),
    );
    await bells();
    assert.equal(service.channels.said(), 0);
    assert.deepEqual([(await now()).state, (await now()).reason], ['superseded', 'source-changed']);
  });

  test('T23 somebody taken to hospital while it waits for its turn is not spoken to; it is closed at the next look', async () => {
    const { service, now, bells } = await dueNow('appointment');
    whileItWaits(service, () => moveAway(service));
    await bells();
    assert.equal(service.channels.said(), 0);
    await service.runTo('2026-11-24T10:02');
    assert.deepEqual([(await now()).state, (await now()).reason, cameOf(await now())], ['unreachable', 'away', []]);
  });

  test('D47 an Echo unpaired while it waits for its turn is not spoken to, and no try is counted', async () => {
    const { service, now, bells } = await dueNow('routine');
    whileItWaits(service, () => unpair(service));
    await bells();
    await service.runTo('2026-11-24T10:03');
    assert.equal(service.channels.said(), 0);
    assert.deepEqual(cameOf(await now()), []);
  });

  test('D48 an Echo paired anew while it waits for its turn hears nothing meant for the pairing before', async () => {
    const { service, bells } = await dueNow('appointment');
    whileItWaits(service, () => unpair(service, { state: 'paired', linkVersion: 2 }));
    await bells();
    assert.equal(service.channels.said(), 0);
    await service.runTo('2026-11-24T10:03');
    assert.deepEqual(
      service.channels.calls.flatMap(({ messages }) => messages.map(({ echo }) => echo.linkVersion)),
      [2],
    );
  });

  test('what was heard while a worker was about to close it is not lowered', async () => {
    const { service, key, now } = await dueNow('appointment');
    await moveAway(service);
    service.hooked.onNextPut(isDelivery, async (_item, put) => {
      await markSpoken(service.needs)([key]);
      return put();
    });
    await service.deliver(key);
    assert.equal((await now()).state, 'spoken');
  });

  test('acknowledged while it waits for its turn, it is not said', async () => {
    const { service, key, now, bells } = await dueNow('appointment');
    whileItWaits(service, () => acknowledge(service.needs)(key, 'heard', 'page'));
    await bells();
    assert.equal(service.channels.said(), 0);
    assert.equal((await now()).state, 'acknowledged');
  });

  test('D45 what expired while it waited for its turn is not said', async () => {
    const { service, bells } = await dueNow('appointment', {});
    const [delivery] = await service.deliveriesOf();
    whileItWaits(service, async () => service.clock.moveTo((delivery?.expiresAt ?? 0) + 1));
    await bells();
    assert.equal(service.channels.said(), 0);
  });

  test('T20 a reminder moved after its Delivery was made is cancelled at its old time and speaks at its new one', async () => {
    const service = await aCareService({ at: '2026-11-24T19:58', reminders: [aReminder('2026-11-24T20:00')] });
    await service.tick();
    const { reminders } = service.stores;
    const later = aReminder('2026-11-24T20:05');
    await service.change(reminders, reminders.ofId('harbour', 'bill', 'rem'), later);
    await service.runTo('2026-11-24T20:10');
    assert.deepEqual(
      (await service.deliveriesOf()).map(({ due, state }) => [due.slice(11), state]),
      [
        ['20:00', 'cancelled'],
        ['20:05', 'sent'],
      ],
    );
    assert.equal(service.channels.said(), 1);
  });

  test('T20 moved away and back before its time, it speaks: nothing is decided by an early bell', async () => {
    const service = await aCareService({ at: '2026-11-24T19:58', reminders: [aReminder('2026-11-24T20:00')] });
    await service.tick();
    const { reminders } = service.stores;
    const bill = () => reminders.ofId('harbour', 'bill', 'rem');
    await service.change(reminders, bill(), { state: 'paused' });
    const [delivery] = await service.deliveriesOf();
    assert.ok(delivery);
    await service.deliver(delivery);
    await service.change(reminders, bill(), { state: 'on' });
    await service.runTo('2026-11-24T20:01');
    assert.equal(service.channels.said(), 1);
  });

  test('a reminder says what it says now', async () => {
    const service = await aCareService({ at: '2026-11-24T19:58', reminders: [aReminder('2026-11-24T20:00')] });
    await service.tick();
    const { reminders } = service.stores;
    await service.change(reminders, reminders.ofId('harbour', 'bill', 'rem'), { label: 'drink' });
    await service.runTo('2026-11-24T20:01');
    const [delivery] = await service.deliveriesOf();
    assert.deepEqual(delivery?.content, { kind: 'reminder', label: 'drink', at: '2026-11-24T20:00' });
  });
});

describe('saying the same to many', () => {
  const RESIDENTS = ['ann', 'bob', 'cy', 'dot', 'eve'];

  /** Five Homes with one managed Echo each, and the same words due for all. */
  const aStreet = async (atOnce: number, level: 'open' | 'closed' = 'open') => {
    const service = await aCareService({
      at: DUE,
      atOnce,
      residents: RESIDENTS.map((id) => aResident({ id, homeId: `home-${id}` })),
      homes: RESIDENTS.map((id) => aHome({ id: `home-${id}`, residents: [id], echos: [`echo-${id}`] })),
      echos: RESIDENTS.map((id) =>
        anEcho({
          hash: `echo-${id}`,
          homeId: `home-${id}`,
          residents: [id],
          speakingLevel: id === 'eve' ? level : 'open',
        }),
      ),
      entries: RESIDENTS.map((residentId) => aVisit({ residentId })),
    });
    for (const residentId of RESIDENTS) await service.needs.announce(anAnnouncement(DUE, 'urgent', { residentId }));
    const keys = RESIDENTS.map((residentId) => ({
      council: 'harbour',
      residentId,
      id: `${DUE}#D#2026-11-24T14:00.visit.1`,
    }));
    const states = () => Promise.all(keys.map(async (key) => (await service.theDelivery(key)).state));
    return { service, keys, states };
  };
  const sizes = (service: CareService) => service.channels.calls.map(({ messages }) => messages.length);

  test('identical words go in one call, up to the channel’s size', async () => {
    const { service, keys } = await aStreet(2);
    assert.deepEqual(await service.deliver(...keys), { kind: 'delivered', claimed: 5, told: 5, failed: 0 });
    assert.deepEqual(sizes(service), [2, 2, 1]);
  });

  test('where nothing may be said aloud the words differ, and so does the call', async () => {
    const { service, keys } = await aStreet(100, 'closed');
    await service.deliver(...keys);
    assert.deepEqual(sizes(service), [4, 1]);
    assert.equal(service.channels.calls[1]?.messages[0]?.speech, 'You have a message.');
  });

  test('D13 of a call that half succeeded only the others are tried again', async () => {
    const { service, keys, states } = await aStreet(100);
    service.channels.answerNext(SENT, REFUSED, UNKNOWN, UNREACHABLE, SENT);
    await service.deliver(...keys);
    assert.deepEqual(await states(), ['sent', 'claimed', 'claimed', 'unreachable', 'sent']);
    await service.runTo('2026-11-24T10:05');
    assert.deepEqual(await states(), ['sent', 'sent', 'sent', 'unreachable', 'sent']);
    const again = service.channels.calls.slice(1).flatMap(({ messages }) => messages.map(({ echo }) => echo.hash));
    assert.deepEqual(again.sort(), ['echo-bob', 'echo-cy']);
  });

  test('one that cannot be worded, checked, read or recorded does not stop its neighbours', async () => {
    const isOfCy = (residentId: string) => residentId === 'cy';
    const breaking = {
      'cannot be worded': ({ deliverNeeds }: CareService) => ({
        ...deliverNeeds,
        wording: (...asked: Parameters<typeof deliverNeeds.wording>) => {
          if (isOfCy(asked[1].id)) throw new Error('no words');
          return deliverNeeds.wording(...asked);
        },
      }),
      'cannot be read': ({ deliverNeeds }: CareService) => ({
        ...deliverNeeds,
        readSource: async (one: Parameters<typeof deliverNeeds.readSource>[0]) =>
          isOfCy(one.residentId) ? dies() : deliverNeeds.readSource(one),
      }),
      'cannot be checked': (service: CareService) => {
        service.hooked.onPut((item, put) => (isCalling(item) && isOfCy(String(item.body.residentId)) ? dies() : put()));
        return service.deliverNeeds;
      },
      'cannot be recorded': (service: CareService) => {
        service.hooked.onPut((item, put) =>
          item.body.state === 'sent' && isOfCy(String(item.body.residentId)) ? dies() : put(),
        );
        return service.deliverNeeds;
      },
    };
    for (const [how, needs] of Object.entries(breaking)) {
      const { service, keys, states } = await aStreet(100);
      const came = await deliver(needs(service))(keys);
      assert.equal(
        came.kind === 'delivered' ? came.failed : -1,
        0,
        `${how}: set back, so its bell need not come again`,
      );
      service.hooked.letPass();
      const cy = keys.find(({ residentId }) => isOfCy(residentId));
      assert.ok(cy);
      const { failedLooks, lookAt } = await service.theDelivery(cy);
      assert.deepEqual({ failedLooks, lookAt }, { failedLooks: 1, lookAt: service.clock() + MINUTE }, how);
      const others = (await states()).toSpliced(2, 1);
      assert.deepEqual(others, ['sent', 'sent', 'sent', 'sent'], how);
      assert.ok(service.log.codes().includes('deliver.fault'), how);
    }
  });

  test('one that throws at every look is set back 1, 2, 4, 8 minutes, and at the fifth it is closed and alarmed', async () => {
    const { service, keys } = await aStreet(1);
    const [key] = keys;
    assert.ok(key);
    const needs = { ...service.deliverNeeds, readSource: dies };
    for (const wait of [1, 2, 4, 8]) {
      await deliver(needs)([key]);
      await deliver(needs)([key]);
      assert.equal(
        (await service.theDelivery(key)).lookAt,
        service.clock() + wait * MINUTE,
        'a doubled bell does not count',
      );
      service.clock.move(wait * MINUTE);
    }
    assert.ok(!service.log.codes().includes('tick.row-closed'));
    await deliver(needs)([key]);
    assert.ok(service.log.codes().includes('tick.row-closed'));
    const { state, reason, lookAt } = await service.theDelivery(key);
    assert.deepEqual({ state, reason, lookAt }, { state: 'failed', reason: 'looks-failed', lookAt: undefined });
  });

  test('D18 the reference of a telling is the same for every try and every Echo, and another for every Delivery and Resident', async () => {
    const { service, bells } = await dueNow('urgent');
    service.channels.answerNext(REFUSED);
    await bells();
    await service.runTo('2026-11-24T10:02');
    const [first, second] = service.channels.calls.map(({ messages }) => messages[0]?.reference);
    assert.ok(first);
    assert.equal(first, second);
    await service.runTo('2026-11-24T10:13');
    const repeat = service.channels.calls[2]?.messages[0]?.reference;
    assert.ok(repeat !== undefined && repeat !== first, 'a repeat is to be heard again');
    const { service: street, keys } = await aStreet(100);
    await street.deliver(...keys);
    const references = street.channels.calls.flatMap(({ messages }) => messages.map(({ reference }) => reference));
    assert.equal(new Set([...references, first]).size, 6);
  });

  test('the consumer Echos of one Home go in one call with one reference, whatever may be said aloud at each', async () => {
    const hashes = ['kitchen', 'lounge', 'bedroom'];
    const echos = hashes.map((hash, n) =>
      anEcho({ hash, kind: 'consumer', linkVersion: n + 1, speakingLevel: n === 1 ? 'closed' : 'open' }),
    );
    const { service, bells } = await dueNow('appointment', { homes: [aHome({ echos: hashes })], echos });
    await bells();
    const [call, ...more] = service.channels.calls;
    assert.deepEqual([call?.messages.map(({ echo }) => echo.hash), more], [hashes, []]);
    assert.equal(new Set(call?.messages.map(({ reference, speech }) => `${reference} ${speech}`)).size, 1);
  });

  test('calls are filled up to their size, and what goes to one Home’s Echos stays in one call where it fits', async () => {
    const hashes = ['a', 'b', 'c'];
    const ids = ['bill', 'joan', 'rosa'];
    const service = await aCareService({
      at: '2026-11-24T10:00',
      atOnce: 7,
      residents: ids.map((id) => aResident({ id, homeId: id })),
      homes: ids.map((id) => aHome({ id, residents: [id], echos: hashes.map((hash) => `${id}-${hash}`) })),
      echos: ids.flatMap((id) => hashes.map((hash) => anEcho({ hash: `${id}-${hash}`, homeId: id, residents: [id] }))),
      entries: ids.map((residentId) => aVisit({ residentId })),
    });
    const made = await Promise.all(
      ids.map((residentId) =>
        service.needs.announce(anAnnouncement('2026-11-24T10:00', 'appointment', { residentId })),
      ),
    );
    await service.deliver(...made.flatMap((delivery) => (delivery === undefined ? [] : [keyOf(delivery)])));
    assert.deepEqual(
      service.channels.calls.map(({ messages }) => messages.map(({ echo }) => echo.residents[0]).join(' ')),
      ['bill bill bill joan joan joan', 'rosa rosa rosa'],
    );
  });

  test('a consumer Echo chimes, a managed one speaks', async () => {
    const echos = [anEcho(), anEcho({ hash: 'lounge', kind: 'consumer' })];
    const { service, bells } = await dueNow('appointment', { homes: [aHome({ echos: ['kitchen', 'lounge'] })], echos });
    await bells();
    assert.deepEqual(
      service.channels.calls.map(({ channel }) => channel),
      ['smart-properties', 'proactive-events'],
    );
  });
});

describe('what waits', () => {
  test('T26 a message in quiet hours is held and told when they end', async () => {
    const service = await aCareService({ at: '2026-11-24T23:00', entries: [aVisit({ at: '2026-11-25T14:00' })] });
    const source = { kind: 'diary', entryId: '2026-11-25T14:00.visit', act: 1 } as const;
    const made = await service.needs.announce(anAnnouncement('2026-11-24T23:00', 'appointment', { source }));
    assert.ok(made);
    await service.answerBells();
    assert.equal((await service.theDelivery(keyOf(made))).state, 'held');
    await service.runTo('2026-11-25T06:59');
    assert.equal(service.channels.said(), 0);
    await service.runTo('2026-11-25T07:02');
    assert.equal(service.channels.said(), 1);
  });

  test('without an Echo it is held in the inbox until its expiry, and then closed', async () => {
    const { service, now, bells } = await dueNow('social', { echos: [], homes: [aHome({ echos: [] })] });
    await bells();
    assert.deepEqual([(await now()).state, (await now()).lookAt], ['held', (await now()).expiresAt]);
    service.clock.moveTo((await now()).expiresAt);
    await service.runTo('2026-11-24T22:02');
    assert.deepEqual([(await now()).state, (await now()).lookAt], ['expired', undefined]);
  });

  test('a worker that died is followed also when the Echo has gone meanwhile: it is held, not looked at every minute', async () => {
    const { service, key, now } = await dueNow('notice');
    service.hooked.onNextPut(isCalling, dies);
    await service.deliver(key);
    await service.change(service.stores.echos, service.stores.echos.ofHash('harbour', 'kitchen'), {
      state: 'unpaired',
    });
    await service.runTo('2026-11-24T10:03');
    assert.deepEqual([(await now()).lookAt, (await now()).claim], [(await now()).expiresAt, undefined]);
  });

  test('what was heard before its bell came waits for nothing any more', async () => {
    const { service, key, now } = await dueNow('appointment');
    service.bell.lose();
    await markSpoken(service.needs)([key]);
    await service.runTo('2026-11-24T10:02');
    assert.equal(service.channels.said(), 0);
    assert.deepEqual([(await now()).state, (await now()).lookAt], ['spoken', undefined]);
  });

  test('G8 a reminder of an outage of six hours is missed, not spoken', async () => {
    const service = await aCareService({ at: '2026-11-24T07:00', reminders: [aReminder('2026-11-24T08:00')] });
    service.clock.move(6 * HOUR);
    await service.runTo('2026-11-24T13:05');
    const deliveries = await service.deliveriesOf();
    assert.deepEqual(
      deliveries.map(({ due, state, reason }) => [due, state, reason]),
      [['2026-11-24T08:00', 'missed', 'too-late']],
    );
    assert.equal(service.channels.said(), 0);
  });
});
