import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, test } from 'node:test';
import { SQSClient } from '@aws-sdk/client-sqs';
import { signedBell } from '../../../lambda/adapters/sqs/signed-bell.ts';
import { sqsBell } from '../../../lambda/adapters/sqs/sqs-bell.ts';
import type { Bell, BellKey } from '../../../lambda/core/delivery/bell.ts';
import { bellText } from '../../../lambda/core/delivery/bell-message.ts';
import { localCalls } from '../../contracts/signed-table-on-trial.ts';

const QUEUES = { urgent: 'https://sqs.example/urgent', routine: 'https://sqs.example/routine' };
const keys = (count: number): readonly BellKey[] =>
  Array.from({ length: count }, (_, n) => ({ council: 'harbour', residentId: 'rosa', id: `d${n}` }));

type Message = { readonly QueueUrl: string; readonly MessageBody: string; readonly DelaySeconds: number };
type Asked = { readonly target: unknown; readonly type: unknown; readonly message: Message };

/** What SQS is asked while `ring` runs, by a stand-in that answers with `status`. */
const asked = async (bellAt: (endpoint: string) => Bell, ring: (bell: Bell) => Promise<void>, status = 200) => {
  const heard: Asked[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const message: Message = JSON.parse(body);
      heard.push({ target: request.headers['x-amz-target'], type: request.headers['content-type'], message });
      const MD5OfMessageBody = createHash('md5').update(message.MessageBody).digest('hex');
      const answer = status === 200 ? { MessageId: '1', MD5OfMessageBody } : { __type: 'com.amazonaws.sqs#Refused' };
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await ring(bellAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
    return heard;
  } finally {
    server.close();
    server.closeAllConnections();
  }
};

const signed = (endpoint: string): Bell => signedBell({ ...localCalls(endpoint), queues: QUEUES });
const throughSdk = (endpoint: string): Bell => {
  const { region, credentials } = localCalls(endpoint);
  // The SDK would send to the host in the queue's URL, which is no machine here.
  return sqsBell(new SQSClient({ region, credentials, endpoint, useQueueUrlAsEndpoint: false }), QUEUES);
};

describe('a bell without the SDK', () => {
  test('asks SQS exactly as the SDK does', async () => {
    const ring = (bell: Bell) => bell.ring(keys(2), 'urgent', 90_000);
    assert.deepEqual(await asked(signed, ring), await asked(throughSdk, ring));
  });

  test('names at most a hundred keys each time, on the lane asked for', async () => {
    const heard = await asked(signed, (bell) => bell.ring(keys(101), 'routine', 0));
    assert.deepEqual(
      heard.map(({ message }) => message.MessageBody),
      [bellText(keys(100)), bellText(keys(101).slice(100))],
    );
    assert.ok(heard.every(({ message }) => message.QueueUrl === QUEUES.routine));
  });

  test('is never early and waits at most the fifteen minutes that SQS allows', async () => {
    const delays = async (delay: number) =>
      (await asked(signed, (bell) => bell.ring(keys(1), 'urgent', delay))).map(({ message }) => message.DelaySeconds);
    assert.deepEqual(await delays(1), [1]);
    assert.deepEqual(await delays(-1), [0]);
    assert.deepEqual(await delays(3_600_000), [900]);
  });

  test('that SQS does not take is a fault with SQS’s own word and nothing of what it names', async () => {
    await assert.rejects(
      asked(signed, (bell) => bell.ring(keys(1), 'urgent', 0), 400),
      { message: 'Refused' },
    );
  });
});
