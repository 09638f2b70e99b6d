import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { lwaToken } from '../../../lambda/adapters/amazon/lwa-token.ts';
import { idSealer } from '../../../lambda/adapters/secrets/echo-ids.ts';
import { amazonChannels } from '../../../lambda/entry/amazon-channels.ts';
import { anEcho } from '../../support/builders/people.ts';

/** A server on loopback that gives tokens and takes announcements, and counts what it is asked. */
const anAmazon = async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    request.resume().on('end', () => {
      const isToken = request.url?.includes('token') === true;
      response.writeHead(isToken ? 200 : 202, { 'content-type': 'application/json' });
      response.end(isToken ? JSON.stringify({ access_token: `t${asked.length}`, expires_in: 3600 }) : '{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return { asked, url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
};

test('D16 a token that ends among five hundred calls is renewed once for all of them', async () => {
  const amazon = await anAmazon();
  try {
    const time = { now: 0 };
    const token = lwaToken({ tokenUrl: `${amazon.url}/token`, grant: {} }, () => time.now);
    const ask = () => Promise.all(Array.from({ length: 500 }, () => token()));
    assert.equal(new Set(await ask()).size, 1);
    time.now += 3_600_000;
    assert.equal(new Set(await ask()).size, 1);
    const over = await token();
    const refused = await Promise.all(Array.from({ length: 500 }, () => token({ refused: over })));
    assert.equal(new Set(refused).size, 1);
    assert.equal(amazon.asked.length, 3);
  } finally {
    amazon.close();
  }
});

test('D57 an Echo that once named the address of another region is called at ours: a token goes nowhere else', async () => {
  const [ours, other] = [await anAmazon(), await anAmazon()];
  try {
    const channels = amazonChannels(
      {
        COUNCIL_SENDER: 'Harbour County Council',
        SEAL_KEY: 'seal',
        LWA_TOKEN_URL: `${ours.url}/token`,
        ALEXA_API_URL: ours.url,
        PROACTIVE_EVENTS_PATH: '/v1/proactiveEvents',
        SKILL_CLIENT_ID: 'skill',
        SKILL_CLIENT_SECRET: 'secret',
        PROPERTIES_CLIENT_ID: 'properties',
        PROPERTIES_CLIENT_SECRET: 'secret',
        PROPERTIES_REFRESH_TOKEN: 'refresh',
      },
      { clock: () => 0, realNow: () => 0 },
    );
    const sealedIds = idSealer('seal')({ userId: 'user', deviceId: 'device', endpointId: 'endpoint' });
    for (const kind of ['managed', 'consumer'] as const) {
      const echo = anEcho({ kind, sealedIds, apiEndpoint: other.url });
      const message = { council: 'harbour', echo, speech: 'Hello.', title: 'Bellbird', reference: 'r1' };
      const channel = channels[kind === 'managed' ? 'smart-properties' : 'proactive-events'];
      await channel.send([{ ...message, urgent: false, expiresAt: 3_600_000 }]);
    }
    assert.equal(ours.asked.length, 4, 'a token and a call for each Channel');
    assert.deepEqual(other.asked, []);
  } finally {
    ours.close();
    other.close();
  }
});
