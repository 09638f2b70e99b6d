import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, test } from 'node:test';
import aws4 from 'aws4';
import { type AwsJsonSettings, awsJsonCall } from '../../../lambda/adapters/aws-json/aws-json-call.ts';

const NOON = Date.parse('2026-11-24T12:00:00Z');
const CREDENTIALS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example', sessionToken: 'session' };
const SERVICE = { name: 'dynamodb', target: 'DynamoDB_20120810', contentType: 'application/x-amz-json-1.0' };

type Heard = { readonly headers: IncomingHttpHeaders; readonly body: string };
type Behaviour = (response: ServerResponse, n: number) => void;

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A service that behaves as told at the nth request, and our call to it. */
const calling = async (behave: Behaviour, settings: Partial<AwsJsonSettings> = {}) => {
  const heard: Heard[] = [];
  const waited: number[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push({ headers: request.headers, body });
      behave(response, heard.length);
    });
  })
    .on('connection', () => {
      connections += 1;
    })
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const call = awsJsonCall(SERVICE, {
    region: 'eu-west-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: CREDENTIALS,
    maxAttempts: 3,
    realNow: () => NOON,
    random: () => 0.5,
    wait: async (ms) => {
      waited.push(ms);
    },
    ...settings,
  });
  const fault = async (input: object = { secret: 'words' }) =>
    call('GetItem', input).then(
      () => assert.fail('it came through'),
      (thrown: Error & { $metadata?: { httpStatusCode?: number; requestId?: string } }) => thrown,
    );
  return { call, fault, heard, waited, connections: () => connections };
};

const json = (response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) => {
  response.sendDate = false;
  response.writeHead(status, headers).end(JSON.stringify(body));
};
const refusal = (name: string) => ({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'quotes a key' });

describe('a signed call', () => {
  test('carries its operation, its time, the session and a signature that the same key makes again', async () => {
    const { call, heard } = await calling((response) => json(response, 200, { Item: {} }));
    assert.deepEqual(await call('GetItem', { TableName: 'bellbird' }), { Item: {} });
    const { headers, body } = heard[0] ?? assert.fail();
    assert.equal(headers['x-amz-target'], 'DynamoDB_20120810.GetItem');
    assert.equal(headers['x-amz-date'], '20261124T120000Z');
    assert.equal(headers['x-amz-security-token'], 'session');
    const again = aws4.sign(
      {
        host: headers.host ?? '',
        path: '/',
        method: 'POST',
        service: 'dynamodb',
        region: 'eu-west-1',
        headers: {
          'Content-Type': SERVICE.contentType,
          'X-Amz-Date': '20261124T120000Z',
          'X-Amz-Target': 'DynamoDB_20120810.GetItem',
        },
        body,
      },
      CREDENTIALS,
    );
    assert.equal(headers.authorization, again.headers?.Authorization);
  });

  test('keeps its connection for the next one', async () => {
    const { call, connections } = await calling((response) => json(response, 200, {}));
    await call('GetItem', {});
    await call('GetItem', {});
    assert.equal(connections(), 1);
  });

  test('D33 is tried again with growing, jittered waits when it is throttled or the service fails', async () => {
    const { call, heard, waited } = await calling((response, n) => {
      if (n === 1) json(response, 400, refusal('ThrottlingException'));
      else if (n === 2) json(response, 503, {});
      else json(response, 200, { done: true });
    });
    assert.deepEqual(await call('GetItem', { a: 1 }), { done: true });
    assert.deepEqual(waited, [50, 100]);
    assert.equal(new Set(heard.map(({ body }) => body)).size, 1);
  });

  test('is given up after as many tries as are set, with the name of the last refusal', async () => {
    const { fault, heard } = await calling((response) =>
      json(response, 400, refusal('ProvisionedThroughputExceededException'), { 'x-amzn-requestid': 'r1' }),
    );
    const { name, message, $metadata } = await fault();
    assert.deepEqual(
      [name, message, $metadata],
      [
        'ProvisionedThroughputExceededException',
        'ProvisionedThroughputExceededException',
        { httpStatusCode: 400, requestId: 'r1' },
      ],
    );
    assert.equal(heard.length, 3);
  });

  test('that the service refuses is not tried again', async () => {
    for (const name of ['ConditionalCheckFailedException', 'AccessDeniedException', 'ValidationException']) {
      const { fault, heard } = await calling((response) => json(response, 400, refusal(name)));
      assert.equal((await fault()).name, name);
      assert.equal(heard.length, 1);
    }
  });

  test('is tried again when the connection breaks, before or in the middle of the answer', async () => {
    const { call } = await calling((response, n) => {
      if (n === 1) response.destroy();
      else if (n === 2) {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"half":', () => response.destroy());
      } else json(response, 200, { whole: true });
    });
    assert.deepEqual(await call('GetItem', {}), { whole: true });
  });

  test('D23 that is never answered is given up within its time', async () => {
    const { fault, heard } = await calling(() => undefined, {
      maxAttempts: 2,
      limits: { connect: 1_000, answer: 30 },
    });
    assert.equal((await fault()).name, 'TimeoutError');
    assert.equal(heard.length, 2);
  });

  test('that nobody listens for is unreachable, by the name of the system', async () => {
    const { fault } = await calling(() => undefined, { endpoint: 'http://127.0.0.1:1' });
    assert.equal((await fault()).name, 'ECONNREFUSED');
  });

  test('D24 answered with a page, or with far too much, is a fault that quotes nothing', async () => {
    const page = await calling((response) => response.writeHead(200).end('<html>secret</html>'));
    assert.equal((await page.fault()).message, 'UnreadableAnswer');
    const large = await calling((response) => response.writeHead(200).end(Buffer.alloc(5 * 1024 * 1024, 32)));
    assert.equal((await large.fault()).message, 'AnswerTooLarge');
  });

  test('T10 whose time is refused goes out again with the time of the service, and so do those after it', async () => {
    const ahead = new Date(NOON + 10 * 60_000).toUTCString();
    const { call, heard, waited } = await calling((response, n) => {
      if (n === 1) json(response, 400, refusal('InvalidSignatureException'), { date: ahead });
      else json(response, 200, {}, { date: ahead });
    });
    await call('GetItem', {});
    await call('GetItem', {});
    const times = heard.map(({ headers }) => headers['x-amz-date']);
    assert.deepEqual(times, ['20261124T120000Z', '20261124T121000Z', '20261124T121000Z']);
    assert.deepEqual(waited, []);
  });

  test('whose signature is refused while the clocks agree is not tried again', async () => {
    const { fault, heard } = await calling((response) =>
      json(response, 400, refusal('InvalidSignatureException'), { date: new Date(NOON).toUTCString() }),
    );
    assert.equal((await fault()).name, 'InvalidSignatureException');
    assert.equal(heard.length, 1);
  });
});
