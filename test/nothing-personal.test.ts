import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { demoEchos } from '../infra/local/demo-council/demo-echos.ts';
import { DEMO_HOMES } from '../infra/local/demo-council/demo-homes.ts';
import { DEMO_PEOPLE } from '../infra/local/demo-people.ts';
import { LOCAL_SKILL_ID } from '../infra/local/skill-model.ts';

const ROOT = join(import.meta.dirname, '..');

/** Suites that go through every door: voice, pages, tick, bells, Alexa's APIs, and the bundles as they are deployed. */
const SUITES = ['test/journeys/who-is-coming.test.ts', 'test/bundles/lambdas.test.ts'];

/** Everything that would point to one of the invented people if it were printed. Short first names are left to their surnames. */
const canaries = (): readonly string[] => {
  const residents = DEMO_HOMES.flatMap((home) => home.residents);
  const surnames = [...residents.map(({ fullName }) => fullName), ...DEMO_PEOPLE.map(({ name }) => name)].map(
    (name) => name.split(' ').at(-1) ?? name,
  );
  const echos = demoEchos(DEMO_HOMES, LOCAL_SKILL_ID);
  return [
    ...surnames.filter((name) => name.length > 3),
    ...residents.map(({ id }) => id),
    ...DEMO_HOMES.map(({ label }) => label),
    ...echos.flatMap(({ userId, deviceId }) => [userId, deviceId]),
    'amzn1.ask.account',
  ];
};

const wholeWords = (text: string): RegExp =>
  new RegExp(`(?<![\\w-])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'i');

const outputOf = async (suites: readonly string[]): Promise<{ readonly code: unknown; readonly output: string }> => {
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--test', ...suites], {
    cwd: ROOT,
    env: { ...env, BELLBIRD_SHOW_LOG: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = await once(child, 'exit');
  return { code, output };
};

describe('nothing personal is ever printed', () => {
  test('a name, an id or a home that is printed is found', () => {
    const line = '{"code":"x","reason":"Rosa Bennett"} rosa-bennett at Flat 3, Gull Court, Port Haven';
    const found = canaries().filter((canary) => wholeWords(canary).test(line));
    assert.deepEqual([...new Set(found)].sort(), ['Bennett', 'Flat 3, Gull Court, Port Haven', 'rosa-bennett']);
  });

  test('SEC-23 the suites run, and no name, id, home or account stands in anything they print', async () => {
    const { code, output } = await outputOf(SUITES);
    assert.equal(code, 0, 'the suites themselves are green');
    for (const code of ['skill.turn', 'tick.done', 'deliver.done', 'console.request']) {
      assert.ok(output.includes(code), `${code} was logged`);
    }
    const printed = canaries().filter((canary) => wholeWords(canary).test(output));
    assert.deepEqual(printed, [], 'what was printed');
  });
});
