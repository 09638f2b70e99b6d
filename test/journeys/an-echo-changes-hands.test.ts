import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HARBOUR } from '../../infra/local/demo-council/harbour-county-council.ts';
import { pairEcho } from '../../lambda/core/pairing/tie-echo.ts';
import { unpairEcho } from '../../lambda/core/pairing/unpair-echo.ts';
import { aHome, aResident } from '../support/builders/people.ts';
import { aWeekdayReminder, inPlacingHome, type PlacingHome } from '../support/placing-home.ts';

const echoOf = async ({ stores, hash }: PlacingHome) => {
  const stored = await stores.echos.ofHash(HARBOUR, hash, { strong: true });
  assert.ok(stored);
  return stored;
};

/** Bill's reminder rings on his Echo; then the Echo is disconnected and paired to Rosa, who lives elsewhere. */
const handedOver = async (home: PlacingHome): Promise<void> => {
  await home.say('alexa, open bell bird');
  await home.say('yes');
  assert.equal(home.onEcho().length, 1);
  const { stores, kept, hash, clock } = home;
  home.loses(true);
  const by = { kind: 'officer', id: 'helen' } as const;
  await unpairEcho({ ...stores, ...kept, clock: clock.now })({ council: HARBOUR, hash, by });
  await home.settle();
  await stores.residents.save({ value: aResident({ council: HARBOUR, id: 'rosa', homeId: 'rosas' }), version: 0 });
  const rosas = aHome({ council: HARBOUR, id: 'rosas', residents: ['rosa'], echos: [hash] });
  await stores.homes.save({ value: rosas, version: 0 });
  const known = await echoOf(home);
  const { kind, sealedIds, apiEndpoint, account } = known.value;
  const asking = { hash, kind, sealedIds, apiEndpoint, ...(account === undefined ? {} : { account }) };
  assert.equal(await pairEcho(kept)(rosas, asking, 'open', known), true);
  await home.settle();
};

describe('an Echo that was paired to somebody else', () => {
  test('IM-29 the page does not call the old copy "on the Echo", and it is removed there as soon as a message arrives', () =>
    inPlacingHome({ reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await handedOver(home);
      assert.equal((await home.placement())?.kind, 'may-ring-as-before');
      assert.deepEqual((await echoOf(home)).value.formerResidents, ['bill']);
      home.loses(false);
      await home.pass(120);
      assert.deepEqual(home.onEcho(), [], 'nothing of Bill’s rings in Rosa’s home');
      assert.deepEqual((await home.mirror())?.copies, [], 'and his mirror has forgotten it');
      assert.equal(
        (await echoOf(home)).value.formerResidents,
        undefined,
        'nobody is remembered longer than that takes',
      );
    }));
});
