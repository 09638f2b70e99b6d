import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import { alexaApis } from '../../../infra/local/virtual-alexa/alexa-apis.ts';
import { alexaSchemaFault } from '../../../infra/local/virtual-alexa/alexa-schemas.ts';
import { dataStore, KEY, NAMESPACE } from '../../../lambda/adapters/alexa/data-store.ts';
import { lwaToken } from '../../../lambda/adapters/amazon/lwa-token.ts';
import { KITCHEN, LOUNGE, scriptedAlexa, TEN } from '../../infra/local/virtual-alexa/scripted-alexa.ts';
import { pairedEcho } from '../smart-properties/managed-property.ts';

const HOUR = 3_600_000;
const FLOOD = { title: 'Flood warning', body: 'Stay upstairs.', expiresAt: TEN + HOUR };
const AT = `${NAMESPACE}/${KEY}`;

/** The real adapter over HTTP, and an account with an Echo Show in the lounge that has the widget. */
const withWidget = async (
  use: (
    set: Awaited<ReturnType<typeof scriptedAlexa>> & {
      readonly widgets: ReturnType<typeof dataStore>;
      readonly failNext: ReturnType<typeof alexaApis>['failNext'];
      readonly bodies: readonly unknown[];
    },
  ) => Promise<void>,
  scope = 'alexa::datastore',
): Promise<void> => {
  const scripted = await scriptedAlexa([]);
  const apis = alexaApis({
    world: scripted.world,
    basePath: '/alexa-api',
    clients: {
      skill: { clientId: 'skill', clientSecret: 'a' },
      smartProperties: { clientId: 'p', clientSecret: 'b', refreshToken: 'r' },
    },
  });
  const bodies: unknown[] = [];
  const address = Promise.withResolvers<number>();
  const server = serve(
    {
      fetch: async (request) => {
        const text = await request.clone().text();
        if (text.startsWith('{')) bodies.push(JSON.parse(text));
        return (await apis.handle(request)) ?? new Response(null, { status: 404 });
      },
      port: 0,
      hostname: '127.0.0.1',
    },
    ({ port }) => address.resolve(port),
  );
  const apiUrl = `http://127.0.0.1:${await address.promise}/alexa-api`;
  const grant = { grant_type: 'client_credentials', client_id: 'skill', client_secret: 'a', scope };
  const accessToken = lwaToken({ tokenUrl: `${apiUrl}/auth/o2/token`, grant }, () => scripted.time.real);
  await scripted.alexa.addWidget('lounge');
  try {
    await use({
      ...scripted,
      bodies,
      widgets: dataStore({ accessToken, apiUrl, openIds: JSON.parse }),
      failNext: apis.failNext,
    });
  } finally {
    server.close();
  }
};

describe('the widget on an Echo Show', () => {
  test('shows what is put there, with its end, and nothing when it is cleared', () =>
    withWidget(async ({ widgets, alexa, bodies }) => {
      const echo = pairedEcho(LOUNGE);
      assert.deepEqual(await widgets.put(echo, FLOOD), { kind: 'put', shown: 1, failed: [] });
      assert.deepEqual(alexa.view('lounge').widget?.[AT], FLOOD);
      assert.equal(alexa.view('kitchen').widget, undefined, 'an Echo without a screen has none');
      assert.deepEqual(await widgets.clear(echo, TEN + HOUR), { kind: 'put', shown: 1, failed: [] });
      assert.deepEqual(alexa.view('lounge').widget, {});
      for (const body of bodies) assert.equal(alexaSchemaFault('data-store-commands', body), undefined);
    }));

  test('the skill is told of it, and says nothing', () =>
    withWidget(async ({ sent, refusals }) => {
      assert.equal(sent.at(-1)?.request.type, 'Alexa.DataStore.PackageManager.UsagesInstalled');
      assert.deepEqual(refusals, []);
    }));

  test('an Echo Show that is off takes it when it is plugged in again, and until then it is waited for', () =>
    withWidget(async ({ widgets, alexa }) => {
      await alexa.plug('lounge', false);
      const put = await widgets.put(pairedEcho(LOUNGE), FLOOD);
      assert.ok(put.kind === 'put' && put.queued !== undefined);
      assert.deepEqual([put.shown, put.failed], [0, []]);
      assert.deepEqual(await widgets.follow(put.queued), { kind: 'followed', waiting: 1, failed: [] });
      await alexa.plug('lounge', true);
      assert.deepEqual(alexa.view('lounge').widget?.[AT], FLOOD);
      assert.deepEqual(await widgets.follow(put.queued), { kind: 'followed', waiting: 0, failed: [] });
    }));

  test('one that is plugged in again after the end never shows it, and is named as failed', () =>
    withWidget(async ({ widgets, alexa, time }) => {
      await alexa.plug('lounge', false);
      const put = await widgets.put(pairedEcho(LOUNGE), FLOOD);
      time.now += HOUR;
      assert.ok(put.kind === 'put' && put.queued !== undefined);
      assert.deepEqual(await widgets.follow(put.queued), {
        kind: 'followed',
        waiting: 0,
        failed: [{ reason: 'DEVICE_PERMANENTLY_UNAVAILABLE' }],
      });
      await alexa.plug('lounge', true);
      assert.deepEqual(alexa.view('lounge').widget, {});
    }));

  test('an account where nobody has added it shows it nowhere, which is not an error', () =>
    withWidget(async ({ widgets }) => {
      const elsewhere = pairedEcho({ ...KITCHEN, accountId: 'joan' });
      assert.deepEqual(await widgets.put(elsewhere, FLOOD), { kind: 'put', shown: 0, failed: [] });
    }));

  test('ids that cannot be opened reach nobody', () =>
    withWidget(async ({ widgets }) => {
      const unreadable = { ...pairedEcho(LOUNGE), sealedIds: 'changed' };
      assert.deepEqual(await widgets.put(unreadable, FLOOD), { kind: 'unreachable', reason: 'ids-unreadable' });
    }));

  test('what is larger than an Echo keeps is refused', () =>
    withWidget(async ({ widgets, alexa }) => {
      const large = { ...FLOOD, body: 'x'.repeat(1024 * 1024) };
      assert.deepEqual(await widgets.put(pairedEcho(LOUNGE), large), { kind: 'unreachable', reason: 'not-valid' });
      assert.deepEqual(alexa.view('lounge').widget, {});
    }));

  test('a token of another scope is refused', () =>
    withWidget(
      async ({ widgets }) =>
        assert.deepEqual(await widgets.put(pairedEcho(LOUNGE), FLOOD), { kind: 'refused', reason: 'token-refused' }),
      'alexa::proactive_events',
    ));

  for (const [status, came] of [
    [403, { kind: 'unreachable', reason: 'no-widget-in-the-skill' }],
    [429, { kind: 'refused', reason: 'too-many-calls' }],
    [500, { kind: 'unknown', reason: 'alexa-error' }],
  ] as const)
    test(`an answer of ${status} is ${came.kind}`, () =>
      withWidget(async ({ widgets, failNext }) => {
        failNext('data-store', { kind: 'status', status });
        assert.deepEqual(await widgets.put(pairedEcho(LOUNGE), FLOOD), came);
        failNext('data-store', { kind: 'status', status });
        assert.deepEqual(await widgets.follow('any'), came);
      }));
});

/** The adapter before an Amazon that gives one answer to everything. */
const before = async <T>(
  answer: { readonly status: number; readonly body: object },
  use: (widgets: ReturnType<typeof dataStore>) => Promise<T>,
): Promise<T> => {
  const address = Promise.withResolvers<number>();
  const server = serve(
    { fetch: () => Response.json(answer.body, { status: answer.status }), port: 0, hostname: '127.0.0.1' },
    ({ port }) => address.resolve(port),
  );
  const apiUrl = `http://127.0.0.1:${await address.promise}`;
  try {
    return await use(dataStore({ accessToken: async () => 'token', apiUrl, openIds: JSON.parse }));
  } finally {
    server.close();
  }
};

describe('what the Data Store says of one Echo', () => {
  const put = (widgets: ReturnType<typeof dataStore>) => widgets.put(pairedEcho(LOUNGE), FLOOD);
  const results = (...of: readonly string[]) => of.map((type, n) => ({ deviceId: `d${n}`, type, message: '' }));

  test('SUCCESS is shown', async () => {
    const body = { results: results('SUCCESS', 'SUCCESS') };
    assert.deepEqual(await before({ status: 200, body }, put), { kind: 'put', shown: 2, failed: [] });
  });

  for (const code of [
    'INVALID_DEVICE',
    'DEVICE_PERMANENTLY_UNAVAILABLE',
    'CONCURRENCY_ERROR',
    'INTERNAL_ERROR',
    'PENDING_REQUEST_COUNT_EXCEEDS_LIMIT',
  ])
    test(`${code} is a failure of that Echo, and the others are shown`, async () => {
      const body = { results: results('SUCCESS', code) };
      const came = await before({ status: 200, body }, put);
      assert.deepEqual(came, { kind: 'put', shown: 1, failed: [{ reason: code }] });
    });

  test('DEVICE_UNAVAILABLE waits where there is a queue, and has failed where there is none', async () => {
    const body = { results: results('DEVICE_UNAVAILABLE') };
    assert.deepEqual(await before({ status: 200, body }, put), {
      kind: 'put',
      shown: 0,
      failed: [{ reason: 'DEVICE_UNAVAILABLE' }],
    });
    assert.deepEqual(await before({ status: 200, body: { ...body, queuedResultId: 'q' } }, put), {
      kind: 'put',
      shown: 0,
      failed: [],
      queued: 'q',
    });
  });

  for (const [status, type, came] of [
    [400, 'COMMANDS_PAYLOAD_EXCEEDS_LIMIT', { kind: 'unreachable', reason: 'not-valid' }],
    [400, 'TOO_MANY_TARGETS', { kind: 'unreachable', reason: 'not-valid' }],
    [400, 'NO_TARGET_DEFINED', { kind: 'unreachable', reason: 'not-valid' }],
    [400, 'INVALID_REQUEST', { kind: 'unreachable', reason: 'not-valid' }],
    [401, 'INVALID_ACCESS_TOKEN', { kind: 'refused', reason: 'token-refused' }],
    [403, 'DATASTORE_SUPPORT_REQUIRED', { kind: 'unreachable', reason: 'no-widget-in-the-skill' }],
    [429, 'TOO_MANY_REQUESTS', { kind: 'refused', reason: 'too-many-calls' }],
    [503, 'DATASTORE_UNAVAILABLE', { kind: 'unknown', reason: 'alexa-error' }],
  ] as const)
    test(`${type} is ${came.kind}, and the result says why`, async () => {
      assert.deepEqual(await before({ status, body: { type, message: '' } }, put), came);
    });

  test('an answer that nobody can read is not known', async () => {
    assert.deepEqual(await before({ status: 200, body: { results: 'all' } }, put), {
      kind: 'unknown',
      reason: 'unreadable-answer',
    });
  });

  test('a queue of several pages is read to its end, and one without an end is given up', async () => {
    const page = { items: results('DEVICE_UNAVAILABLE'), paginationContext: { nextToken: 'more' } };
    const endless = await before({ status: 200, body: page }, (widgets) => widgets.follow('q'));
    assert.deepEqual(endless, { kind: 'unknown', reason: 'unreadable-answer' });
  });
});
