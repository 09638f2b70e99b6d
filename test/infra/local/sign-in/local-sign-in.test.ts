import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, mock, test } from 'node:test';
import { localSignIn } from '../../../../infra/local/sign-in/local-sign-in.ts';
import { memoryAdapter } from '../../../../infra/local/sign-in/memory-adapter.ts';
import { signInPage } from '../../../../infra/local/sign-in/sign-in-page.ts';
import { all, attribute, parsePage, textOf } from '../../../support/page.ts';

const MARK = {
  id: 'carer-mark',
  name: 'Mark <b>Ellis</b>',
  role: 'carer',
  council: 'harbour',
  note: 'son & carer',
} as const;
const PRIYA = { id: 'officer-priya', name: 'Priya Shah', role: 'officer', council: 'harbour', note: '' } as const;

describe('the demo’s sign-in', () => {
  let handle: ReturnType<typeof localSignIn>['handle'];
  let origin = '';
  const printed: string[] = [];
  const spies = (['log', 'info', 'warn', 'error'] as const).map((name) =>
    mock.method(console, name, (...words: unknown[]) => void printed.push(words.join(' '))),
  );
  const server = createServer((request, response) => handle(request, response));

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const place = { origin, path: '/sign-in', consoleUrl: `${origin}/console` };
    ({ handle } = localSignIn([MARK, PRIYA], place, {
      now: () => Date.now(),
      onFault: (fault) => assert.fail(String(fault)),
    }));
  });
  after(() => {
    for (const spy of spies) spy.mock.restore();
    server.close();
  });

  test('says where everything is, under its own path', async () => {
    const found = (await (await fetch(`${origin}/sign-in/.well-known/openid-configuration`)).json()) as Record<
      string,
      unknown
    >;
    assert.equal(found.issuer, `${origin}/sign-in`);
    for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri'])
      assert.ok(String(found[name]).startsWith(`${origin}/sign-in/`), String(found[name]));
  });

  test('publishes no private part of its key', async () => {
    const { keys } = (await (await fetch(`${origin}/sign-in/jwks`)).json()) as { keys: Record<string, unknown>[] };
    for (const key of keys) for (const part of ['d', 'p', 'q', 'dp', 'dq', 'qi']) assert.ok(!(part in key));
  });

  test('sends a browser back to the console alone', async () => {
    const asked = new URLSearchParams({
      client_id: 'bellbird-console',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: 'https://evil.example/',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    const response = await fetch(`${origin}/sign-in/auth?${asked}`, { redirect: 'manual' });
    assert.equal(response.status, 400);
    assert.match(await response.text(), /Sign-in did not work/);
  });

  test('a page that was opened too late, or by itself, says so calmly', async () => {
    for (const path of ['/sign-in/interaction/none', '/sign-in/auth/none']) {
      const response = await fetch(`${origin}${path}`);
      assert.equal(response.status, 400, path);
      assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.match(await response.text(), /Sign-in did not work/, path);
    }
    const posted = await fetch(`${origin}/sign-in/interaction/none`, { method: 'POST', body: 'x'.repeat(5_000) });
    assert.equal(posted.status, 400);
  });

  test('prints nothing, neither when it starts nor when it is used', () => {
    assert.deepEqual(printed, []);
  });

  test('answers on loopback only (SEC-43)', () => {
    const place = {
      origin: 'http://bellbird.example',
      path: '/sign-in',
      consoleUrl: 'http://bellbird.example/console',
    };
    const needs = { now: () => 0, onFault: () => undefined };
    assert.throws(() => localSignIn([], place, needs), /loopback only/);
  });
});

describe('its page', () => {
  test('lists carers and council staff by name, and says that there are no passwords', () => {
    const page = parsePage(signInPage([MARK, PRIYA], '/sign-in', '/sign-in/interaction/u'));
    assert.match(textOf(page), /has no passwords, and everybody here is invented/);
    const choices = all(page, 'button').map((button) => [attribute(button, 'value'), textOf(button)]);
    assert.deepEqual(choices, [
      ['officer-priya', 'Priya Shah'],
      ['carer-mark', 'Mark <b>Ellis</b>'],
      ['', 'Go back without signing in'],
    ]);
    assert.deepEqual(all(page, 'h2').map(textOf), ['Council staff', 'Carers']);
    assert.equal(all(page, 'b').length, 0);
  });

  test('leaves out a heading that has nobody under it', () => {
    assert.deepEqual(all(parsePage(signInPage([PRIYA], '/s', '/s/i')), 'h2').map(textOf), ['Council staff']);
  });
});

describe('what the provider keeps', () => {
  test('is gone when its time is over, and a used code is marked', async () => {
    const time = { now: 1_000 };
    const codes = memoryAdapter(() => time.now)('AuthorizationCode');
    await codes.upsert('one', { kind: 'AuthorizationCode', grantId: 'g', uid: 'u' }, 60);
    assert.equal((await codes.find('one'))?.grantId, 'g');
    assert.equal((await codes.findByUid('u'))?.grantId, 'g');
    await codes.consume('one');
    assert.ok((await codes.find('one'))?.consumed);
    time.now += 60_001;
    assert.equal(await codes.find('one'), undefined);
    assert.equal(await codes.findByUid('u'), undefined);
  });

  test('what belongs to a grant goes with it', async () => {
    const adapter = memoryAdapter(() => 0);
    const [codes, tokens] = [adapter('AuthorizationCode'), adapter('AccessToken')];
    await codes.upsert('one', { kind: 'AuthorizationCode', grantId: 'g' }, 60);
    await tokens.upsert('two', { kind: 'AccessToken', grantId: 'g' }, 60);
    await tokens.upsert('three', { kind: 'AccessToken', grantId: 'other' }, 60);
    await codes.revokeByGrantId('g');
    assert.equal(await codes.find('one'), undefined);
    assert.equal(await tokens.find('two'), undefined);
    assert.ok(await tokens.find('three'));
    await tokens.destroy('three');
    assert.equal(await tokens.find('three'), undefined);
  });
});
