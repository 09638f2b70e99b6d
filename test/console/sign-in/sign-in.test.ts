import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import { safeReturnPath } from '../../../lambda/console/sign-in/return-path.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { countingIds } from '../../support/counting-ids.ts';
import { visitor } from '../support/visitor.ts';
import { aWorld, ORIGIN } from '../support/world.ts';

const MARGARET = '/console/residents/res-margaret';

describe('signing in', () => {
  test('somebody who is not signed in is asked to, and comes back to the page they wanted', async () => {
    const world = await aWorld();
    const mark = visitor(world);
    const page = await mark.get(MARGARET);
    assert.equal(page.heading, 'Sign in');
    const seen = await mark.signIn('carer', 'carer-mark');
    assert.equal(seen.path, MARGARET);
    assert.equal(seen.heading, 'Margaret Ellis');
  });

  test('the provider is told our own public address, whatever address the request came by', async () => {
    const world = await aWorld();
    await visitor(world).signIn('carer', 'carer-mark');
    assert.deepEqual(world.signing.calls, [`${ORIGIN}/console/sign-in/callback?code=c&state=s`]);
  });

  test('the session is new at sign-in, and one that was there before is dead (C14, SEC-40)', async () => {
    const world = await aWorld();
    const mark = visitor(world);
    await mark.signIn('carer', 'carer-mark');
    const first = mark.cookie('bellbird-session');
    await mark.signIn('officer', 'officer-priya');
    const second = mark.cookie('bellbird-session');
    assert.ok(first !== undefined && second !== undefined && first !== second);
    mark.jar.set('__Host-bellbird-session', first);
    assert.equal((await mark.get('/console/residents')).heading, 'Sign in');
  });

  test('a session that an attacker planted before sign-in is worth nothing after it (C14)', async () => {
    const world = await aWorld();
    const mark = visitor(world);
    mark.jar.set('__Host-bellbird-session', 'planted-by-somebody-else');
    await mark.signIn('carer', 'carer-mark');
    assert.notEqual(mark.cookie('bellbird-session'), 'planted-by-somebody-else');
  });

  test('the answer of the provider opens a session only for the browser that asked, and once', async () => {
    const world = await aWorld();
    const mark = visitor(world);
    world.signing.next = { id: 'carer-mark', role: 'carer', council: 'harbour' };
    const callback = '/console/sign-in/callback?code=c&state=s';
    const stranger = await visitor(world).get(callback);
    assert.match(stranger.text, /took too long/);
    await mark.ask('/console/sign-in/start');
    const held = mark.cookie('bellbird-sign-in');
    assert.ok(held);
    assert.equal((await mark.get(callback)).heading, 'Your residents');
    const again = visitor(world);
    again.jar.set('__Host-bellbird-sign-in', held);
    assert.match((await again.get(callback)).text, /took too long/);
    assert.equal(world.signing.calls.length, 1);
  });

  test('ten minutes after it began, a sign-in is over', async () => {
    const world = await aWorld();
    const mark = visitor(world);
    world.signing.next = { id: 'carer-mark', role: 'carer', council: 'harbour' };
    await mark.ask('/console/sign-in/start');
    world.time.now += 10 * MINUTE;
    assert.match((await mark.get('/console/sign-in/callback?code=c&state=s')).text, /took too long/);
  });

  for (const [who, person] of [
    ['somebody of another council', { id: 'carer-inland', role: 'carer', council: 'inland' }],
    ['a carer of that name in another council', { id: 'carer-mark', role: 'carer', council: 'inland' }],
    ['somebody nobody knows', { id: 'nobody', role: 'officer', council: 'harbour' }],
    ['a carer who says that they are an officer', { id: 'carer-mark', role: 'officer', council: 'harbour' }],
    ['an id that may not stand in a key', { id: 'a#b', role: 'carer', council: 'harbour' }],
  ] as const) {
    test(`${who} is not let in, and each time the answer is the same (SEC-42)`, async () => {
      const world = await aWorld();
      const visit = visitor(world);
      const page = await visit.signIn(person.role, person.id, person.council);
      assert.match(page.text, /Your account is not known here/);
      assert.equal(visit.cookie('bellbird-session'), undefined);
      assert.deepEqual(world.log.find(({ code }) => code === 'console.refused')?.fields, {
        kind: 'sign-in',
        reason: 'not-known',
      });
    });
  }

  test('a refusal of the provider leads back to the sign-in page', async () => {
    const world = await aWorld();
    const visit = visitor(world);
    await visit.ask('/console/sign-in/start');
    assert.match((await visit.get('/console/sign-in/callback?error=access_denied')).text, /did not work/);
  });
});

describe('a session', () => {
  test('ends when it was not used for half an hour (SEC-13)', async () => {
    const world = await aWorld();
    const mark = visitor(world);
    await mark.signIn('carer', 'carer-mark');
    world.time.now += 29 * MINUTE;
    assert.equal((await mark.get(MARGARET)).heading, 'Margaret Ellis');
    world.time.now += 29 * MINUTE;
    assert.equal((await mark.get(MARGARET)).heading, 'Margaret Ellis', 'each use counts');
    world.time.now += 30 * MINUTE;
    assert.match((await mark.get(MARGARET)).text, /signed out because you had not used/);
  });

  test('ends after twelve hours however it is used (SEC-13)', async () => {
    const world = await aWorld();
    const mark = visitor(world);
    await mark.signIn('carer', 'carer-mark');
    for (let used = 0; used < 35; used += 1) {
      world.time.now += 20 * MINUTE;
      assert.equal((await mark.get('/console/residents')).heading, 'Your residents');
    }
    world.time.now += 20 * MINUTE;
    assert.equal((await mark.get('/console/residents')).heading, 'Sign in');
  });

  test('is noted at most once a minute, so that reading does not write', async () => {
    const puts = { count: 0 };
    const table = memoryTable({ newWriteId: countingIds('write') });
    const counted = {
      ...table,
      put: (...asked: Parameters<typeof table.put>) => {
        puts.count += 1;
        return table.put(...asked);
      },
    };
    const world = await aWorld({ table: counted });
    const mark = visitor(world);
    await mark.signIn('carer', 'carer-mark');
    puts.count = 0;
    for (let read = 0; read < 5; read += 1) await mark.get('/console/residents');
    assert.equal(puts.count, 0);
    world.time.now += MINUTE;
    await mark.get('/console/residents');
    assert.equal(puts.count, 1);
  });

  test('is killed by signing out: the cookie that is left opens nothing (C14)', async () => {
    const world = await aWorld();
    const mark = visitor(world);
    const page = await mark.signIn('carer', 'carer-mark');
    const token = mark.cookie('bellbird-session') ?? '';
    const { response } = await mark.send(page, 'Sign out');
    assert.equal(response.headers.get('clear-site-data'), '"cache", "storage"');
    assert.equal(mark.cookie('bellbird-session'), undefined);
    assert.match((await mark.follow(response, '/')).text, /You are signed out/);
    mark.jar.set('__Host-bellbird-session', token);
    assert.equal((await mark.get(MARGARET)).heading, 'Sign in');
  });

  test('ends at once when the council no longer knows the person', async () => {
    const world = await aWorld();
    const omar = visitor(world);
    await omar.signIn('officer', 'officer-omar');
    const item = await world.table.get({ pk: 'C#harbour#OFFICER#officer-omar', sk: 'OFFICER' });
    assert.ok(item);
    await world.table.remove(item.key, { ifVersion: item.version });
    assert.match((await omar.get('/console/homes')).text, /not known here/);
    assert.equal(omar.cookie('bellbird-session'), undefined);
  });

  test('stands in the table under a digest only: what the table holds opens no session', async () => {
    const world = await aWorld();
    const mark = visitor(world);
    await mark.signIn('carer', 'carer-mark');
    const token = mark.cookie('bellbird-session') ?? '';
    const { createHash } = await import('node:crypto');
    const pk = `C#harbour#SESSION#${createHash('sha256').update(token).digest('hex')}`;
    const item = await world.table.get({ pk, sk: 'SESSION' });
    assert.ok(item);
    assert.ok(!JSON.stringify(item).includes(token));
    assert.equal(item.expiresAt, world.time.now + 30 * MINUTE);
  });
});

describe('the cookies', () => {
  const cookieLines = async (origin?: string) => {
    const world = await aWorld(origin === undefined ? {} : { origin });
    const mark = visitor(world);
    world.signing.next = { id: 'carer-mark', role: 'carer', council: 'harbour' };
    const began = await mark.ask('/console/sign-in/start');
    const came = await mark.ask('/console/sign-in/callback?code=c&state=s');
    const asked = await mark.ask('/console/accessibility?lang=cy');
    return [began, came, asked].flatMap((response) => response.headers.getSetCookie());
  };

  test('over https are __Host-, Secure, HttpOnly and SameSite=Lax', async () => {
    const lines = await cookieLines();
    const set = lines.filter((line) => !line.includes('Max-Age=0'));
    assert.deepEqual(set.map((line) => line.split('=')[0]).sort(), [
      '__Host-bellbird-language',
      '__Host-bellbird-session',
      '__Host-bellbird-sign-in',
    ]);
    for (const line of lines) {
      assert.match(line, /; Path=\/; HttpOnly; Secure; SameSite=Lax$|; Path=\/; HttpOnly; Secure; SameSite=Lax/);
      assert.doesNotMatch(line, /Domain=/);
    }
  });

  test('over http on this machine are the same without what https alone can have', async () => {
    for (const line of await cookieLines('http://127.0.0.1:4000')) {
      assert.match(line, /^bellbird-/);
      assert.match(line, /HttpOnly; SameSite=Lax/);
      assert.doesNotMatch(line, /Secure/);
    }
  });
});

describe('the way back after signing in (SEC-41)', () => {
  const place = { origin: ORIGIN, base: '/console' };

  test('leads to a page of ours', () => {
    for (const path of ['/console/residents/res-1', '/console/homes', '/console/'])
      assert.equal(safeReturnPath(path, place), path);
  });

  for (const evil of [
    'https://evil.example/console/',
    '//evil.example/console/',
    '/\\evil.example/console/',
    '/console/../../evil',
    '/console/../sign',
    '/console/\\..\\..\\x',
    '/consolex/y',
    '/screen',
    'console/residents',
    '/console/\nresidents',
    '/console/sign-out',
    '/console/sign-in/start',
    'javascript:alert(1)',
    '',
  ]) {
    test(`never follows ${JSON.stringify(evil)}`, () => {
      assert.equal(safeReturnPath(evil, place), '/console/');
    });
  }

  test('never leads to another origin, whatever the cookie holds', () => {
    const odd = fc.oneof(fc.string(), fc.stringMatching(/^\/console\/[/\\.:@%a-z0-9#?]{0,30}$/), fc.webUrl());
    fc.assert(
      fc.property(odd, (wanted) => {
        const path = safeReturnPath(wanted, place);
        const address = new URL(path, ORIGIN);
        assert.equal(address.origin, ORIGIN);
        assert.ok(address.pathname.startsWith('/console/'));
      }),
      { numRuns: 2_000 },
    );
  });

  test('a planted cookie is not followed', async () => {
    const world = await aWorld();
    const mark = visitor(world);
    mark.jar.set('__Host-bellbird-return', 'https://evil.example/console/');
    assert.equal((await mark.signIn('carer', 'carer-mark')).path, '/console/residents');
  });
});
