import assert from 'node:assert/strict';
import { request } from 'node:http';
import { describe, test } from 'node:test';
import { isForThisMachine } from '../../../../infra/local/http/loopback-only.ts';
import { PEOPLE_HOSTS } from '../../../../infra/local/http/people-hosts.ts';
import { oneClick } from '../../../../infra/local/sign-in/one-click.ts';
import { aDayInTown } from '../../../support/demo-town.ts';

type Answer = { readonly status: number; readonly headers: Record<string, string | string[] | undefined> };

/** What a request gets that names another host than the address it reaches, as a browser's does. */
const askAs = (url: string, host: string, cookie = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = cookie === '' ? { host } : { host, cookie };
    request(url, { headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    })
      .on('error', reject)
      .end();
  });

const named = (host: string) => isForThisMachine(new Request('http://127.0.0.1/', { headers: { host } }));

describe('the host names of the demo’s people', () => {
  const town = aDayInTown();
  const port = () => new URL(town().url).port;

  test('are exactly three; any other name is still refused (SEC-43)', () => {
    for (const host of PEOPLE_HOSTS) assert.ok(named(`${host}:4000`), host);
    for (const host of [
      'evil.localhost:4000',
      'x.carer.localhost:4000',
      'carer.localhost.evil.example',
      'carer.localhost.',
      'carerxlocalhost',
      'evil.example',
      '',
    ])
      assert.ok(!named(host), host);
  });

  test('answer with the console alone: no living room, no Echo, no sign-in, no Alexa', async () => {
    const host = `carer.localhost:${port()}`;
    assert.equal((await askAs(`${town().url}/here`, host)).status, 204);
    assert.equal((await askAs(`${town().url}/console/sign-in`, host)).status, 200);
    for (const path of ['/', '/echo', '/sign-in/.well-known/openid-configuration', '/screen', '/health', '/clock'])
      assert.equal((await askAs(`${town().url}${path}`, host)).status, 404, path);
  });

  test('one click begins the console’s own sign-in, says who it is, and where to lead', async () => {
    const path = '/console/sign-in/start?as=dan-bennett&to=/console/residents/rosa-bennett';
    const { status, headers } = await askAs(`${town().url}${path}`, `carer.localhost:${port()}`);
    assert.equal(status, 303);
    const provider = new URL(String(headers.location));
    assert.equal(provider.origin, town().url);
    assert.equal(provider.searchParams.get('login_hint'), 'dan-bennett');
    assert.equal(
      provider.searchParams.get('redirect_uri'),
      `http://carer.localhost:${port()}/console/sign-in/callback`,
    );
    const cookies = [headers['set-cookie']].flat().map(String);
    assert.ok(cookies.some((cookie) => cookie.startsWith('bellbird-return=%2Fconsole%2Fresidents%2Frosa-bennett')));
    assert.ok(
      cookies.every((cookie) => !/domain=/i.test(cookie)),
      'a cookie is for its own host alone',
    );
  });

  test('take no form of one another: each console knows its own origin alone, as in production', async () => {
    const postFrom = (origin: string): Promise<number> =>
      new Promise((resolve, reject) => {
        const headers = {
          host: `writer.localhost:${port()}`,
          origin,
          'content-type': 'application/x-www-form-urlencoded',
        };
        request(`${town().url}/console/sign-out`, { method: 'POST', headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        })
          .on('error', reject)
          .end('token=x');
      });
    assert.equal(await postFrom(`http://carer.localhost:${port()}`), 403);
    assert.equal(await postFrom(town().url), 403);
    assert.equal(await postFrom(`http://writer.localhost:${port()}`), 303, 'its own: nobody is signed in there');
  });

  test('whoever is nobody of the demo is asked who they are, as ever', async () => {
    const start = await fetch(`${town().url}/console/sign-in/start?as=nobody-at-all`, { redirect: 'manual' });
    const asks = await fetch(start.headers.get('location') ?? '', { redirect: 'manual' });
    const page = await fetch(new URL(asks.headers.get('location') ?? '', town().url), {
      headers: {
        cookie: asks.headers
          .getSetCookie()
          .map((line) => line.split(';')[0])
          .join('; '),
      },
    });
    assert.match(await page.text(), /Who are you\?/);
  });
});

describe('a one-click address', () => {
  const answered = () =>
    new Response(null, { status: 303, headers: { location: 'http://127.0.0.1/sign-in/auth?x=1' } });
  const locationOf = (path: string) => oneClick(new Request(`http://127.0.0.1${path}`), answered());

  test('changes nothing but the start of a sign-in', () => {
    assert.equal(
      locationOf('/console/residents?as=dan-bennett').headers.get('location'),
      'http://127.0.0.1/sign-in/auth?x=1',
    );
    assert.equal(locationOf('/console/sign-in/start').headers.get('location'), 'http://127.0.0.1/sign-in/auth?x=1');
  });

  test('leads nowhere but into the console', () => {
    for (const to of ['//evil.example/console', 'https://evil.example', '/console/../x', '/console/\\evil', '/sign-in'])
      assert.deepEqual(
        locationOf(`/console/sign-in/start?as=dan-bennett&to=${encodeURIComponent(to)}`).headers.getSetCookie(),
        [],
        to,
      );
  });
});
