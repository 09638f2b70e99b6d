import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { switchScreen } from '../../../lambda/core/people/switch-screen.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';

const by = { kind: 'resident', id: 'bill' } as const;

describe('"stop putting things on my telly"', () => {
  test('switches it off and on, each audited; a second time changes nothing', async () => {
    const service = await aCareService();
    const to = (on: boolean) => switchScreen(service.needs)({ council: 'harbour', residentId: 'bill', on, by });
    assert.deepEqual(await to(false), { kind: 'screen-switched', on: false });
    assert.deepEqual(await to(false), { kind: 'screen-already-so', on: false });
    assert.deepEqual(await to(true), { kind: 'screen-switched', on: true });
    const settings = (await service.stores.residents.ofId('harbour', 'bill'))?.value.settings;
    assert.deepEqual(settings?.screen, { on: true, privateItems: 'hidden' });
    const acts = (await service.stores.audit.of('harbour', 'RES#bill')).map(({ act }) => act.did);
    assert.deepEqual(acts, ['set-up', 'screen-off', 'screen-on']);
  });

  test('somebody who is not there is not switched', async () => {
    const service = await aCareService();
    const request = { council: 'harbour', residentId: 'nobody', on: false, by };
    assert.deepEqual(await switchScreen(service.needs)(request), { kind: 'screen-not-switched' });
  });
});
