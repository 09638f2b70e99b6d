import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { localSignIn } from '../../../infra/local/sign-in/local-sign-in.ts';
import { oidcSignIn, personOf } from '../../../lambda/adapters/oidc/oidc-sign-in.ts';
import { randomToken } from '../../../lambda/adapters/oidc/random-token.ts';

const PEOPLE = [
  { id: 'carer-mark', name: 'Mark Ellis', role: 'carer', council: 'harbour', note: '' },
  { id: 'officer-priya', name: 'Priya Shah', role: 'officer', council: 'harbour', note: '' },
] as const;

/** A provider on loopback and the console's side of it. */
const withProvider = async (use: (given: Given) => Promise<void>): Promise<void> => {
  const server = createServer((request, response) => local.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const place = { origin, path: '/sign-in', consoleUrl: `${origin}/console` };
  const local = localSignIn(PEOPLE, place, { now: () => Date.now(), onFault: (fault) => assert.fail(String(fault)) });
  const signIn = oidcSignIn({ ...local, redirectUri: `${origin}/console/sign-in/callback` });
  try {
    await use({ origin, local, signIn });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
};
type Given = {
  origin: string;
  local: ReturnType<typeof localSignIn>;
  signIn: ReturnType<typeof oidcSignIn>;
};

/** Goes through the provider's pages as a browser does; returns the address it is sent back to. */
const choose = async (location: string, person: string): Promise<string> => {
  const jar = new Map<string, string>();
  const go = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', ...init, headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
  const began = await go(location);
  const page = new URL(began.headers.get('location') ?? '', location).href;
  await (await go(page)).text();
  const chosen = await go(page, { method: 'POST', body: new URLSearchParams({ person }) });
  return (await go(chosen.headers.get('location') ?? '')).headers.get('location') ?? '';
};

describe('signing in at an OpenID provider', () => {
  test('asks with PKCE, state and nonce, and for a fresh proof of who it is', async () => {
    await withProvider(async ({ origin, signIn }) => {
      const { location, signingIn } = await signIn.begin();
      const asked = new URL(location).searchParams;
      assert.equal(asked.get('response_type'), 'code');
      assert.equal(asked.get('code_challenge_method'), 'S256');
      assert.equal(asked.get('scope'), 'openid');
      assert.equal(asked.get('prompt'), 'login');
      assert.equal(asked.get('redirect_uri'), `${origin}/console/sign-in/callback`);
      assert.equal(asked.get('state'), signingIn.state);
      assert.equal(asked.get('nonce'), signingIn.nonce);
      assert.ok(!location.includes(signingIn.verifier), 'the verifier stays with us');
      const other = await signIn.begin();
      assert.notEqual(other.signingIn.state, signingIn.state);
      assert.notEqual(other.signingIn.verifier, signingIn.verifier);
    });
  });

  for (const { id, role, council } of PEOPLE) {
    test(`brings back who it is, as ${role}, and of which council`, async () => {
      await withProvider(async ({ signIn }) => {
        const { location, signingIn } = await signIn.begin();
        const back = await choose(location, id);
        assert.deepEqual(await signIn.complete(back, signingIn), {
          kind: 'signed-in',
          person: { id, role, council },
        });
      });
    });
  }

  test('refuses a code that was used, and an answer meant for another state, nonce or verifier', async () => {
    await withProvider(async ({ signIn }) => {
      const { location, signingIn } = await signIn.begin();
      const back = await choose(location, 'carer-mark');
      const refused = { kind: 'refused', reason: 'not-from-our-provider' };
      assert.deepEqual(await signIn.complete(back, { ...signingIn, state: 'another' }), refused);
      assert.deepEqual(await signIn.complete(back, { ...signingIn, verifier: 'x'.repeat(43) }), refused);
      const again = await signIn.begin();
      const next = await choose(again.location, 'carer-mark');
      assert.deepEqual(await signIn.complete(next, { ...again.signingIn, nonce: 'another' }), refused);
      assert.deepEqual(await signIn.complete(next, again.signingIn), refused, 'the code was used up');
    });
  });

  test('refuses an answer that says no, and one that says nothing', async () => {
    await withProvider(async ({ origin, signIn }) => {
      const { location, signingIn } = await signIn.begin();
      const back = await choose(location, '');
      assert.match(back, /error=access_denied/);
      assert.equal((await signIn.complete(back, signingIn)).kind, 'refused');
      assert.equal((await signIn.complete(`${origin}/console/sign-in/callback`, signingIn)).kind, 'refused');
    });
  });

  test('a provider that does not answer is a fault, and is asked again the next time', async () => {
    const gone = { issuer: 'http://127.0.0.1:1', clientId: 'a', clientSecret: 'b', redirectUri: 'http://127.0.0.1/x' };
    const signIn = oidcSignIn(gone);
    await assert.rejects(signIn.begin());
    await assert.rejects(signIn.begin());
  });

  test('plain http is spoken with this machine only', async () => {
    const far = { issuer: 'http://sign-in.example', clientId: 'a', clientSecret: 'b', redirectUri: 'http://x/y' };
    await assert.rejects(oidcSignIn(far).begin(), /HTTPS/i);
  });
});

describe('the claims', () => {
  const claims = { iss: 'i', sub: 'officer-1', aud: 'a', exp: 1, iat: 1 };

  test('a role is a claim of ours, or a Cognito group', () => {
    const person = { id: 'officer-1', role: 'officer', council: 'harbour' };
    const council = { 'bellbird:council': 'harbour' };
    assert.deepEqual(personOf({ ...claims, ...council, 'bellbird:role': 'officer' }), person);
    assert.deepEqual(personOf({ ...claims, ...council, 'cognito:groups': ['staff', 'officer'] }), person);
  });

  test('without a role or a council there is nobody', () => {
    assert.equal(personOf({ ...claims, 'bellbird:council': 'harbour' }), undefined);
    assert.equal(personOf({ ...claims, 'bellbird:council': 'harbour', 'bellbird:role': 'admin' }), undefined);
    assert.equal(personOf({ ...claims, 'bellbird:role': 'officer' }), undefined);
    assert.equal(personOf({ ...claims, 'bellbird:council': 5, 'bellbird:role': 'officer' }), undefined);
  });
});

test('a token has 256 random bits and may stand in a cookie', () => {
  const tokens = Array.from({ length: 100 }, randomToken);
  assert.equal(new Set(tokens).size, 100);
  for (const token of tokens) assert.match(token, /^[A-Za-z0-9_-]{43}$/);
});
