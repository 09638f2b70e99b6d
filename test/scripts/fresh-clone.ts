import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const project = join(import.meta.dirname, '..', '..');

/** A temporary copy of the project's scripts and lock, with programs of the test's own, and an npm that only notes what it is asked. */
export type Clone = {
  readonly start: (script: string, ...args: string[]) => Running;
  readonly askedOfNpm: () => string;
  readonly remove: () => void;
};

/** A running script: all it has printed so far, and how it ended. */
export type Running = {
  readonly process: ChildProcess;
  readonly printed: () => string;
  readonly ended: Promise<unknown[]>;
};

/** Makes a clone; `installed` gives it this project's node_modules. `files`: path below its root → text. */
export function freshClone(installed: boolean, files: Readonly<Record<string, string>>): Clone {
  const root = mkdtempSync(join(tmpdir(), 'bellbird-clone-'));
  const asked = join(root, 'asked-of-npm');
  const npm = `require('node:fs').writeFileSync(${JSON.stringify(asked)}, process.argv.slice(2).join(' '));\n`;
  cpSync(join(project, 'scripts'), join(root, 'scripts'), { recursive: true });
  cpSync(join(project, 'package-lock.json'), join(root, 'package-lock.json'));
  if (installed) symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  for (const [path, text] of Object.entries({ 'npm.js': npm, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return {
    start: (script, ...args) => run(root, script, args),
    askedOfNpm: () => (existsSync(asked) ? readFileSync(asked, 'utf8') : ''),
    remove: () => rmSync(root, { recursive: true }),
  };
}

function run(root: string, script: string, args: readonly string[]): Running {
  const { NODE_TEST_CONTEXT: _outer, ...env } = process.env; // else a runner inside would report to the one outside
  const child = spawn(process.execPath, [join(root, 'scripts', script), ...args], {
    env: { ...env, npm_execpath: join(root, 'npm.js') },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (printed += part));
  return { process: child, printed: () => printed, ended: once(child, 'close') };
}
