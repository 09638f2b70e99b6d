import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkImports } from './check-imports.ts';
import { importTable } from './import-table.ts';
import { withPlantedTree } from './planted-tree.ts';

/** The one finding of a tree that holds one file. */
async function assertForbidden(path: string, text: string, says: RegExp): Promise<void> {
  await withPlantedTree({ [path]: text }, (root) => {
    const findings = checkImports(root, importTable);
    assert.equal(findings.length, 1, `${text} in ${path}: ${JSON.stringify(findings)}`);
    assert.equal(findings[0]?.path, path);
    assert.match(findings[0]?.says ?? '', says);
  });
}

async function assertAllowed(path: string, text: string): Promise<void> {
  await withPlantedTree({ [path]: text }, (root) => assert.deepEqual(checkImports(root, importTable), []));
}

describe('a planted import turns the check red', () => {
  test('in every form that an import can take', async () => {
    const forms = [
      "import { put } from '../../adapters/table/table.ts';",
      "import type { Table } from '../../adapters/table/table.ts';",
      "import { type Table } from '../../adapters/table/table.ts';",
      "import '../../adapters/table/table.ts';",
      "export { put } from '../../adapters/table/table.ts';",
      "export * from '../../adapters/table/table.ts';",
      "export type * from '../../adapters/table/table.ts';",
      "export const load = () => import('../../adapters/table/table.ts');",
      'export const load = () => import(`../../adapters/table/table.ts`);',
      "export type Stored = import('../../adapters/table/table.ts').Stored;",
      "export const table = require('../../adapters/table/table.ts');",
      "import table = require('../../adapters/table/table.ts');",
      "const harmless = '// import';\nimport {\n  put, // and a comment with import x from 'y'\n} from '../../adapters/table/table.ts';",
    ];
    for (const form of forms) await assertForbidden('lambda/core/diary/visit.ts', form, /adapters\/table\/table\.ts/);
  });

  test('when its path is computed, and so cannot be checked', async () => {
    await assertForbidden(
      'lambda/core/diary/visit.ts',
      'export const load = (x: string) => import(x);',
      /computed path/,
    );
  });

  test('when a feature reaches for one that comes after it', async () => {
    await assertForbidden('lambda/core/people/home.ts', "import type { Visit } from '../diary/visit.ts';", /diary/);
    await assertAllowed('lambda/core/diary/visit.ts', "import type { Home } from '../people/home.ts';");
  });

  test('when the heart or its words reach for a built-in of Node, with the prefix or without', async () => {
    await assertForbidden('lambda/core/people/home.ts', "import { randomUUID } from 'node:crypto';", /node:crypto/);
    await assertForbidden('lambda/core/people/home.ts', "import { randomUUID } from 'crypto';", /crypto/);
    await assertForbidden('lambda/render/words.ts', "import { readFileSync } from 'node:fs';", /node:fs/);
  });

  test('when a package is in another row', async () => {
    await assertForbidden('lambda/skill/respond.ts', "import { Hono } from 'hono';", /hono/);
    await assertForbidden('lambda/core/kernel/clock.ts', "import { Temporal } from 'temporal-polyfill';", /temporal/);
    await assertAllowed('lambda/core/kernel/uk-time.ts', "import { Temporal } from 'temporal-polyfill';");
  });

  test('when a listed subpath is taken for the whole package', async () => {
    await assertForbidden('lambda/entry/console.ts', "import { Hono } from 'hono';", /hono/);
    await assertAllowed('lambda/entry/console.ts', "import { handle } from 'hono/aws-lambda';");
  });

  test('when a door imports another door', async () => {
    await assertForbidden('lambda/skill/respond.ts', "import { page } from '../console/page.ts';", /console/);
    await assertForbidden('lambda/wiring/skill.ts', "import { page } from '../console/page.ts';", /console/);
  });

  test('when lambda imports infra', async () => {
    await assertForbidden('lambda/entry/skill.ts', "import { main } from '../../infra/local/main.ts';", /infra/);
  });

  test('when only types of something may come in', async () => {
    const path = 'lambda/adapters/dynamodb/dynamo-table.ts';
    await assertForbidden(path, "import { ring } from '../../core/delivery/bell.ts';", /bell/);
    await assertForbidden(path, "import { type Bell } from '../../core/delivery/bell.ts';", /bell/);
    await assertAllowed(path, "import type { Bell } from '../../core/delivery/bell.ts';");
    await assertAllowed(path, "import { MINUTE } from '../../core/kernel/clock.ts';");
  });

  test('when what runs on AWS is not a dependency', async () => {
    await assertForbidden('lambda/skill/respond.ts', "import { ui } from 'ask-sdk-model';", /"dependencies"/);
    await assertAllowed('lambda/skill/respond.ts', "import type { ui } from 'ask-sdk-model';");
    await assertForbidden('infra/local/table.ts', "import { x } from 'not-in-package-json';", /not-in-package-json/);
    await assertAllowed('infra/local/table.ts', "import dynalite from 'dynalite'; import 'node:http';");
  });

  test('when its folder has no row', async () => {
    await assertForbidden('lambda/adapters/pager/pager.ts', 'export const page = 1;', /no row/);
  });
});

test('a tree without code is not a clean one', async () => {
  await withPlantedTree({ 'lambda/README.md': 'nothing' }, (root) => {
    assert.throws(() => checkImports(root, importTable), /nothing was checked/);
  });
});
