import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildLambdas } from '../../scripts/build.ts';
import { withPlantedTree } from '../architecture/planted-tree.ts';

const planted = { 'lambda/entry/skill.ts': "export const handler = async () => ['as ever'];" };
const load = createRequire(import.meta.url);

test('a Lambda runs the same with a code cache of its own, with a broken one, and with none', async () => {
  for (const cache of ['own', 'broken', 'none'] as const) {
    await withPlantedTree(planted, async (root) => {
      const outDir = join(root, 'build');
      await buildLambdas({ outDir, root, codeCache: cache === 'own' });
      const file = join(outDir, 'lambda/skill/bundle.cache');
      assert.equal(existsSync(file), cache === 'own');
      if (cache === 'broken') writeFileSync(file, 'not for this Node');
      const { handler } = load(join(outDir, 'lambda/skill/index.cjs'));
      assert.deepEqual(await handler(), ['as ever'], cache);
    });
  }
});
