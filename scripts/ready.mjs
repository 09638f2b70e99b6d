// Makes a fresh clone ready and finds the Node that runs it. Plain JavaScript for any Node from 18 up, with nothing installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, with no slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

const bin = join(root, 'node_modules', '.bin');
const neededMajor = 24;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Installs what is missing and returns the path of a Node that is new enough; ends the process with one line when it cannot. */
export function ready() {
  const own = join(bin, 'node');
  if (!bringsItsOwnNode() && !isNewEnough(process.version)) fail(noNode);
  if (!isInstalled()) install();
  if (isNewEnough(versionOf(own))) return own;
  return isNewEnough(process.version) ? process.execPath : fail(noNode);
}

/** Runs `node args…` in the project's folder, hands signals on, and ends this process as that one ended. */
export function run(node, args, { env = {}, apart = false } = {}) {
  const child = spawn(node, args, {
    cwd: root,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...env },
    // Ctrl-C reaches every process of a terminal's group; one that stands apart hears it once, from us.
    detached: apart && process.platform !== 'win32',
    stdio: apart ? ['ignore', 'inherit', 'inherit', 'ipc'] : 'inherit',
  });
  const handOn = once((signal) => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  for (const signal of signals) process.on(signal, handOn);
  whenNpmIsGone(() => child.kill());
  child.on('error', (error) => fail(`Bellbird could not start ${node}: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (code !== null) process.exit(code);
    for (const each of signals) process.removeListener(each, handOn);
    process.kill(process.pid, signal);
  });
}

/** An npm that is killed outright leaves behind what it started; this notices and calls `act`. */
function whenNpmIsGone(act) {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    act();
  }, 500).unref();
}

/** A signal sent to the whole group also comes through npm: what arrives again within a second is the same wish. */
function once(act) {
  let last = Number.NEGATIVE_INFINITY;
  return (signal) => {
    const now = performance.now();
    if (now - last > 1000) act(signal);
    last = now;
  };
}

/** Says why on one line of standard error and ends with code 1. */
export function fail(why) {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

const noNode = `Bellbird needs Node ${neededMajor} or newer and found ${process.version}: install Node ${neededMajor} from https://nodejs.org, then run this again.`;

function isNewEnough(version) {
  return Number.parseInt(version.replace('v', ''), 10) >= neededMajor;
}

function versionOf(node) {
  if (!existsSync(node)) return '';
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '';
}

/** On these machines `npm ci` installs Node itself, as an optional package. */
function bringsItsOwnNode() {
  return process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);
}

/**
 * npm writes node_modules/.package-lock.json last, so an install that was broken off has none, and comparing it with
 * package-lock.json also knows an `npm ci` that somebody ran by hand.
 */
function isInstalled() {
  const inside = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(inside)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const found = packagesOf(inside);
  const isThere = ([path, entry]) =>
    found[path]
      ? found[path].version === entry.version && found[path].integrity === entry.integrity
      : mayBeMissing(entry);
  return Object.entries(wanted).every(isThere) && Object.keys(found).every((path) => path in wanted);
}

function packagesOf(lock) {
  const { '': _self, ...packages } = JSON.parse(readFileSync(lock, 'utf8')).packages;
  return packages;
}

/** An optional package may be missing, but not the one that was built for this very machine. */
function mayBeMissing({ optional, os, cpu, libc }) {
  const isForHere = os?.includes(process.platform) && cpu?.includes(process.arch) && !libc;
  return optional === true && !isForHere;
}

function install() {
  const began = Date.now();
  process.stderr.write('Installing what is missing, once; this takes about half a minute … ');
  const { command, first } = npm();
  const asked = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const done = spawnSync(command, [...first, ...asked, '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32' && first.length === 0,
  });
  if (done.status === 0) {
    process.stderr.write(`done in ${Math.round((Date.now() - began) / 1000)} s.\n`);
    return;
  }
  process.stderr.write('failed.\n');
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  fail('`npm ci` failed (above is what npm said): check that the npm registry can be reached, then run this again.');
}

/** The npm that called us, or the one on the PATH. */
function npm() {
  const caller = process.env.npm_execpath;
  return caller?.endsWith('.js') ? { command: process.execPath, first: [caller] } : { command: 'npm', first: [] };
}
