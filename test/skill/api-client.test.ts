import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, test } from 'node:test';
import { apiClient } from '../../lambda/skill/api-client.ts';

const serving = async (answer: (path: string) => { status: number; body: string }) => {
  const heard: { method: string; path: string; body: string; type: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    heard.push({
      method: request.method ?? '',
      path: request.url ?? '',
      body,
      type: request.headers['content-type'] ?? '',
    });
    const { status, body: text } = answer(request.url ?? '');
    response.writeHead(status, { 'Content-Type': 'application/json', 'X-Amzn-RequestId': 'one' }).end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return { url: `http://127.0.0.1:${address.port}`, heard, server };
};

describe('calling an API of Alexa', () => {
  test('a refusal is an answer, header keys are in lower case, and letters stay whole', async (t) => {
    const { url, heard, server } = await serving(() => ({ status: 403, body: '{"message":"café 🐦"}' }));
    t.after(() => server.close());
    const answered = await apiClient().invoke({
      url: `${url}/v1/directives`,
      method: 'POST',
      headers: [{ key: 'Content-Type', value: 'application/json' }],
      body: '{"speech":"One moment."}',
    });
    assert.equal(answered.statusCode, 403);
    assert.equal(answered.body, '{"message":"café 🐦"}');
    assert.ok(answered.headers.some(({ key, value }) => key === 'content-type' && value === 'application/json'));
    assert.ok(answered.headers.every(({ key }) => key === key.toLowerCase()));
    assert.deepEqual(heard, [
      { method: 'POST', path: '/v1/directives', body: '{"speech":"One moment."}', type: 'application/json' },
    ]);
  });

  test('a request without a body sends none; an API that does not answer is given up', async () => {
    const given: RequestInit[] = [];
    const client = apiClient(async (_url, init) => {
      given.push(init);
      return new Response('');
    });
    await client.invoke({ url: 'http://127.0.0.1/x', method: 'GET', headers: [], body: '' });
    assert.equal('body' in (given[0] ?? {}), false);
    assert.ok(given[0]?.signal instanceof AbortSignal);
  });
});
