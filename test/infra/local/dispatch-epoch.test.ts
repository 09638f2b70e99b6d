import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDataFolder } from '../../../infra/local/data-folder.ts';
import { inTemporaryFolder } from '../../support/temporary-folder.ts';

test('the epoch stands in the data folder, outside the table: it is kept, may be raised, and begins anew with a reset (G12)', async () => {
  await inTemporaryFolder(async (folder) => {
    const epoch = async (reset = false) => (await openDataFolder(folder, reset)).dispatchEpoch;
    assert.equal(await epoch(), '1');
    await writeFile(join(folder, 'epoch.json'), JSON.stringify({ epoch: '2' }));
    assert.equal(await epoch(), '2');
    assert.equal(await epoch(true), '1');
  });
});
