import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { inTemporaryFolder } from '../../support/temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../../..');

type Report = Readonly<Record<string, unknown>> & { readonly speech: string | null; readonly open: boolean };

const ask = async (...args: readonly string[]): Promise<readonly Report[]> => {
  const command = ['--disable-warning=ExperimentalWarning', 'infra/local/ask.ts', ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: ROOT });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

const refusal = (...args: readonly string[]): Promise<string> =>
  ask(...args).then(
    () => assert.fail('it was not refused'),
    (fault) => {
      assert.equal(fault.code, 2);
      return String(fault.stderr);
    },
  );

describe('npm run ask', () => {
  test('says one phrase at a fixed time and prints all that came of it', async () => {
    const [report] = await ask("who's coming tomorrow");
    assert.deepEqual(Object.keys(report ?? {}), [
      'phrase',
      'heard',
      'intent',
      'family',
      'slots',
      'safety',
      'outcome',
      'speech',
      'reprompt',
      'open',
      'card',
      'changed',
    ]);
    assert.equal(report?.intent, 'WhoIsComingIntent');
    assert.equal(report?.family, 'visits');
    assert.equal(report?.outcome, 'visits');
    assert.deepEqual(report?.slots, { day: { said: '2026-11-25', value: '2026-11-25' } });
  });

  test('strips the wake word and the invocation as Alexa would', async () => {
    const [bare, invoked] = await Promise.all([ask('what day is it'), ask('Alexa, ask bell bird what day it is')]);
    assert.equal(bare[0]?.intent, invoked[0]?.intent);
    assert.equal(bare[0]?.speech, invoked[0]?.speech);
  });

  test('tells the class of a safety phrase, and that it wrote a count and nothing else', async () => {
    const [report] = await ask("I've fallen");
    assert.equal(report?.safety, 'urgent');
    assert.equal(report?.family, 'safety');
    assert.deepEqual(report?.changed, [{ kind: 'safety-count', how: 'add' }]);
  });

  test('says what was written', async () => {
    const [report] = await ask('speak slower');
    assert.deepEqual(report?.changed, [
      { kind: 'resident', how: 'put' },
      { kind: 'home-signs', how: 'mark' },
    ]);
  });

  test('asks each phrase of a file alone, one line of JSON for each', () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, 'phrases.txt');
      await writeFile(file, '# phrases\nopen bell bird\n\nspeak slower\nwhat day is it\n');
      const reports = await ask('--file', file, '--at', '2026-11-28T21:00', '--resident', 'doreen-catchpole');
      assert.deepEqual(
        reports.map(({ phrase }) => phrase),
        ['open bell bird', 'speak slower', 'what day is it'],
      );
      assert.match(reports[2]?.speech ?? '', /Saturday the 28th of November/);
    }));

  test('runs a talk with a silence, a pause and a new session', () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, 'talk.txt');
      await writeFile(file, 'open bell bird\n(silence)\n(new session)\n(+5 hours)\nopen bell bird\nyes\n');
      const [welcome, silence, later, done] = await ask('--script', file);
      assert.match(welcome?.speech ?? '', /What would you like\?$/);
      assert.equal(silence?.phrase, '(silence)');
      assert.notEqual(silence?.speech, welcome?.speech);
      assert.match(later?.speech ?? '', /Is it done\?$/, 'the reminder of three o’clock is due by now');
      assert.match(done?.speech ?? '', /^Thank you/);
    }));

  test('what cannot be meant is one line that says what to do', async () => {
    assert.match(await refusal(), /npm run ask/);
    assert.match(await refusal('hello', '--resident', 'nobody-here'), /no resident nobody-here/);
    assert.match(await refusal('hello', '--at', 'teatime'), /2026-11-24T10:00/);
    assert.match(await refusal('--file', '/no/such/file'), /cannot be read/);
    assert.match(await refusal('hello', '--resident', 'colin-farrow'), /has no Echo/);
  });
});
