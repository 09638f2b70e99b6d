import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CallBack } from '../../lambda/core/call-backs/call-back.ts';
import type { Rung } from '../../lambda/core/delivery/ladder.ts';
import { MINUTE } from '../../lambda/core/kernel/clock.ts';
import type { CircleMember } from '../../lambda/core/people/circle-of-care.ts';
import { wireDeliver } from '../../lambda/wiring/deliver.ts';
import { aCareService, type SetUp } from '../support/builders/a-care-service.ts';
import { aCircleMember, aResident } from '../support/builders/people.ts';
import { aCallBack, aDelivery } from '../support/builders/things-told.ts';

const CARER: Rung['tell'] = { kind: 'carer', carerId: 'priya' };
const DESK: Rung['tell'] = { kind: 'desk' };

/** A Reminder that was told at ten and has stayed without a reply; its one rung is climbed by the worker as it is wired. */
const climbing = async (tell: Rung['tell'], setUp: SetUp = {}) => {
  const told = aDelivery('2026-11-24T10:00', 'routine', {
    state: 'sent',
    ladder: [{ afterMinutes: 15, tell }],
  });
  const service = await aCareService({ ...setUp, deliveries: [told] });
  const worker = wireDeliver({
    table: service.table,
    channels: service.channels.channels,
    bell: service.bell.bell,
    clock: service.clock,
    realNow: service.clock,
    wait: async () => {},
    clockSkew: () => 0,
    council: 'harbour',
    newId: service.needs.newId,
    digest: service.needs.digest,
    log: service.log.log,
  });
  service.clock.move(15 * MINUTE);
  return {
    service,
    climb: async () => {
      await worker([told]);
      return (await service.theDelivery(told)).attempts.map(({ channel, came, reason }) => ({ channel, came, reason }));
    },
  };
};

const openCalls = async ({ stores }: Awaited<ReturnType<typeof climbing>>['service']): Promise<readonly CallBack[]> =>
  (await stores.callBacks.open('harbour')).callBacks;

describe('a rung to the desk', () => {
  test('is sent when the officers’ list says so: a new call-back, or a further reason on the one that stands', async () => {
    const { service, climb } = await climbing(DESK);
    assert.deepEqual(await climb(), [{ channel: 'desk', came: 'sent', reason: undefined }]);
    assert.deepEqual(
      (await openCalls(service)).map(({ origin }) => origin),
      ['no-reply'],
    );

    const older = await climbing(DESK);
    await older.service.stores.callBacks.save({ value: aCallBack({ state: 'taken', owner: 'olga' }), version: 0 });
    assert.deepEqual(await older.climb(), [{ channel: 'desk', came: 'sent', reason: undefined }]);
    assert.deepEqual(
      (await openCalls(older.service)).map(({ origin, again }) => ({ origin, again })),
      [{ origin: 'resident', again: [{ origin: 'no-reply', at: older.service.clock() }] }],
    );
  });

  test('is not sent while the reason cannot be written, and is tried again', async () => {
    const { service, climb } = await climbing(DESK);
    await service.stores.callBacks.save({ value: aCallBack(), version: 0 });
    service.hooked.onPut((item, put) => (item.kind === 'call-back' ? Promise.reject(new Error('down')) : put()));
    assert.deepEqual(await climb(), []);
    service.hooked.letPass();
    service.clock.move(2 * MINUTE);
    assert.deepEqual(await climb(), [{ channel: 'desk', came: 'sent', reason: undefined }]);
  });
});

describe('a rung to a carer', () => {
  const { agreedToBeTold: _agreed, ...silent } = aCircleMember();
  const ended = aCircleMember({ until: '2026-11-23' });
  const came = async (...circle: readonly CircleMember[]) => {
    const { climb } = await climbing(CARER, { residents: [aResident({ circle })] });
    return climb();
  };

  test('stands on the page of one who may see and agreed to be told', async () => {
    const sent = [{ channel: 'carer-page', came: 'sent', reason: undefined }];
    assert.deepEqual(await came(aCircleMember()), sent);
    assert.deepEqual(await came(ended, aCircleMember({ rights: ['see'] })), sent, 'an older place does not count');
  });

  test('is refused, with its reason, for one whose place ended, who may not see, or who did not agree', async () => {
    const refused = (reason: string) => [{ channel: 'carer-page', came: 'refused', reason }];
    assert.deepEqual(await came(ended), refused('not-in-the-circle'));
    assert.deepEqual(await came(aCircleMember({ carerId: 'mark' })), refused('not-in-the-circle'));
    assert.deepEqual(await came(aCircleMember({ rights: [] })), refused('may-not-see'));
    assert.deepEqual(await came(silent), refused('has-not-agreed'));
    assert.deepEqual(await came(ended, silent), refused('has-not-agreed'));
  });
});
