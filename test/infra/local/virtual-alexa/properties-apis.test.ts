import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alexaApis } from '../../../../infra/local/virtual-alexa/alexa-apis.ts';
import { FLAT_4, KITCHEN, scriptedAlexa } from './scripted-alexa.ts';

const HOUR = 3_600_000;
const clients = {
  skill: { clientId: 'skill', clientSecret: 'a' },
  smartProperties: { clientId: 'p', clientSecret: 'b', refreshToken: 'r' },
};
const GRANTS = {
  property: { grant_type: 'refresh_token', client_id: 'p', client_secret: 'b', refresh_token: 'r' },
  skill: { grant_type: 'client_credentials', client_id: 'skill', client_secret: 'a', scope: 'alexa::datastore' },
};

const set = async () => {
  const scripted = await scriptedAlexa([]);
  const { handle } = alexaApis({ world: scripted.world, basePath: '/api', clients });
  const tokenFor = async (whose: keyof typeof GRANTS): Promise<string> => {
    const response = await handle(
      new Request('http://127.0.0.1/api/auth/o2/token', { method: 'POST', body: new URLSearchParams(GRANTS[whose]) }),
    );
    assert.ok(response !== undefined);
    const { access_token: token } = (await response.json()) as { access_token: string };
    return token;
  };
  const call = async (token: string, method: string, path: string, body?: object, host = '/api') => {
    const response = await handle(
      new Request(`http://127.0.0.1${host}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = (await response?.text()) ?? '';
    return { status: response?.status, body: text === '' ? {} : JSON.parse(text) };
  };
  return { ...scripted, tokenFor, call };
};

const endpoint = (id: string) => ({ type: 'Endpoint', id });
const FLAT = FLAT_4.kind === 'managed' ? FLAT_4.endpointId : '';
const card = (locale: string) => ({
  type: 'V0Template',
  values: [
    {
      locale,
      document: {
        type: 'Link',
        src: 'doc://alexa/apl/documents/enterprise/notifications/persistentvisualalert/defaultTemplate',
      },
      datasources: { displayText: { title: 'Flood', body: 'Stay upstairs.' } },
    },
  ],
});
const pinned = (recipients: readonly object[], more: object = {}, locale = 'en-GB') => ({
  recipients,
  notification: {
    variants: [
      {
        type: 'PersistentVisualAlert',
        dismissalTime: '2026-11-24T11:00:00Z',
        content: { variants: [card(locale)] },
        ...more,
      },
    ],
  },
});
const reminder = (scheduledTime: string, more: object = {}) => ({
  recipients: [endpoint(FLAT)],
  requestTime: '2026-11-24T10:00:00.000',
  reminder: {
    trigger: { type: 'SCHEDULED_ABSOLUTE', timeZoneId: 'Europe/London', scheduledTime },
    alertInfo: { spokenInfo: { content: [{ locale: 'en-GB', text: "Your eight o'clock reminder", ...more }] } },
  },
});
const REMOVAL = `/v3/notifications?recipients.id=${FLAT}&recipients.type=Endpoint&notification.variants.type=PersistentVisualAlert`;

const ROUTES: readonly [string, string, object?][] = [
  ['POST', '/v3/notifications', pinned([endpoint(FLAT)])],
  ['DELETE', REMOVAL],
  ['POST', '/v2/alerts/reminders', reminder('2026-11-25T08:00:00.000')],
  ['PUT', '/v2/alerts/reminders/any', reminder('2026-11-25T08:00:00.000')],
  ['GET', `/v2/alerts/reminders?recipient.type=Endpoint&recipient.id=${FLAT}&owner=~caller`],
  ['DELETE', '/v2/alerts/reminders/any'],
  ['GET', '/v2/units?parentId=amzn1.alexa.unit.did.ORGANISATION&queryDepth=all'],
  ['GET', '/v2/endpoints?associatedUnits.id=amzn1.alexa.unit.did.flat4'],
];

describe('Smart Properties refuse', () => {
  for (const [method, path, body] of ROUTES) {
    const name = `${method} ${path.split('?')[0]}`;
    test(`${name} with the skill's own token, a token that has ended, or none: 401`, async () => {
      const { call, tokenFor, time } = await set();
      assert.equal((await call(await tokenFor('skill'), method, path, body)).status, 401);
      const good = await tokenFor('property');
      time.real += HOUR;
      assert.equal((await call(good, method, path, body)).status, 401);
      assert.equal((await call('', method, path, body)).status, 401);
    });

    test(`${name} at the host of another region`, async () => {
      const { call, tokenFor } = await set();
      const { status } = await call(await tokenFor('property'), method, path, body, '/api-na');
      assert.ok(status === 401 || status === 403);
    });
  }

  const BAD: readonly [string, string, object][] = [
    ['a pinned alert without an end', '/v3/notifications', pinned([endpoint(FLAT)], { dismissalTime: undefined })],
    ['one that has ended', '/v3/notifications', pinned([endpoint(FLAT)], { dismissalTime: '2026-11-24T10:00:00Z' })],
    ['one in another language', '/v3/notifications', pinned([endpoint(FLAT)], {}, 'en-US')],
    ['a field that nobody knows', '/v3/notifications', pinned([endpoint(FLAT)], { colour: 'red' })],
    ['101 Echos', '/v3/notifications', pinned(Array.from({ length: 101 }, (_, n) => endpoint(`e${n}`)))],
    ['a reminder in the past', '/v2/alerts/reminders', reminder('2026-11-24T09:59:00.000')],
    ['an hour of one digit', '/v2/alerts/reminders', reminder('2026-11-25T8:00:00.000')],
    ['a time in UTC', '/v2/alerts/reminders', reminder('2026-11-25T08:00:00.000Z')],
    ['a reminder without text', '/v2/alerts/reminders', reminder('2026-11-25T08:00:00.000', { text: undefined })],
  ];
  for (const [what, path, body] of BAD)
    test(`${what}: 400, and nothing happens`, async () => {
      const { call, tokenFor, alexa, world } = await set();
      assert.equal((await call(await tokenFor('property'), 'POST', path, body)).status, 400);
      assert.equal(alexa.view('flat-4').pinned, undefined);
      assert.equal(world.echo('flat-4').heldReminders, undefined);
    });
});

describe('Smart Properties answer for each Echo of a call', () => {
  test('one that is there, one that is not: partial success', async () => {
    const { call, tokenFor } = await set();
    const { status, body } = await call(
      await tokenFor('property'),
      'POST',
      '/v3/notifications',
      pinned([endpoint(FLAT), endpoint('gone')]),
    );
    assert.equal(status, 200);
    assert.deepEqual(
      [body.successResults.length, body.errorResults.map((one: { error: { code: string } }) => one.error.code)],
      [1, ['RECIPIENT_NOT_FOUND']],
    );
  });

  test('an overlapping alert fails, and the one that stands stays', async () => {
    const { call, tokenFor, alexa } = await set();
    const token = await tokenFor('property');
    await call(token, 'POST', '/v3/notifications', pinned([endpoint(FLAT)]));
    const { body } = await call(token, 'POST', '/v3/notifications', pinned([endpoint(FLAT)]));
    assert.equal(body.errorResults[0].error.code, 'OVERLAPPING_NOTIFICATION');
    assert.equal(alexa.view('flat-4').pinned?.title, 'Flood');
    assert.equal((await call(token, 'DELETE', REMOVAL)).status, 204);
    assert.equal((await call(token, 'DELETE', REMOVAL)).status, 404);
  });

  test('a consumer Echo is in no list, and takes nothing', async () => {
    const { call, tokenFor, alexa } = await set();
    const token = await tokenFor('property');
    const { body } = await call(token, 'POST', '/v3/notifications', pinned([endpoint(KITCHEN.echoId)]));
    assert.equal(body.errorResults.length, 1);
    assert.equal(alexa.view('kitchen').pinned, undefined);
  });

  test('an organisation that is not ours, or an Echo that is not there, has no list: 404', async () => {
    const { call, tokenFor } = await set();
    const token = await tokenFor('property');
    assert.equal((await call(token, 'GET', '/v2/units?parentId=x&queryDepth=all')).status, 404);
    assert.equal((await call(token, 'GET', '/v2/units?parentId=x')).status, 400);
    assert.equal((await call(token, 'GET', '/v2/endpoints')).status, 400);
    const list = '/v2/alerts/reminders?recipient.type=Endpoint&recipient.id=x';
    assert.equal((await call(token, 'GET', `${list}&owner=~caller`)).status, 404);
    assert.equal((await call(token, 'GET', list)).status, 400);
  });
});
