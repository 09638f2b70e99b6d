import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile, transform } from 'esbuild';
import { withoutServiceClients } from './without-service-clients.ts';

/** One file of a Lambda's code: CommonJS, and its source map. */
export type Part = { readonly file: string; readonly code: string; readonly map: string };

/** The part that AWS's first call loads; it requires the others, some of them only when a turn needs them. */
export const FIRST_PART = 'bundle.cjs';

export type Size = { readonly raw: number; readonly gzip: number };

const cjs = (path: string): string => basename(path).replace(/\.js$/, '.cjs');

/**
 * One entry in parts: what stands behind `import()` in the source is a part of its own, read when it is needed. esbuild splits ES modules
 * only, so each is made CommonJS afterwards: in a cold process that loads faster.
 */
export const bundleParts = async (
  options: BuildOptions,
): Promise<{ readonly parts: readonly Part[]; readonly licences: string; readonly meta: Metafile }> => {
  const { outputFiles, metafile } = await build({
    ...options,
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: '.',
    entryNames: 'bundle',
    chunkNames: 'part-[hash]',
    mainFields: ['module', 'main'], // the ES build of a package can be tree-shaken: a third less in each bundle with the AWS SDK
    plugins: [withoutServiceClients],
    minify: true,
    sourcemap: 'inline',
    legalComments: 'external',
    write: false,
    metafile: true,
  });
  const scripts = outputFiles.filter(({ path }) => path.endsWith('.js'));
  const notices = outputFiles.filter(({ path }) => path.endsWith('.LEGAL.txt'));
  return {
    parts: await Promise.all(
      scripts.map(({ path, text }) => commonJs(cjs(path), isWrapped(metafile, path) ? text + UNWRAPPED : text)),
    ),
    licences: notices.map(({ text }) => text).join('\n'),
    meta: metafile,
  };
};

/** A CommonJS package behind an `import()`: esbuild hands on its `default` alone, where Node gives its names too. */
const isWrapped = ({ outputs }: Metafile, path: string): boolean => {
  const output = Object.entries(outputs).find(([file]) => basename(file) === basename(path))?.[1];
  return output?.entryPoint?.includes('node_modules/') === true && output.exports.join() === 'default';
};
const UNWRAPPED = '\nmodule.exports = module.exports.default;';

const commonJs = async (file: string, text: string): Promise<Part> => {
  const linked = text.replace(/(["'])\.\/((?:bundle|part-[A-Z0-9]+))\.js\1/g, '$1./$2.cjs$1');
  const { code, map } = await transform(linked, {
    sourcefile: file,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    supported: { 'dynamic-import': false }, // becomes a `require`, which knows of the code cache
    minify: true,
    sourcemap: 'external',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return { file, code, map };
};

/** The files that are loaded with the first one: it and whatever it imports at once. */
export const startingParts = ({ outputs }: Metafile): readonly string[] => {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const { path: next, kind, external } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && external !== true) visit(next);
  };
  const first = Object.keys(outputs).find((path) => cjs(path) === FIRST_PART);
  if (first !== undefined) visit(first);
  return [...found].map(cjs);
};

/** Bytes of so many files, each compressed by itself, as it is read. */
export const sizeOf = (parts: readonly Part[]): Size => ({
  raw: parts.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0),
  gzip: parts.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0),
});
