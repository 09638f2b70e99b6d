import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openDataFolder, StartProblem } from '../../../infra/local/data-folder.ts';
import { openPort } from '../../../infra/local/http/listen.ts';
import { localSettings } from '../../../infra/local/local-settings.ts';
import { demoEnvelope, echoOf } from '../../support/demo-envelope.ts';
import { runBellbird } from '../../support/running-bellbird.ts';
import { inTemporaryFolder } from '../../support/temporary-folder.ts';

const oneLine = (pattern: RegExp) => (fault: unknown) => {
  assert.ok(fault instanceof StartProblem);
  assert.match(fault.message, pattern);
  assert.doesNotMatch(fault.message, /\n/);
  return true;
};

describe('starting on one machine', () => {
  test('a port that is taken is one line that names another', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    try {
      await assert.rejects(openPort(port), oneLine(/in use.*PORT=\d+ npm start/));
    } finally {
      other.close();
    }
  });

  test('a data folder that cannot be written is one line that says what to do', () =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'a-file'), '');
      await assert.rejects(
        openDataFolder(join(folder, 'a-file', 'data'), false),
        oneLine(/cannot be written.*DATA_DIR=/),
      );
    }));

  test('a file of the data folder that cannot be read says how to begin again, and is left as it is', () =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'clock.json'), '{');
      const opened = await openDataFolder(folder, false);
      await assert.rejects(opened.readAhead(), oneLine(/--reset/));
      assert.equal(await readFile(join(folder, 'clock.json'), 'utf8'), '{');
    }));

  test('a reset removes what Bellbird wrote and nothing else', () =>
    inTemporaryFolder(async (folder) => {
      const before = await openDataFolder(folder, false);
      await before.writeAhead(5_000);
      await mkdir(join(folder, 'photographs'));
      const after = await openDataFolder(folder, true);
      assert.equal(await after.readAhead(), 0);
      assert.notDeepEqual(after.keys, before.keys);
      await chmod(join(folder, 'photographs'), 0o700);
    }));

  test('a PORT or an option that means nothing is refused', () => {
    assert.throws(() => localSettings([], { PORT: 'four thousand' }, '/'), oneLine(/PORT must be a number/));
    assert.throws(() => localSettings([], { PORT: '65536' }, '/'), oneLine(/PORT must be a number/));
    assert.throws(() => localSettings(['--rest'], {}, '/'), oneLine(/--reset/));
    assert.equal(localSettings([], { PORT: '65535' }, '/').port, 65_535);
    assert.equal(localSettings([], {}, '/').port, 4000);
  });
});

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/alexa`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** What a request gets that names another host than the one it reached. */
const statusAsHost = (url: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });

describe('the whole system as npm start runs it', () => {
  test('answers at its doors, ends cleanly at Ctrl-C, and has lost nothing when it starts again', () =>
    inTemporaryFolder(async (dataDir) => {
      const rosa = echoOf('rosa-bennett');
      const first = await runBellbird(dataDir);
      const health = await fetch(`${first.url}/health`);
      assert.equal(health.status, 200);
      assert.equal(JSON.parse(await health.text()).status, 'up');

      const answered = await post(first.url, demoEnvelope(rosa));
      assert.equal(answered.status, 200);
      assert.match(await answered.text(), /Hello Rosa/);

      const malformed = await post(first.url, '{"version":"1.0"}');
      assert.equal(malformed.status, 400);
      assert.equal((await malformed.text()).trim().split('\n').length, 1);
      assert.equal((await post(first.url, 'not json')).status, 400);
      assert.equal((await post(first.url, demoEnvelope(rosa, undefined, 'amzn1.ask.skill.other'))).status, 403);
      assert.equal((await fetch(`${first.url}/no-such-page`)).status, 404);
      assert.equal(
        await statusAsHost(first.url, 'evil.example'),
        421,
        'SEC-43: a page elsewhere cannot reach it by a name',
      );
      assert.equal(await statusAsHost(first.url, `localhost:${new URL(first.url).port}`), 200);

      const slower = await post(
        first.url,
        demoEnvelope(rosa, {
          name: 'ChangeSpeechIntent',
          confirmationStatus: 'NONE',
          slots: {
            speechChange: {
              name: 'speechChange',
              value: 'slower',
              confirmationStatus: 'NONE',
              resolutions: {
                resolutionsPerAuthority: [
                  {
                    authority: 'test',
                    status: { code: 'ER_SUCCESS_MATCH' },
                    values: [{ value: { name: 'slower', id: 'SLOWER' } }],
                  },
                ],
              },
            },
          },
        }),
      );
      assert.match(await slower.text(), /more slowly/);
      assert.equal(await first.stop(), 0);
      assert.match(first.printed(), /ready: http:\/\/127\.0\.0\.1:\d+/);
      assert.doesNotMatch(first.printed(), /Rosa|Bennett|amzn1/);

      const again = await runBellbird(dataDir);
      const after = await post(again.url, demoEnvelope(rosa));
      assert.match(await after.text(), /prosody rate=\\?"90%/, 'what was changed by voice still holds');
      assert.equal(await again.stop(), 0);
    }));
});
