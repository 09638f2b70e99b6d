import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, test } from 'node:test';
import { callAmazon } from '../../../lambda/adapters/amazon/call-amazon.ts';

/** What a call comes to at a server that answers with a text of so many letters. */
const calledWith = async (letters: number) => {
  const server = createServer((request, response) => {
    request.resume();
    response.statusCode = 502;
    response.end('x'.repeat(letters));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  try {
    return await callAmazon({ method: 'POST', url: `http://127.0.0.1:${port}/`, body: {}, within: 60_000 }, 't');
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

describe('an answer that is an error page', () => {
  test('D24 is passed over, and its status counts', async () => {
    assert.deepEqual(await calledWith(1_000), { kind: 'answered', status: 502, body: undefined });
  });

  test('D24 is not read to its end when it is huge: nobody knows what came of the call', async () => {
    assert.deepEqual(await calledWith(4 * 1024 * 1024), { kind: 'no-answer' });
  });
});
