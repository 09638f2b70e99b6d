import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

type Component = {
  readonly type: 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: readonly { readonly license: { readonly id: string } }[];
  readonly hashes?: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
};

/**
 * Every package that put bytes into a bundle, with its exact version, licence and the hash of what was installed, as CycloneDX 1.6.
 * The same bundle gives the same text. Source: https://cyclonedx.org/docs/1.6/json/
 */
export const billOfMaterials = async (root: string, name: string, meta: Metafile): Promise<string> => {
  const lock = await lockedIn(root);
  const folders = [...new Set(packageFolders(meta))].sort();
  const components = await Promise.all(folders.map((folder) => componentOf(root, folder, lock[folder])));
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': `bellbird/${name}`, name: `bellbird-${name}` } },
    components,
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
};

type Locked = Readonly<Record<string, { readonly integrity?: string } | undefined>>;

const lockedIn = async (root: string): Promise<Locked> => {
  const path = join(root, 'package-lock.json');
  return existsSync(path) ? JSON.parse(await readFile(path, 'utf8')).packages : {};
};

/** Folders as in the lock: `node_modules/a/node_modules/@b/c`. */
const packageFolders = (meta: Metafile): string[] =>
  Object.values(meta.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([path]) => /^(?:.*?\/)??(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);

const componentOf = async (root: string, folder: string, locked: Locked[string]): Promise<Component> => {
  const { name, version = '0.0.0', license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const hash = locked?.integrity?.replace('sha512-', '');
  return {
    type: 'library',
    'bom-ref': `${purl}#${folder}`,
    name,
    version,
    purl,
    ...(typeof license === 'string' ? { licenses: [{ license: { id: license } }] } : {}),
    ...(hash === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] }),
  };
};
