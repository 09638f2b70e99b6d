import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as later } from 'node:timers/promises';
import { type Clone, freshClone, type Running } from './fresh-clone.ts';

/** Stands in for the system: says what reached it, and takes a moment to end, as one that saves something does. */
const system = `
console.log('up', process.pid, process.argv.slice(2).join(' '));
const open = setInterval(() => {}, 1000);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    console.log('heard', signal);
    clearInterval(open);
    setTimeout(() => { console.log('saved'); process.exit(7); }, 300);
  });
}
`;

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await later(20);
}

describe('npm start', () => {
  const clone = freshClone(true, { 'infra/local/main.ts': system });
  after(clone.remove);

  async function started(...args: string[]): Promise<Running> {
    const running = clone.start('start.mjs', ...args);
    await until(() => running.printed().includes('up'));
    return running;
  }

  test('hands its arguments on, and a signal once however often it comes at once', async () => {
    const running = await started('--reset');
    assert.match(running.printed(), /--reset/);
    for (let times = 0; times < 3; times += 1) {
      running.process.kill('SIGTERM');
      await later(20);
    }
    assert.deepEqual(await running.ended, [7, null], 'it ends as the system ended');
    assert.deepEqual(running.printed().match(/heard/g), ['heard']);
    assert.match(running.printed(), /saved/);
  });

  test('ends the system cleanly when its terminal is closed', async () => {
    const running = await started();
    running.process.kill('SIGHUP');
    await running.ended;
    assert.match(running.printed(), /heard SIGTERM\nsaved/);
  });

  test('takes the system along, cleanly, even when it is killed', async () => {
    const running = await started();
    running.process.kill('SIGKILL');
    await running.ended; // its output ends only when the system, too, has let go of it
    assert.match(running.printed(), /heard SIGTERM\nsaved/);
  });
});

describe('what is missing is installed', () => {
  const clones: Clone[] = [];
  after(() => {
    for (const clone of clones) clone.remove();
  });

  async function afterStart(
    installed: boolean,
    files: Record<string, string>,
  ): Promise<{ asked: string; printed: string }> {
    const clone = freshClone(installed, { 'infra/local/main.ts': 'process.exit(0)', ...files });
    clones.push(clone);
    const running = clone.start('start.mjs');
    await running.ended;
    return { asked: clone.askedOfNpm(), printed: running.printed() };
  }

  test('from the lock, with everything that tests need, and no install script', async () => {
    const { asked, printed } = await afterStart(false, {});
    assert.match(asked, /^ci --ignore-scripts --include=dev --include=optional/);
    assert.match(printed, /^Installing what is missing.*done in \d+ s\.\n$/);
  });

  test('again when the last install was broken off, or the lock has changed since', async () => {
    assert.match((await afterStart(false, { 'node_modules/hono/package.json': '{}' })).asked, /^ci/);
    const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'));
    const has = (changes: object) => ({
      'node_modules/.package-lock.json': JSON.stringify({ packages: { ...packages, ...changes } }),
    });
    const older = { 'node_modules/hono': { ...packages['node_modules/hono'], version: '0.0.1' } };
    assert.match((await afterStart(false, has(older))).asked, /^ci/);
    assert.match((await afterStart(false, has({ 'node_modules/removed-since': {} }))).asked, /^ci/);
  });

  test('not when it is there, and then nothing is said', async () => {
    assert.deepEqual(await afterStart(true, {}), { asked: '', printed: '' });
  });

  test('or npm is quoted and one line says what to do', async () => {
    const broken = "console.error('npm error network'); process.exitCode = 1;";
    const { printed } = await afterStart(false, { 'npm.js': broken });
    assert.match(printed, /failed\.\nnpm error network\n`npm ci` failed.*registry/);
  });
});

describe('npm test', () => {
  const passes = "import { test } from 'node:test';\ntest('a title', () => {});\n";
  const clone = freshClone(true, {
    'test/core/one.test.ts': passes,
    'test/core/deep/two.test.ts': passes,
    'test/skill/three.test.ts': "import { test } from 'node:test';\ntest('wrong', () => { throw new Error('no'); });\n",
  });
  after(clone.remove);

  async function tested(...words: string[]): Promise<{ code: unknown; printed: string }> {
    const running = clone.start('test.mjs', '--test-reporter=tap', ...words);
    const [code] = await running.ended;
    return { code, printed: running.printed() };
  }

  test('runs every test file, and fails when one fails', async () => {
    const { code, printed } = await tested();
    assert.equal(code, 1);
    assert.match(printed, /# tests 3\n(# .*\n)*# pass 2\n# fail 1/);
  });

  test('runs those that its words name, and ends with the counts', async () => {
    const { code, printed } = await tested('deep', 'one.test');
    assert.equal(code, 0);
    assert.match(printed, /# tests 2\n(# .*\n)*# pass 2\n(# .*\n)*$/);
  });

  test('says so when its words name none', async () => {
    assert.deepEqual(await tested('nowhere'), { code: 1, printed: 'No test file\'s path holds "nowhere".\n' });
  });
});
