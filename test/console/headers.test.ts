import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { visitor } from './support/visitor.ts';
import { aWorld } from './support/world.ts';

/** Every security header of every answer; the nonce is another one each time. */
const EXPECTED = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'nonce-…' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), web-share=(), xr-spatial-tracking=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

const securityHeaders = (response: Response): Record<string, string> => {
  const own = new Set(['content-type', 'cache-control', 'set-cookie', 'location', 'clear-site-data', 'content-length']);
  return Object.fromEntries(
    [...response.headers]
      .filter(([name]) => !own.has(name))
      .map(([name, value]): [string, string] => [name, value.replace(/nonce-[A-Za-z0-9+/=]+/, 'nonce-…')])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
};

describe('the headers of every answer (SEC-39)', async () => {
  const world = await aWorld();
  const mark = visitor(world);
  await mark.signIn('carer', 'carer-mark');
  const token = await mark.formToken();
  const stranger = visitor(world);
  const css = /href="([^"]+\.css)"/.exec(await (await stranger.ask('/console/sign-in')).text())?.[1] ?? '';
  const answers: [string, number, () => Promise<Response>][] = [
    ['a page', 200, () => mark.ask('/console/residents/res-margaret')],
    ['a public page', 200, () => stranger.ask('/console/privacy')],
    ['a redirect', 303, () => stranger.ask('/console/residents')],
    ['what is not there', 404, () => mark.ask('/console/nowhere')],
    ['a refused form', 403, () => mark.post('/console/sign-out', [])],
    ['a form with mistakes', 422, () => mark.post('/console/residents/res-margaret/diary/visit', [['token', token]])],
    ['what may not be done', 404, () => mark.ask('/console/homes')],
    ['a form that is too long', 413, () => mark.post('/console/sign-out', [['token', 'x'.repeat(70_000)]])],
    [
      'a fault',
      500,
      async () => {
        world.broken.now = true;
        const response = await mark.ask('/console/residents');
        world.broken.now = false;
        return response;
      },
    ],
    ['a style sheet', 200, () => stranger.ask(css)],
    ['a file that is not there', 404, () => stranger.ask('/console/assets/other.css')],
  ];

  for (const [what, status, ask] of answers) {
    test(`${what} (${status})`, async () => {
      const response = await ask();
      assert.equal(response.status, status);
      assert.deepEqual(securityHeaders(response), EXPECTED);
      const isFile = what === 'a style sheet';
      assert.equal(response.headers.get('cache-control'), isFile ? 'public, max-age=31536000, immutable' : 'no-store');
    });
  }

  test('a page’s own script carries the nonce of its own answer, which is another one each time', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await mark.ask('/console/residents');
        const allowed = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
        const scripts = [...(await response.text()).matchAll(/<script[^>]*nonce="([^"]*)"/g)].map(([, nonce]) => nonce);
        assert.deepEqual(scripts, [allowed]);
        return allowed;
      }),
    );
    assert.notEqual(nonces[0], nonces[1]);
  });

  test('a packed file has the type of what is in it', async () => {
    assert.equal((await stranger.ask(css)).headers.get('content-type'), 'text/css; charset=utf-8');
    for (const odd of ['/console/assets/__proto__', '/console/assets/constructor', '/console/assets/..%2Fconsole.json'])
      assert.equal((await stranger.ask(odd)).status, 404);
  });
});
