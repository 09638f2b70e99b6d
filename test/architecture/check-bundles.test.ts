import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildLambdas, bundleLambdas, lambdaNames } from '../../scripts/build.ts';
import type { Size } from '../../scripts/bundle-parts.ts';
import { checkContents, checkSizes, sizesOf } from './check-bundles.ts';
import { withPlantedTree } from './planted-tree.ts';

const row = { folders: ['lambda/skill'], packages: ['welcome', '@known/*'] };
const entry = 'lambda/entry/skill.ts';

/** A skill that contains what these statements import, and a package to import. */
function skillThat(statements: string, inPackage: string): Record<string, string> {
  return {
    [entry]: `${statements}\nexport const handler = async () => [value];`,
    [`node_modules/${inPackage}/package.json`]: JSON.stringify({ name: inPackage, main: 'main.js' }),
    [`node_modules/${inPackage}/main.js`]: 'module.exports.value = globalThis.name;',
    'lambda/skill/say.ts': 'export const value = globalThis.name;',
    'lambda/console/page.ts': 'export const value = globalThis.name;',
  };
}

async function strangersIn(files: Record<string, string>): Promise<string[]> {
  let found: string[] = [];
  await withPlantedTree(files, async (root) => {
    found = checkContents(await bundleLambdas({ root }), { skill: row });
  });
  return found;
}

test('a forbidden package in a bundle turns the check red, a listed one does not', async () => {
  const found = await strangersIn(skillThat("import { value } from 'stranger';", 'stranger'));
  assert.deepEqual(found, ['skill contains stranger, which its row does not list.']);
  assert.deepEqual(await strangersIn(skillThat("import { value } from 'welcome';", 'welcome')), []);
  assert.deepEqual(await strangersIn(skillThat("import { value } from '@known/one';", '@known/one')), []);
});

test('a package that another package brings is seen too', async () => {
  const files = skillThat("import { value } from 'welcome';", 'welcome');
  files['node_modules/welcome/main.js'] = "module.exports.value = require('stranger').value;";
  files['node_modules/welcome/node_modules/stranger/package.json'] = JSON.stringify({ name: 'stranger' });
  files['node_modules/welcome/node_modules/stranger/index.js'] = 'module.exports.value = globalThis.name;';
  assert.deepEqual(await strangersIn(files), ['skill contains stranger, which its row does not list.']);
});

test("another door's code in a bundle turns the check red", async () => {
  const found = await strangersIn(skillThat("import { value } from '../console/page.ts';", 'unused'));
  assert.deepEqual(found, ['skill contains lambda/console/page.ts, which its row does not list.']);
  assert.deepEqual(await strangersIn(skillThat("import { value } from '../skill/say.ts';", 'unused')), []);
});

test('a bundle without a row, a handler or a single Lambda is refused', async () => {
  await withPlantedTree({ 'lambda/entry/other.ts': 'export const handler = 1;' }, async (root) => {
    assert.match(checkContents(await bundleLambdas({ root }), { skill: row }).join(), /other has no row/);
  });
  await withPlantedTree({ [entry]: 'export const handle = 1;' }, async (root) => {
    await assert.rejects(bundleLambdas({ root }), /skill\.ts exports no handler/);
  });
  await withPlantedTree({ 'lambda/entry/settings.ts': 'export const handler = 1;' }, async (root) => {
    await assert.rejects(bundleLambdas({ root }), /No Lambda/);
  });
});

test('a bundle may not grow, and a bundle that shrank is held there', async () => {
  await withPlantedTree(skillThat("import { value } from '../skill/say.ts';", 'unused'), async (root) => {
    const bundles = await bundleLambdas({ root });
    const { skill } = sizesOf(bundles);
    assert.ok(skill);
    const scaled = ({ raw, gzip }: Size, factor: number) => ({ raw: raw * factor, gzip: gzip * factor });
    const times = (factor: number, ofStart = factor) => ({
      skill: { ...scaled(skill, factor), start: scaled(skill.start, ofStart) },
    });
    assert.deepEqual(checkSizes(bundles, { skill }), []);
    assert.deepEqual(checkSizes(bundles, times(0.99)), []);
    assert.match(checkSizes(bundles, times(0.97)).join(), /raw.*find what came in.*gzip.*find what came in/);
    assert.match(checkSizes(bundles, times(1.2)).join(), /well done.*UPDATE_SIZES=1/);
    assert.match(checkSizes(bundles, times(1, 0.97)).join(), /^what skill loads before its first answer \(raw\)/);
    assert.match(checkSizes(bundles, {}).join(), /no recorded size/);
    assert.match(checkSizes(bundles, { skill, gone: skill }).join(), /gone is recorded but is no longer built/);
  });
});

test('a built Lambda can be required, and its map and account are kept apart', async () => {
  const files = skillThat("import { value } from '../skill/say.ts';", 'unused');
  files['scripts/build-assets.ts'] =
    "import { writeFileSync } from 'node:fs';\nwriteFileSync('lambda/skill/say.ts', 'export const value = 42;');";
  files['lambda/entry/settings.ts'] = 'export const settings = 1;';
  await withPlantedTree(files, async (root) => {
    const outDir = join(root, 'build');
    assert.deepEqual(await lambdaNames(root), ['skill']);
    await buildLambdas({ outDir, root });
    const { handler } = createRequire(import.meta.url)(join(outDir, 'lambda/skill/index.cjs'));
    assert.deepEqual(await handler(), [42], 'assets are made before the bundle');
    assert.ok(existsSync(join(outDir, 'maps/skill/bundle.cjs.map')));
    assert.ok(existsSync(join(outDir, 'meta/skill.json')));
    assert.ok(existsSync(join(outDir, 'sbom/skill.json')));
    const { skill } = JSON.parse(readFileSync(join(outDir, 'sizes.json'), 'utf8'));
    assert.ok(skill.raw > 0 && skill.gzip > 0);
  });
});

test('what is imported only when it is needed is a part of its own, outside the start', async () => {
  const files = skillThat('', 'unused');
  files[entry] = "export const handler = async () => (await import('../skill/say.ts')).value;";
  await withPlantedTree(files, async (root) => {
    const [skill] = await bundleLambdas({ root });
    assert.equal(skill?.parts.length, 2);
    assert.ok(skill.start.raw < skill.raw);
    assert.deepEqual(checkContents([skill], { skill: { folders: [], packages: [] } }), [
      'skill contains lambda/skill/say.ts, which its row does not list.',
    ]);
  });
});
