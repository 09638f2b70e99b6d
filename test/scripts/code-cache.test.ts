import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildLambdas } from '../../scripts/build.ts';
import { withPlantedTree } from '../architecture/planted-tree.ts';

const planted = {
  'lambda/entry/skill.ts':
    "export const handler = async () => [process.env.TZ, (await import('../skill/later.ts')).words()];",
  'lambda/skill/later.ts': "export const words = () => 'as ever';",
};
const load = createRequire(import.meta.url);

/** A cache as another V8 would have made it: the version stands in the second word of its header. */
const ofAnotherVersion = (cache: Buffer): Buffer => {
  const other = Buffer.from(cache);
  other.writeUInt16LE(other.readUInt16LE(4) ^ 0xffff, 4);
  return other;
};

const spoil: Readonly<Record<string, (file: string) => void>> = {
  'of its own': () => undefined,
  "of another Node's": (file) => writeFileSync(file, ofAnotherVersion(readFileSync(file))),
  'that is broken': (file) => writeFileSync(file, 'not for this Node'),
  'that is gone': (file) => rmSync(file),
};

test('a Lambda and each part that it loads later run the same, whatever became of their code caches', async () => {
  await withPlantedTree(planted, async (root) => {
    const outDir = join(root, 'build');
    const [skill] = await buildLambdas({ outDir, root, codeCache: true });
    assert.equal(skill?.parts.length, 2, 'what stands behind an import() is a part of its own');
    const folder = join(outDir, 'lambda/skill');
    const caches = readdirSync(folder).filter((file) => file.endsWith('.cache'));
    assert.equal(caches.length, 2, 'every part has its cache');
    const zone = process.env.TZ;
    for (const [cache, act] of Object.entries(spoil)) {
      for (const file of caches) act(join(folder, file));
      const index = join(folder, 'index.cjs');
      delete load.cache[load.resolve(index)];
      assert.deepEqual(await load(index).handler(), ['Europe/London', 'as ever'], `with a code cache ${cache}`);
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
});
