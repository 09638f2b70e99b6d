import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { named, writeWhole } from './packed-file.ts';

/** The page of a Screen in one piece: files by the name they are served under. */
export type PackedScreen = { readonly files: Readonly<Record<string, string>> };

const projectRoot = join(import.meta.dirname, '..');
const page = 'lambda/screen/page';
/** Where the door of the Screens reads its page's files from. */
export const packedScreenFile = 'lambda/screen/packed/screen.json';

/** Televisions of 2018: LG webOS 4 has Chromium 53, Samsung Tizen 4 has 56. Newer syntax is written in older for them. */
const OLDEST = ['chrome53', 'es2019'];

/** Packs the page's script, style sheet and icon. Reads only. */
export async function packScreen(root = projectRoot): Promise<PackedScreen> {
  const files = {
    ...named('screen.js', await bundled(root, 'main.ts')),
    ...named('screen.css', await bundled(root, 'screen.css')),
    ...named('screen.svg', await readFile(join(root, page, 'screen.svg'), 'utf8')),
  };
  return { files };
}

/** Writes the packed page if it changed. */
export async function buildScreenPage(root = projectRoot): Promise<void> {
  await writeWhole(join(root, packedScreenFile), `${JSON.stringify(await packScreen(root), null, 2)}\n`);
}

async function bundled(root: string, file: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(page, file)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: OLDEST,
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}
