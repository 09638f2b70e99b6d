import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const modules = join(import.meta.dirname, '..', '..', 'node_modules');
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/**
 * Starts a headless Chromium: the one that `CHROMIUM_PATH` names, else the one that the package @sparticuz/chromium brings
 * (Linux on x64 only; no root, no download). Throws with one line that says what to do where neither will run.
 */
export async function launchChromium(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return chromium.launch({ executablePath: named, args });
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  return chromium.launch({ executablePath, args, env: environment(folder, executablePath) });
}

/** The folder of the unpacked package. Several processes may want it at once, so each unpacks apart and the first to be done wins. */
async function unpacked(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`No Chromium is packed for this machine. ${nameOne}`);
  const { version } = JSON.parse(await readFile(join(modules, '@sparticuz', 'chromium', 'package.json'), 'utf8'));
  const folder = join(modules, '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(join(modules, '.cache'), { recursive: true });
  const apart = await mkdtemp(`${folder}-`);
  await unpackInto(apart);
  await rename(apart, folder).catch(async (error) => {
    if (!existsSync(folder)) throw error;
    await rm(apart, { recursive: true });
  });
  return folder;
}

/** The package unpacks into the temporary folder, and only where it takes the machine for Amazon's adds the libraries that one lacks. */
async function unpackInto(folder: string): Promise<void> {
  const unpack = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', unpack], { cwd: import.meta.dirname, env });
  await writeFile(join(folder, 'fonts', 'fonts.conf'), onlyItsOwnFonts);
}

/** The package's own file looks for fonts at fixed places, and so at whatever the machine has there. */
const onlyItsOwnFonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Its own fonts, so that pictures look the same everywhere; its own libraries (NSS) only where the machine has none. */
function environment(folder: string, executablePath: string): Record<string, string> {
  const fonts = { ...definedOnly(process.env), FONTCONFIG_PATH: join(folder, 'fonts'), XDG_CACHE_HOME: folder };
  if (starts(executablePath, fonts)) return fonts;
  const env = { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  if (starts(executablePath, env)) return env;
  throw new Error(`The packed Chromium does not start on this machine. ${nameOne}`);
}

const nameOne = 'Set CHROMIUM_PATH to a Chromium or Chrome that is installed here.';

function starts(executablePath: string, env: Record<string, string>): boolean {
  return spawnSync(executablePath, ['--version'], { env }).status === 0;
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
