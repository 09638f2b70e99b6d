import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { billOfMaterials } from './bill-of-materials.ts';
import { buildAssets } from './build-assets-first.ts';
import { loaderCode } from './bundle-loader.ts';
import { bundleParts, type Part, type Size, sizeOf, startingParts } from './bundle-parts.ts';
import { writeCodeCaches } from './code-cache.ts';

/**
 * One Lambda as it is deployed: its parts, their bytes together (raw and gzip, at level 9), and in `start` the bytes of those that are
 * loaded before the first answer; the others wait for a turn that needs them. `meta` is esbuild's account of what is inside.
 */
export type Bundle = Size & {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly start: Size;
  readonly licences: string;
  readonly meta: Metafile;
  readonly materials: string;
};

const projectRoot = join(import.meta.dirname, '..');

/** What several entries share lies beside them; every other file in `lambda/entry` is one Lambda. */
export const sharedByEntries = [
  ...['settings.ts', 'open-settings.ts', 'process-edges.ts', 'aws-edges.ts', 'skill-edges.ts'],
  ...['amazon-channels.ts', 'smart-properties.ts', 'carer-messages.ts'],
];

/** The names of the Lambdas under `root`, sorted. */
export async function lambdaNames(root = projectRoot): Promise<string[]> {
  const files = await readdir(join(root, 'lambda', 'entry'));
  const lambdas = files.filter((file) => file.endsWith('.ts') && !sharedByEntries.includes(file));
  return lambdas.map((file) => file.slice(0, -'.ts'.length)).sort();
}

/** Bundles every Lambda under `root` in memory. Throws when there is none, when esbuild finds a fault, or when one exports no `handler`. */
export async function bundleLambdas({ root = projectRoot }: { root?: string } = {}): Promise<Bundle[]> {
  await buildAssets(root);
  const names = await lambdaNames(root);
  if (names.length === 0) throw new Error('No Lambda was found in lambda/entry.');
  return Promise.all(names.map((name) => bundleLambda(root, name)));
}

/**
 * Writes every Lambda to `outDir`: `lambda/<name>/index.cjs` with its parts (and where `codeCache` is wished, the cache of each), and kept
 * apart from what is deployed `maps/<name>/`, `meta/<name>.json`, `sbom/<name>.json` (CycloneDX) and `sizes.json` (bytes, raw and
 * gzip). What `outDir` held of these before is removed.
 */
export async function buildLambdas({
  outDir,
  root = projectRoot,
  codeCache = false,
}: {
  outDir: string;
  root?: string;
  codeCache?: boolean;
}): Promise<Bundle[]> {
  const bundles = await bundleLambdas({ root });
  await Promise.all(
    ['lambda', 'maps', 'meta', 'sbom'].map((part) => rm(join(outDir, part), { recursive: true, force: true })),
  );
  await Promise.all(bundles.map((bundle) => writeBundle(outDir, bundle)));
  const sizes = Object.fromEntries(bundles.map(({ name, raw, gzip, start }) => [name, { raw, gzip, start }]));
  await write(join(outDir, 'sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`);
  if (codeCache)
    await writeCodeCaches(
      outDir,
      bundles.map(({ name }) => name),
    );
  return bundles;
}

async function bundleLambda(root: string, name: string): Promise<Bundle> {
  const entry = join('lambda', 'entry', `${name}.ts`);
  await checkHandler(root, entry);
  const { parts, licences, meta } = await bundleParts(shared(root, entry));
  const starting = startingParts(meta);
  const start = sizeOf(parts.filter(({ file }) => starting.includes(file)));
  const materials = await billOfMaterials(root, name, meta);
  return { ...sizeOf(parts), name, parts, start, licences, meta, materials };
}

/** esbuild lists the exports of ES output only, so the entry is read alone for them. */
async function checkHandler(root: string, entry: string): Promise<void> {
  const { metafile } = await build({ ...shared(root, entry), format: 'esm', outfile: 'entry.js' });
  const exports = Object.values(metafile.outputs).flatMap((output) => output.exports);
  if (!exports.includes('handler')) throw new Error(`${entry} exports no handler.`);
}

function shared(root: string, entry: string) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    platform: 'node',
    target: 'node24',
    write: false,
    metafile: true,
    logLevel: 'silent', // a fault is thrown with its place; printing it too would say it twice
  } satisfies BuildOptions;
}

async function writeBundle(outDir: string, { name, parts, licences, meta, materials }: Bundle): Promise<void> {
  await write(join(outDir, 'lambda', name, 'index.cjs'), loaderCode);
  for (const { file, code, map } of parts) {
    await write(join(outDir, 'lambda', name, file), code);
    await write(join(outDir, 'maps', name, `${file}.map`), map);
  }
  await write(join(outDir, 'sbom', `${name}.json`), materials);
  await write(join(outDir, 'maps', name, 'LICENCES.txt'), licences);
  await write(join(outDir, 'meta', `${name}.json`), JSON.stringify(meta));
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function report({ name, raw, gzip, start }: Bundle): string {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`.padStart(11);
  const size = (of: Size) => `${kilobytes(of.raw)}${kilobytes(of.gzip)} gzip`;
  return `${name.padEnd(10)}${size({ raw, gzip })}, of which at the start ${size(start)}`;
}

if (import.meta.main) {
  try {
    const bundles = await buildLambdas({ outDir: join(projectRoot, 'build'), codeCache: true });
    for (const bundle of bundles) console.log(report(bundle));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
