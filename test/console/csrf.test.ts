import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { busyWeek } from './support/busy-week.ts';
import { filled, HARBOUR_IDS, postRoutes, routesOf } from './support/routes.ts';
import { visitor } from './support/visitor.ts';
import { aWorld } from './support/world.ts';

/** Everything that stands in the table, as one text: what no refused form may change. */
const everything = async (world: Awaited<ReturnType<typeof aWorld>>): Promise<string> => {
  const page = await world.stores.readPage('harbour', 'res-margaret', '2026-11-24');
  const calls = await world.stores.callBacks.open('harbour');
  const homes = await world.stores.homes.ofCouncil('harbour');
  return JSON.stringify([page, calls, homes]);
};

describe('a form that is not ours changes nothing (C15, SEC-17)', async () => {
  const world = await aWorld();
  await busyWeek(world);
  const priya = visitor(world);
  await priya.signIn('officer', 'officer-priya');
  const own = await priya.formToken();
  const other = visitor(world);
  await other.signIn('carer', 'carer-mark');
  const foreign = await other.formToken();
  assert.ok(own !== '' && foreign !== '' && own !== foreign);

  for (const path of postRoutes(world)) {
    test(`POST ${path}`, async () => {
      const before = await everything(world);
      const send = (fields: readonly (readonly [string, string])[], headers: Record<string, string> = {}) =>
        priya.post(path, fields, headers);
      for (const [what, response] of [
        ['no token', await send([])],
        ['another session’s token', await send([['token', foreign]])],
        ['a token that is longer', await send([['token', `${own}x`]])],
        ['an empty token', await send([['token', '']])],
        [
          'another site',
          await send([['token', own]], { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
        ],
        [
          'a neighbour site',
          await send([['token', own]], { origin: 'https://x.example', 'sec-fetch-site': 'same-site' }),
        ],
        [
          'no word of where it comes from',
          await world.app.request(`${world.origin}${path}`, {
            method: 'POST',
            body: new URLSearchParams([['token', own]]),
            headers: { cookie: [...priya.jar].map(([name, value]) => `${name}=${value}`).join('; ') },
          }),
        ],
        [
          'JSON instead of a form',
          await world.app.request(`${world.origin}${path}`, {
            method: 'POST',
            body: JSON.stringify({ token: own }),
            headers: {
              cookie: [...priya.jar].map(([name, value]) => `${name}=${value}`).join('; '),
              'content-type': 'application/json',
            },
          }),
        ],
      ] as const) {
        assert.equal(response.status, 403, `${what}: ${response.status}`);
        assert.match(await response.text(), /could not be accepted/, what);
      }
      assert.equal(await everything(world), before);
    });
  }

  test('the session itself is not ended by a forged sign-out', async () => {
    assert.equal((await priya.get('/console/homes')).status, 200);
  });

  test('our own form is accepted', async () => {
    const response = await priya.post('/console/call-backs/1795510800000/call-1/take', [['token', own]]);
    assert.equal(response.status, 303);
  });

  test('a form that is too long is refused before it is read', async () => {
    const response = await priya.post('/console/homes/home-1/pairing', [
      ['token', own],
      ['more', 'x'.repeat(70_000)],
    ]);
    assert.equal(response.status, 413);
  });

  test('no page changes anything by being looked at', async () => {
    const before = await everything(world);
    for (const { method, path } of routesOf(world))
      if (method === 'GET' && !path.includes('sign-in')) await priya.ask(filled(path, HARBOUR_IDS));
    assert.equal(await everything(world), before);
  });
});
