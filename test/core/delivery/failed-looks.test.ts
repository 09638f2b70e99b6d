import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deliveryKey } from '../../../lambda/adapters/table/keys.ts';
import { isDeliveryKey } from '../../../lambda/core/delivery/bell.ts';
import { deliver } from '../../../lambda/core/delivery/deliver.ts';
import type { DeliverNeeds } from '../../../lambda/core/delivery/deliver-needs.ts';
import type { Delivery, DeliveryKey } from '../../../lambda/core/delivery/delivery.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { aCareService, type CareService } from '../../support/builders/a-care-service.ts';
import { dies } from '../../support/builders/a-hooked-table.ts';
import { aHome, anEcho } from '../../support/builders/people.ts';
import { aDelivery, aReminder, aVisit } from '../../support/builders/things-told.ts';

const DUE = '2026-11-24T10:00';
const SENT_BEFORE: Delivery['attempts'] = [{ at: 1, channel: 'smart-properties', came: 'sent' }];

const aReminderDue = (more: Partial<Delivery> = {}): Delivery => ({
  ...aDelivery(DUE, 'routine', {
    source: { kind: 'reminder', reminderId: 'rem', occurrence: DUE },
    content: { kind: 'reminder', label: 'routine', at: DUE },
    id: `${DUE}#R#rem`,
  }),
  ...more,
});

/** Already told; two rungs wait for ten o’clock and a quarter past. */
const toldBefore = aReminderDue({
  state: 'sent',
  attempts: SENT_BEFORE,
  ladder: [
    { afterMinutes: 0, tell: { kind: 'carer', carerId: 'priya' } },
    { afterMinutes: 60, tell: { kind: 'desk' } },
  ],
});

/** Minutes go by as in service; the worker has these needs. Returns the minutes in which a look met a fault. */
const minutesOf = async (service: CareService, needs: () => DeliverNeeds, minutes: number): Promise<number[]> => {
  const faults: number[] = [];
  const began = service.clock();
  for (let minute = 0; minute <= minutes; minute += 1) {
    service.clock.moveTo(began + minute * MINUTE);
    const before = service.log.codes().length;
    await service.tick();
    for (const { keys } of service.bell.take()) await deliver(needs())(keys.filter(isDeliveryKey));
    if (service.log.codes().slice(before).includes('deliver.fault')) faults.push(minute);
  }
  return faults;
};

const start = async (delivery: Delivery) => {
  const service = await aCareService({
    at: DUE,
    reminders: [aReminder('2026-11-25T10:00', { recurrence: { kind: 'daily', time: '10:00', from: '2026-11-24' } })],
    deliveries: [delivery],
  });
  const key: DeliveryKey = delivery;
  const row = () => service.table.get(deliveryKey(key.council, key.residentId, key.id), { strong: true });
  await service.table.mark(deliveryKey(key.council, key.residentId, key.id), 'delivery', 'seen', {
    rank: 1,
    value: 'x',
  });
  return { service, row, now: () => service.theDelivery(key) };
};

const isRecording = ({ kind, body }: { kind: string; body: Readonly<Record<string, unknown>> }): boolean =>
  kind === 'delivery' && Array.isArray(body.attempts) && body.attempts.length > 0;

const isClaiming = ({ kind, body }: { kind: string; body: Readonly<Record<string, unknown>> }): boolean =>
  kind === 'delivery' && body.state === 'claimed' && body.claim !== undefined;

/** Each way in which a look can meet a fault while it tells. */
const FAULTS = {
  'cannot be worded': {
    delivery: aReminderDue(),
    needs: ({ deliverNeeds }: CareService): DeliverNeeds => ({
      ...deliverNeeds,
      wording: () => {
        throw new Error('no words');
      },
    }),
    said: 0,
  },
  'cannot be claimed before its call': {
    delivery: aReminderDue(),
    needs: ({ deliverNeeds, hooked }: CareService): DeliverNeeds => {
      hooked.onPut((item, put) => (isClaiming(item) ? dies() : put()));
      return deliverNeeds;
    },
    said: 0,
  },
  'cannot be recorded': {
    delivery: aReminderDue(),
    needs: ({ deliverNeeds, hooked }: CareService): DeliverNeeds => {
      hooked.onPut((item, put) => (isRecording(item) ? dies() : put()));
      return deliverNeeds;
    },
    said: 1,
  },
  'cannot climb its rung': {
    delivery: toldBefore,
    needs: ({ deliverNeeds }: CareService): DeliverNeeds => ({ ...deliverNeeds, tellRung: dies }),
    said: 0,
  },
} as const;

describe('D33 a look that meets a fault while it tells', () => {
  for (const [how, { delivery, needs, said }] of Object.entries(FAULTS))
    test(`one that ${how} is looked at again after 1, 2, 4 and 8 minutes; at the fifth it is closed and alarmed, and its evidence stays`, async () => {
      const { service, row, now } = await start(delivery);
      assert.deepEqual(await minutesOf(service, () => needs(service), 40), [0, 1, 3, 7, 15]);
      const { state, reason, lookAt, claim, attempts } = await now();
      assert.deepEqual(
        { state, reason, lookAt, claim, attempts },
        { state: 'failed', reason: 'looks-failed', lookAt: undefined, claim: undefined, attempts: delivery.attempts },
      );
      assert.equal(service.log.codes().filter((code) => code === 'tick.row-closed').length, 1);
      assert.deepEqual((await row())?.marks, { seen: { rank: 1, value: 'x' } });
      assert.equal(service.channels.said(), said, 'what may have been said is not said again');
    });

  test('a fault after something was told and recorded is no failed look', async () => {
    const service = await aCareService({
      at: DUE,
      homes: [aHome({ echos: ['kitchen', 'lounge'] })],
      echos: [anEcho(), anEcho({ hash: 'lounge', kind: 'consumer' })],
      entries: [aVisit()],
      deliveries: [aDelivery(DUE, 'urgent')],
    });
    const key: DeliveryKey = aDelivery(DUE, 'urgent');
    let reads = 0;
    const readSource: DeliverNeeds['readSource'] = async (announcement) => {
      reads += 1;
      return reads > 1 ? dies() : service.deliverNeeds.readSource(announcement);
    };
    await deliver({ ...service.deliverNeeds, readSource })([key]);
    assert.ok(service.log.codes().includes('deliver.fault'));
    const { state, failedLooks, lookAt } = await service.theDelivery(key);
    assert.deepEqual({ state, failedLooks }, { state: 'sent', failedLooks: undefined });
    assert.ok(lookAt !== undefined && lookAt > service.clock() + MINUTE, 'it waits for its repeat');
  });

  test('a look that comes to an end begins the count anew', async () => {
    const { service, now } = await start(toldBefore);
    let isBroken = true;
    const needs = () => (isBroken ? { ...service.deliverNeeds, tellRung: dies } : service.deliverNeeds);
    assert.deepEqual(await minutesOf(service, needs, 7), [0, 1, 3, 7]);
    assert.equal((await now()).failedLooks, 4);
    isBroken = false;
    await minutesOf(service, needs, 10);
    assert.deepEqual([(await now()).climbed, (await now()).failedLooks], [1, undefined]);
    isBroken = true;
    await minutesOf(service, needs, 60);
    assert.equal((await now()).state, 'failed', 'five more were needed');
    assert.deepEqual(service.rungs.length, 1);
  });
});
