import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { type Bundle, bundleLambdas } from '../scripts/build.ts';
import { bundleTable } from './architecture/bundle-table.ts';
import { checkContents, checkSizes, sizesOf } from './architecture/check-bundles.ts';
import { checkImports } from './architecture/check-imports.ts';
import { checkHouseRules } from './architecture/house-rules.ts';
import { importTable } from './architecture/import-table.ts';
import { listed } from './architecture/source.ts';

const root = join(import.meta.dirname, '..');

describe('the house', () => {
  test('no file imports what the import table does not list', () => {
    assert.equal(listed(checkImports(root, importTable)), '');
  });

  test('every file keeps the house rules', () => {
    assert.equal(listed(checkHouseRules(root)), '');
  });
});

describe('the bundles', () => {
  const record = join(import.meta.dirname, 'architecture', 'bundle-sizes.json');
  let bundles: readonly Bundle[] = [];
  before(async () => {
    bundles = await bundleLambdas({ root });
  });

  test('no bundle contains a package or a folder that its row does not list', () => {
    assert.equal(checkContents(bundles, bundleTable).join('\n'), '');
  });

  test('no bundle is larger than it was', () => {
    if (process.env.UPDATE_SIZES === '1') writeFileSync(record, `${JSON.stringify(sizesOf(bundles), null, 2)}\n`);
    assert.equal(checkSizes(bundles, JSON.parse(readFileSync(record, 'utf8'))).join('\n'), '');
  });
});
