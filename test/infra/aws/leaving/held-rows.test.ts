import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { HELD } from '../../../../infra/aws/leaving/held-rows.ts';
import { councilOf, patternsOfKeys } from '../../../../infra/aws/leaving/pattern-of.ts';
import { rowsOnPage } from '../../../architecture/frozen.ts';
import { aLeavingCouncil } from './a-leaving-council.ts';

const TABLE = join(import.meta.dirname, '../../../../lambda/adapters/table');

/** The functions that make a key, in every file of keys. */
const keyFunctions = async (): Promise<readonly string[]> => {
  const files = readdirSync(TABLE).filter((file) => /^keys(-of-.+)?\.ts$/.test(file));
  const modules: readonly object[] = await Promise.all(files.map((file) => import(join(TABLE, file))));
  return modules.flatMap((module) => Object.keys(module)).filter((name) => name.endsWith('Key') && name !== 'shardKey');
};

describe('what leaving means for every row', () => {
  test('every key pattern is known to export and erasure: a new one that is not turns this red (C21, SEC-32)', async () => {
    assert.deepEqual(
      (await keyFunctions()).filter((name) => !Object.hasOwn(HELD, name)),
      [],
      'say in infra/aws/leaving/held-rows.ts what becomes of it',
    );
  });

  test('every row of the frozen list is recognised as what it is', () => {
    const patternOf = patternsOfKeys();
    const rows = rowsOnPage()
      .map((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, cell]) => cell ?? ''))
      .filter(([name]) => name?.endsWith('Key') === true && name !== 'shardKey');
    assert.equal(rows.length, Object.keys(HELD).length);
    for (const [name, pk = '', sk = ''] of rows) {
      assert.equal(patternOf({ pk, sk }), name);
      assert.equal(councilOf({ pk, sk }), name === 'serviceSendingKey' ? undefined : 'c', name);
    }
  });

  test('no row of a council that is in use is of a pattern nobody knows', async () => {
    const patternOf = patternsOfKeys();
    const { backUp } = await aLeavingCouncil();
    for (const { key, kind } of await backUp()) assert.notEqual(patternOf(key), undefined, kind);
  });
});
