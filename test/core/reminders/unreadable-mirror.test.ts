import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mirrorKey } from '../../../lambda/adapters/table/keys.ts';
import { deliver } from '../../../lambda/core/delivery/deliver.ts';
import { keyOf } from '../../../lambda/core/delivery/delivery.ts';
import { withdrawConsent } from '../../../lambda/core/people/change-consent.ts';
import { mirrorsKept } from '../../../lambda/core/reminders/mirrors-kept.ts';
import { ringsItself } from '../../../lambda/core/reminders/rings-itself.ts';
import { mirrorNeeds } from '../../../lambda/wiring/mirror-needs.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import { aReminder } from '../../support/builders/things-told.ts';

/** Bill's Reminder at eight, where the row of what his Echos hold is one of another version. */
const unreadable = async () => {
  const service = await aCareService({ at: '2026-11-24T19:59', reminders: [aReminder('2026-11-24T20:00')] });
  const body = { council: 'harbour', residentId: 'bill', copies: 'of another version' };
  await service.table.put({ key: mirrorKey('harbour', 'bill'), kind: 'mirror', body }, { ifNew: true });
  return service;
};

describe('a row of what an Echo holds that cannot be read', () => {
  test('D37 does not keep a Reminder from being told by another Channel', async () => {
    const service = await unreadable();
    await service.tick();
    const [delivery] = await service.deliveriesOf();
    assert.ok(delivery);
    service.clock.moveTo(delivery.dueAt);
    const own = ringsItself(mirrorNeeds(service.stores, service.clock));
    await deliver({ ...service.deliverNeeds, ringsItself: own })([keyOf(delivery)]);
    assert.equal((await service.theDelivery(keyOf(delivery))).state, 'sent');
  });

  test('G5 does not keep anybody from stopping everything', async () => {
    const service = await unreadable();
    const kept = mirrorsKept(service.stores, { bell: service.bell.bell, clock: service.clock });
    const came = await withdrawConsent({ ...service.needs, ...kept })({ council: 'harbour', residentId: 'bill' });
    assert.equal(came.kind, 'consent-withdrawn');
    const stored = await service.stores.residents.ofId('harbour', 'bill', { strong: true });
    assert.equal(stored?.value.consent.state, 'withdrawn');
  });
});
