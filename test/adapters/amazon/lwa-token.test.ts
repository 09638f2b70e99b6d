import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import { postJson } from '../../../lambda/adapters/amazon/call-amazon.ts';
import { lwaToken } from '../../../lambda/adapters/amazon/lwa-token.ts';

const SECRET = 'a secret+&=%';

/** A Login with Amazon and one API on loopback: each token is good for so many calls. */
const amazon = async (goodFor: number) => {
  let fetched = 0;
  let calls = 0;
  const forms: URLSearchParams[] = [];
  const address = Promise.withResolvers<number>();
  const token = async (request: Request) => {
    forms.push(new URLSearchParams(await request.text()));
    fetched += 1;
    return Response.json({ access_token: `token-${fetched}`, expires_in: 3_600 });
  };
  const server = serve(
    {
      port: 0,
      hostname: '127.0.0.1',
      fetch: async (request) => {
        if (request.url.endsWith('/token')) return token(request);
        if (request.url.endsWith('/forbids')) return new Response(null, { status: 403 });
        calls += 1;
        const isGood = request.headers.get('authorization') === `Bearer token-${fetched}`;
        const isOver = fetched === 1 && calls > goodFor;
        return new Response(null, { status: isGood && !isOver ? 202 : 401 });
      },
    },
    ({ port }) => address.resolve(port),
  );
  const url = `http://127.0.0.1:${await address.promise}`;
  const grant = { grant_type: 'client_credentials', client_id: 'skill', client_secret: SECRET, scope: 'alexa::x' };
  return { server, url, forms, settings: { tokenUrl: `${url}/token`, grant }, fetched: () => fetched };
};

describe('access tokens', () => {
  test('one that expires in the middle of 500 calls costs one refresh, and every call gets through', async () => {
    const { server, url, settings, fetched } = await amazon(250);
    try {
      const accessToken = lwaToken(settings, () => 0);
      const statuses: number[] = [];
      const worker = async (calls: number) => {
        for (let n = 0; n < calls; n += 1) {
          const posted = await postJson(`${url}/api`, accessToken, { n });
          statuses.push(posted.kind === 'answered' ? posted.status : 0);
        }
      };
      await Promise.all(Array.from({ length: 20 }, () => worker(25)));
      assert.equal(statuses.length, 500);
      assert.ok(statuses.every((status) => status === 202));
      assert.equal(fetched(), 2, 'the first token, and one refresh');
    } finally {
      server.close();
    }
  });

  test('a token is left behind a minute before it ends, and workers that then ask together share one fetch', async () => {
    const { server, settings, fetched } = await amazon(Infinity);
    try {
      let now = 0;
      const accessToken = lwaToken(settings, () => now);
      await accessToken();
      now = 3_539_999;
      await accessToken();
      assert.equal(fetched(), 1);
      now = 3_540_000;
      const tokens = await Promise.all(Array.from({ length: 50 }, () => accessToken()));
      assert.equal(fetched(), 2);
      assert.ok(tokens.every((token) => token === 'token-2'));
    } finally {
      server.close();
    }
  });

  test('a refused token is not given again, however late the refusal comes', async () => {
    const { server, settings, fetched } = await amazon(Infinity);
    try {
      const accessToken = lwaToken(settings, () => 0);
      const first = await accessToken();
      assert.equal(await accessToken({ refused: first }), 'token-2');
      assert.equal(await accessToken({ refused: first }), 'token-2', 'it was replaced already');
      assert.equal(fetched(), 2);
    } finally {
      server.close();
    }
  });

  test('a 403 that may mean the token or the account costs at most one fetch in five minutes', async () => {
    const { server, url, settings, fetched } = await amazon(Infinity);
    try {
      let now = 0;
      const accessToken = lwaToken(settings, () => now);
      for (let n = 0; n < 20; n += 1) await postJson(`${url}/forbids`, accessToken, {}, 403);
      assert.equal(fetched(), 1, 'a young token is not suspected');
      now = 6 * 60_000;
      await Promise.all(Array.from({ length: 20 }, () => postJson(`${url}/forbids`, accessToken, {}, 403)));
      assert.equal(fetched(), 2, 'an older one is, once');
    } finally {
      server.close();
    }
  });

  test('a secret with a plus, an ampersand and a per cent sign arrives as it is', async () => {
    const { server, settings, forms } = await amazon(Infinity);
    try {
      await lwaToken(settings, () => 0)();
      assert.equal(forms[0]?.get('client_secret'), SECRET);
    } finally {
      server.close();
    }
  });

  test('a fetch that failed is tried afresh by the next caller', async () => {
    const { server, settings } = await amazon(Infinity);
    try {
      let isDown = true;
      const failing = {
        ...settings,
        get tokenUrl() {
          return isDown ? 'http://127.0.0.1:1/token' : settings.tokenUrl;
        },
      };
      const accessToken = lwaToken(failing, () => 0);
      await assert.rejects(accessToken());
      isDown = false;
      assert.equal(await accessToken(), 'token-1');
    } finally {
      server.close();
    }
  });
});
