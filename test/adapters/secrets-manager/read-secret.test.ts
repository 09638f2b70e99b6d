import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { isSecretName, secretReader } from '../../../lambda/adapters/secrets-manager/read-secret.ts';
import { localCalls } from '../../contracts/signed-table-on-trial.ts';

const ARN = 'arn:aws:secretsmanager:eu-west-2:111111111111:secret:bellbird/hash-AbCdEf';

const reading = async (answer: { readonly status: number; readonly body: object }) => {
  const asked: unknown[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push([request.headers['x-amz-target'], JSON.parse(body)]);
      response.writeHead(answer.status).end(JSON.stringify(answer.body));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const read = secretReader(localCalls(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  try {
    return { asked, came: await read(ARN).catch((fault: Error) => fault.message) };
  } finally {
    server.close();
    server.closeAllConnections();
  }
};

test('a setting that is the name of a secret is known from one that is a value', () => {
  assert.equal(isSecretName(ARN), true);
  assert.equal(isSecretName('a value'), false);
});

test('a secret is asked for by its name, and its text comes back', async () => {
  const { asked, came } = await reading({ status: 200, body: { SecretString: 'the key' } });
  assert.deepEqual(asked, [['secretsmanager.GetSecretValue', { SecretId: ARN }]]);
  assert.equal(came, 'the key');
});

test('SEC-25 a secret that may not be read, or that nobody has filled in, is a fault that says so and no more', async () => {
  assert.equal(
    (await reading({ status: 400, body: { __type: 'AccessDeniedException' } })).came,
    'AccessDeniedException',
  );
  assert.equal((await reading({ status: 200, body: { SecretBinary: 'x' } })).came, 'a secret has no text');
});
