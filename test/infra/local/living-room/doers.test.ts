import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DOERS, type Doer } from '../../../../infra/local/living-room/watch/doers.ts';

const ROOT = join(import.meta.dirname, '../../../..');

/** Why a doer cannot be looked up, or undefined. */
const problemOf = async ({ file, does }: Doer): Promise<string | undefined> => {
  const path = join(ROOT, file);
  if (!existsSync(path)) return `${file} is not there`;
  const module: Record<string, unknown> = await import(pathToFileURL(path).href);
  return typeof module[does] === 'function' ? undefined : `${file} exports no function ${does}`;
};

describe('who did it, under “What just happened”', () => {
  test('each source file that is named is there and exports the function that is named', async () => {
    const problems = await Promise.all(Object.values(DOERS).map(problemOf));
    assert.deepEqual(
      problems.filter((problem) => problem !== undefined),
      [],
    );
  });

  test('a file or a function that is not there is found out', async () => {
    assert.match((await problemOf({ file: 'lambda/core/delivery/no-such.ts', does: 'x' })) ?? '', /is not there/);
    assert.match((await problemOf({ file: DOERS.announce.file, does: 'shout' })) ?? '', /exports no function shout/);
  });
});
