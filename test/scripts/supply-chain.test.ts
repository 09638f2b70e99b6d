import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

type Locked = {
  readonly inBundle?: boolean;
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
};

test('every package in the lock carries its hash and names no address: it comes from the registry that npm is set to (SEC-35)', () => {
  const packages: Record<string, Locked> = JSON.parse(read('package-lock.json')).packages;
  const { '': _self, ...locked } = packages;
  const faults = Object.entries(locked).filter(
    ([, { integrity, resolved, inBundle }]) =>
      !(inBundle || integrity?.startsWith('sha512-')) || resolved !== undefined, // what is bundled lies inside its parent's hash
  );
  assert.deepEqual(faults, []);
  assert.ok(Object.keys(locked).length > 100);
});

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
  const versions: [string, string][] = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  assert.deepEqual(
    versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    [],
  );
});

test('no package may run a script of its own when it is installed (SEC-36)', () => {
  assert.match(read('.npmrc'), /^ignore-scripts=true$/m);
});

test('how long a release must stand before it is taken is written where contributors look (SEC-38)', () => {
  assert.match(read('docs/dependencies.md'), /min-release-age=7/);
});
