import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import { homesIn } from '../../../lambda/adapters/table/people-items.ts';
import { screenPairingsIn, screensIn } from '../../../lambda/adapters/table/screen-items.ts';
import type { Screen } from '../../../lambda/core/pairing/screen.ts';
import type { ScreenPairing } from '../../../lambda/core/pairing/screen-pairing.ts';
import { aHome } from '../../support/builders/people.ts';
import { recordingLog } from '../../support/builders/recorders.ts';
import { countingIds } from '../../support/counting-ids.ts';

const SCREEN: Screen = {
  council: 'harbour',
  hash: 'lounge',
  homeId: 'home',
  residents: ['bill'],
  state: 'paired',
  linkVersion: 1,
  pairedAt: 7,
};
const PAIRING: ScreenPairing = {
  council: 'harbour',
  screenHash: 'lounge',
  codeHash: 'code',
  expiresAt: 1_000,
  state: 'claimed',
  linkVersion: 1,
  claim: {
    homeId: 'home',
    by: { kind: 'officer', id: 'olga' },
    words: ['apple', 'basket'],
    wordsMatch: true,
    okPressed: false,
  },
};
const fresh = <T>(value: T) => ({ value, version: 0 });

const aTable = () => {
  const table = memoryTable({ newWriteId: countingIds('write') });
  return { table, screens: screensIn(table), pairings: screenPairingsIn(table) };
};

describe('Screens in the table', () => {
  test('a Screen is read as it was written, and a write upon an old version is refused', async () => {
    const { screens } = aTable();
    assert.deepEqual(await screens.save(fresh(SCREEN)), { kind: 'saved', version: 1 });
    assert.deepEqual(await screens.ofHash('harbour', 'lounge'), { value: SCREEN, version: 1 });
    assert.equal((await screens.save(fresh({ ...SCREEN, homeId: 'other' }))).kind, 'conflict');
    assert.equal(await screens.ofHash('valley', 'lounge'), undefined, 'G10');
  });

  test('a pairing is found by its Screen and by its code, with and without a claim', async () => {
    const { claim: _claim, ...open } = PAIRING;
    for (const pairing of [PAIRING, { ...open, state: 'open' as const }]) {
      const { pairings } = aTable();
      assert.equal((await pairings.begin(fresh(pairing))).kind, 'saved');
      assert.deepEqual((await pairings.ofScreen('harbour', 'lounge'))?.value, pairing);
      assert.deepEqual((await pairings.ofCode('harbour', 'code'))?.value, pairing);
      assert.equal(await pairings.ofCode('valley', 'code'), undefined);
      assert.equal(await pairings.ofCode('harbour', 'other'), undefined);
    }
  });

  test('an old code leads to the pairing of now, whose code is another: whoever asks compares', async () => {
    const { pairings } = aTable();
    await pairings.begin(fresh(PAIRING));
    await pairings.begin({ value: { ...PAIRING, codeHash: 'newer' }, version: 1 });
    assert.equal((await pairings.ofCode('harbour', 'code'))?.value.codeHash, 'newer');
  });

  test('a code that another Screen shows now is not given out twice', async () => {
    const { pairings } = aTable();
    await pairings.begin(fresh(PAIRING));
    assert.equal((await pairings.begin(fresh({ ...PAIRING, screenHash: 'hall' }))).kind, 'conflict');
  });

  test('a pairing and its code are tidied away a day after the code ends; a paired Screen stays', async () => {
    const { table, pairings, screens } = aTable();
    await pairings.begin(fresh(PAIRING));
    await screens.save(fresh(SCREEN));
    const expiry = async (pk: string, sk: string) => (await table.get({ pk, sk }))?.expiresAt;
    assert.equal(await expiry('C#harbour#SCREEN#lounge', 'PAIRING'), 86_401_000);
    assert.equal(await expiry('C#harbour#CODE#code', 'SCREEN'), 86_401_000);
    assert.equal(await expiry('C#harbour#SCREEN#lounge', 'SCREEN'), undefined);
  });

  test('C24 a Home from before there were Screens has none', async () => {
    const { table } = aTable();
    const { screens: _screens, ...old } = aHome();
    const key = { pk: 'C#harbour#HOME#home', sk: 'HOME' };
    await table.put({ key, kind: 'home', body: old }, { ifNew: true });
    assert.deepEqual((await homesIn(table, recordingLog().log).ofId('harbour', 'home'))?.value.screens, []);
  });
});
