import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { billOfMaterials } from './bill-of-materials.ts';
import { buildAssets } from './build-assets-first.ts';
import { loaderCode } from './bundle-loader.ts';
import { writeCodeCache } from './code-cache.ts';
import { withoutServiceClients } from './without-service-clients.ts';

/** One Lambda as it is deployed: `code` is CommonJS, `gzip` its size in bytes at level 9, `meta` esbuild's account of what is inside. */
export type Bundle = {
  name: string;
  code: string;
  map: string;
  licences: string;
  raw: number;
  gzip: number;
  meta: Metafile;
  materials: string;
};

const projectRoot = join(import.meta.dirname, '..');

/** What several entries share lies beside them; every other file in `lambda/entry` is one Lambda. */
export const sharedByEntries = [
  ...['settings.ts', 'open-settings.ts', 'process-edges.ts', 'wired-once.ts', 'aws-edges.ts', 'skill-edges.ts'],
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
 * Writes every Lambda to `outDir`: `lambda/<name>/index.cjs` with its `bundle.cjs` (and `codeCache` wished, `bundle.cache`), and kept
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
  const sizes = Object.fromEntries(bundles.map(({ name, raw, gzip }) => [name, { raw, gzip }]));
  await write(join(outDir, 'sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`);
  if (codeCache) await Promise.all(bundles.map(({ name }) => writeCodeCache(join(outDir, 'lambda', name), name)));
  return bundles;
}

async function bundleLambda(root: string, name: string): Promise<Bundle> {
  const entry = join('lambda', 'entry', `${name}.ts`);
  await checkHandler(root, entry);
  const { outputFiles, metafile } = await build({
    ...shared(root, entry),
    bundle: true,
    outfile: 'index.cjs',
    mainFields: ['module', 'main'], // the ES build of a package can be tree-shaken: a third less in each bundle with the AWS SDK
    plugins: [withoutServiceClients],
    minify: true,
    sourcemap: 'external',
    legalComments: 'external',
    format: 'cjs', // a cold process loads CommonJS faster, and ES output cannot `require` inside packages
  });
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const code = text('index.cjs');
  const raw = Buffer.byteLength(code);
  const gzip = gzipSync(code, { level: 9 }).length;
  const materials = await billOfMaterials(root, name, metafile);
  return { name, code, map: text('.map'), licences: text('.LEGAL.txt'), raw, gzip, meta: metafile, materials };
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

async function writeBundle(outDir: string, { name, code, map, licences, meta, materials }: Bundle): Promise<void> {
  await write(join(outDir, 'lambda', name, 'index.cjs'), loaderCode);
  await write(join(outDir, 'lambda', name, 'bundle.cjs'), code);
  await write(join(outDir, 'sbom', `${name}.json`), materials);
  await write(join(outDir, 'maps', name, 'bundle.cjs.map'), map);
  await write(join(outDir, 'maps', name, 'LICENCES.txt'), licences);
  await write(join(outDir, 'meta', `${name}.json`), JSON.stringify(meta));
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function report({ name, raw, gzip }: Bundle): string {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`.padStart(11);
  return `${name.padEnd(10)}${kilobytes(raw)}${kilobytes(gzip)} gzip`;
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
