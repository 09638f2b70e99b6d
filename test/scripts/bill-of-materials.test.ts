import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleLambdas } from '../../scripts/build.ts';
import { withPlantedTree } from '../architecture/planted-tree.ts';

const planted = {
  'lambda/entry/skill.ts': "import { value } from '@known/one';\nexport const handler = async () => value;",
  'node_modules/@known/one/package.json': JSON.stringify({
    name: '@known/one',
    version: '1.2.3',
    license: 'MIT',
    main: 'main.js',
  }),
  'node_modules/@known/one/main.js': 'module.exports.value = globalThis.name;',
  'node_modules/unused/package.json': JSON.stringify({ name: 'unused', version: '1.0.0' }),
  'package-lock.json': JSON.stringify({
    packages: { 'node_modules/@known/one': { version: '1.2.3', integrity: 'sha512-AQID' } },
  }),
};

test('SEC-37 a bill names exactly what is inside a bundle, with version, licence and hash, the same each time', async () => {
  const [first, second] = [await billOf(), await billOf()];
  assert.equal(first, second);
  const { bomFormat, specVersion, components } = JSON.parse(first);
  assert.deepEqual([bomFormat, specVersion], ['CycloneDX', '1.6']);
  assert.deepEqual(components, [
    {
      type: 'library',
      'bom-ref': 'pkg:npm/%40known/one@1.2.3#node_modules/@known/one',
      name: '@known/one',
      version: '1.2.3',
      purl: 'pkg:npm/%40known/one@1.2.3',
      licenses: [{ license: { id: 'MIT' } }],
      hashes: [{ alg: 'SHA-512', content: '010203' }],
    },
  ]);
});

const billOf = async (): Promise<string> => {
  let bill = '';
  await withPlantedTree(planted, async (root) => {
    bill = (await bundleLambdas({ root }))[0]?.materials ?? '';
  });
  return bill;
};
