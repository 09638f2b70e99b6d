import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RequestEnvelope } from 'ask-sdk-model';
import { alexaApis } from '../../../../infra/local/virtual-alexa/alexa-apis.ts';
import { alexaIds } from '../../../../infra/local/virtual-alexa/virtual-echo.ts';
import { KITCHEN, LOUNGE, SKILL_ID, says, scriptedAlexa, TEN } from './scripted-alexa.ts';

const BASE = 'http://127.0.0.1:4000/alexa-api';
const CLIENTS = {
  skill: { clientId: 'skill-client', clientSecret: 'a secret+&' },
  smartProperties: { clientId: 'asp-client', clientSecret: 'asp-secret', refreshToken: 'Atzr|demo' },
};
const MINUTE = 60_000;
const BILL = alexaIds(SKILL_ID, KITCHEN).userId;

const set = async (script: Parameters<typeof scriptedAlexa>[0] = []) => {
  const scripted = await scriptedAlexa(script);
  const apis = alexaApis({ world: scripted.world, basePath: '/alexa-api', clients: CLIENTS, giveUpAfterMs: 5 });
  const call = async (path: string, init: RequestInit = {}) => {
    const response = (await apis.handle(new Request(`${BASE}${path}`, init))) ?? assert.fail('not handled');
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const form = (fields: Record<string, string>) =>
    call('/auth/o2/token', { method: 'POST', body: new URLSearchParams(fields) });
  const post = (path: string, token: string, body: unknown) =>
    call(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const skillToken = async (scope = 'alexa::proactive_events'): Promise<string> =>
    (await form({ grant_type: 'client_credentials', client_id: 'skill-client', client_secret: 'a secret+&', scope }))
      .body.access_token;
  const propertyToken = async (): Promise<string> =>
    (
      await form({
        grant_type: 'refresh_token',
        client_id: 'asp-client',
        client_secret: 'asp-secret',
        refresh_token: 'Atzr|demo',
      })
    ).body.access_token;
  const happenings = (echoId: string) => scripted.alexa.view(echoId).recent.map(({ happening }) => happening);
  return { ...scripted, apis, call, form, post, skillToken, propertyToken, happenings };
};

describe('tokens', () => {
  test('client credentials with the exact scope give a bearer token for an hour, by either spelling of the path', async () => {
    const { call } = await set();
    for (const path of ['/auth/o2/token', '/auth/O2/token']) {
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'skill-client',
        client_secret: 'a secret+&',
        scope: 'alexa:skill_messaging',
      });
      const { status, body: got } = await call(path, { method: 'POST', body });
      assert.equal(status, 200);
      assert.deepEqual(
        { ...got, access_token: '' },
        { access_token: '', expires_in: 3600, scope: 'alexa:skill_messaging', token_type: 'bearer' },
      );
    }
  });

  const client = {
    grant_type: 'client_credentials',
    client_id: 'skill-client',
    client_secret: 'a secret+&',
    scope: 'alexa::proactive_events',
  };
  const refresh = {
    grant_type: 'refresh_token',
    client_id: 'asp-client',
    client_secret: 'asp-secret',
    refresh_token: 'Atzr|demo',
  };
  const REFUSED: [string, Record<string, string>, number, string][] = [
    ['one colon too few', { ...client, scope: 'alexa:proactive_events' }, 400, 'invalid_scope'],
    ['one colon too many', { ...client, scope: 'alexa::skill_messaging' }, 400, 'invalid_scope'],
    ['no scope', { ...client, scope: '' }, 400, 'invalid_scope'],
    ['a wrong secret', { ...client, client_secret: 'a secret' }, 401, 'invalid_client'],
    ['another grant', { ...client, grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['a wrong refresh token', { ...refresh, refresh_token: 'Atzr|other' }, 400, 'invalid_grant'],
    ["the skill's client for Smart Properties", { ...refresh, client_id: 'skill-client' }, 401, 'invalid_client'],
  ];
  for (const [what, fields, status, error] of REFUSED) {
    test(`${what} is refused`, async () => {
      const { form } = await set();
      assert.deepEqual(await form(fields), { status, body: { error } });
    });
  }

  test('a body that is not a form is refused', async () => {
    const { call } = await set();
    const body = JSON.stringify(client);
    assert.equal(
      (await call('/auth/o2/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status,
      400,
    );
  });
});

const alert = (more: object = {}) => ({
  timestamp: '2026-11-24T10:00:00.00Z',
  referenceId: 'visit0001v2',
  expiryTime: new Date(TEN + 60 * MINUTE).toISOString(),
  event: {
    name: 'AMAZON.MessageAlert.Activated',
    payload: {
      state: { status: 'UNREAD', freshness: 'NEW' },
      messageGroup: { creator: { name: 'the council care team' }, count: 1, urgency: 'URGENT' },
    },
  },
  localizedAttributes: [{ locale: 'en-GB', subject: 'home visit', providerName: 'the council care team' }],
  relevantAudience: { type: 'Unicast', payload: { user: BILL } },
  ...more,
});

const occasion = (more: object = {}) => ({
  name: 'AMAZON.Occasion.Updated',
  payload: {
    state: { confirmationStatus: 'CONFIRMED' },
    occasion: {
      occasionType: 'APPOINTMENT',
      subject: 'localizedattribute:subject',
      provider: { name: 'localizedattribute:providerName' },
      bookingTime: '2026-11-24T09:30:00Z',
      ...more,
    },
  },
});

const message = (payload: object) => ({ event: { name: 'AMAZON.MessageAlert.Activated', payload } });
const group = { creator: { name: 'the council' }, count: 1 };

describe('proactive events', () => {
  const opted = async () => {
    const got = await set();
    await got.alexa.setNotifications('bill', true);
    return { ...got, token: await got.skillToken() };
  };

  const ACCEPTED: [string, object][] = [
    ['a message', alert()],
    ['an appointment', alert({ event: occasion() })],
    [
      'a bin day',
      alert({
        event: {
          name: 'AMAZON.TrashCollectionAlert.Activated',
          payload: { alert: { garbageTypes: ['LANDFILL', 'GLASS'], collectionDayOfWeek: 'TUESDAY' } },
        },
      }),
    ],
    [
      'a programme that begins',
      alert({
        event: {
          name: 'AMAZON.MediaContent.Available',
          payload: {
            availability: {
              startTime: '2026-11-24T19:30:00Z',
              provider: { name: 'localizedattribute:providerName' },
              method: 'AIR',
            },
            content: { name: 'localizedattribute:subject', contentType: 'EPISODE' },
          },
        },
      }),
    ],
    ['a reference of a hundred characters', alert({ referenceId: 'a~'.repeat(50) })],
    ['an expiry five minutes ahead', alert({ expiryTime: new Date(TEN + 5 * MINUTE).toISOString() })],
    ['an expiry a day ahead', alert({ expiryTime: new Date(TEN + 1_440 * MINUTE).toISOString() })],
    ['everybody', alert({ relevantAudience: { type: 'Multicast', payload: {} } })],
  ];
  for (const [what, body] of ACCEPTED) {
    test(`${what} is accepted, on either stage`, async () => {
      const { post, token } = await opted();
      assert.deepEqual(await post('/v1/proactiveEvents/stages/development', token, body), {
        status: 202,
        body: undefined,
      });
      assert.equal((await post('/v1/proactiveEvents', token, { ...body, referenceId: 'another' })).status, 202);
    });
  }

  const REFUSED: [string, unknown, number][] = [
    ['what is not JSON', 'hello', 400],
    ['no reference', alert({ referenceId: '' }), 400],
    ['a reference with a hyphen', alert({ referenceId: 'visit-1' }), 400],
    ['a reference of 101 characters', alert({ referenceId: 'a'.repeat(101) }), 400],
    ['an expiry under five minutes', alert({ expiryTime: new Date(TEN + 4 * MINUTE).toISOString() }), 400],
    ['an expiry over a day', alert({ expiryTime: new Date(TEN + 1_441 * MINUTE).toISOString() }), 400],
    ['a time that is not ISO', alert({ timestamp: '24/11/2026' }), 400],
    ['an unknown status', alert(message({ state: { status: 'READ' }, messageGroup: group })), 400],
    [
      'an unknown freshness',
      alert(message({ state: { status: 'UNREAD', freshness: 'OLD' }, messageGroup: group })),
      400,
    ],
    [
      'an unknown urgency',
      alert(message({ state: { status: 'UNREAD' }, messageGroup: { ...group, urgency: 'HIGH' } })),
      400,
    ],
    ['a count of none', alert(message({ state: { status: 'UNREAD' }, messageGroup: { ...group, count: 0 } })), 400],
    ['free text', alert(message({ state: { status: 'UNREAD' }, messageGroup: { ...group, text: 'Hello' } })), 400],
    [
      'an unknown confirmation',
      alert({
        event: { ...occasion(), payload: { ...occasion().payload, state: { confirmationStatus: 'RECEIVED' } } },
      }),
      400,
    ],
    ['an unknown occasion', alert({ event: occasion({ occasionType: 'VISIT' }) }), 400],
    ['a key that no locale gives', alert({ event: occasion({ subject: 'localizedattribute:topic' }) }), 400],
    [
      'a key that one locale does not give',
      alert({ event: occasion(), localizedAttributes: [...alert().localizedAttributes, { locale: 'en-US' }] }),
      400,
    ],
    ['no en-GB', alert({ localizedAttributes: [{ locale: 'en-US', subject: 'a', providerName: 'b' }] }), 400],
    ['an unknown audience', alert({ relevantAudience: { type: 'Broadcast', payload: {} } }), 400],
    [
      'an event that is not published',
      alert({
        event: { name: 'AMAZON.WeatherAlert.Activated', payload: { weatherAlert: { alertType: 'SNOW_STORM' } } },
      }),
      403,
    ],
    [
      'a user who is not known',
      alert({ relevantAudience: { type: 'Unicast', payload: { user: 'amzn1.ask.account.other' } } }),
      403,
    ],
  ];
  for (const [what, body, status] of REFUSED) {
    test(`${what} is refused with ${status}`, async () => {
      const { post, token, happenings } = await opted();
      assert.equal((await post('/v1/proactiveEvents', token, body)).status, status);
      assert.deepEqual(happenings('kitchen'), []);
    });
  }

  test('a user who has not opted in, or has opted out, is refused with 403', async () => {
    const { post, alexa, skillToken } = await set();
    const token = await skillToken();
    assert.equal((await post('/v1/proactiveEvents', token, alert())).status, 403);
    await alexa.setNotifications('bill', true);
    await alexa.setNotifications('bill', false);
    assert.equal((await post('/v1/proactiveEvents', token, alert())).status, 403);
  });

  test('a token that is missing, of another scope or expired is refused with 403', async () => {
    const { post, call, skillToken, token, time } = await opted();
    assert.equal((await call('/v1/proactiveEvents', { method: 'POST', body: JSON.stringify(alert()) })).status, 403);
    assert.equal((await post('/v1/proactiveEvents', await skillToken('alexa:skill_messaging'), alert())).status, 403);
    time.real += 60 * MINUTE;
    assert.equal((await post('/v1/proactiveEvents', token, alert())).status, 403);
  });

  test('a demo clock that jumps a day does not expire a token, which lives in real time', async () => {
    const { post, token, time } = await opted();
    time.now += 1_440 * MINUTE;
    assert.equal(
      (await post('/v1/proactiveEvents', token, alert({ expiryTime: new Date(time.now + 60 * MINUTE).toISOString() })))
        .status,
      202,
    );
  });

  test('the same reference again is refused with 409 until it has expired', async () => {
    const { post, token, time, happenings } = await opted();
    assert.equal((await post('/v1/proactiveEvents', token, alert())).status, 202);
    assert.equal((await post('/v1/proactiveEvents', token, alert())).status, 409);
    assert.equal(happenings('kitchen').length, 2);
    time.now += 61 * MINUTE;
    assert.equal(
      (await post('/v1/proactiveEvents', token, alert({ expiryTime: new Date(time.now + 60 * MINUTE).toISOString() })))
        .status,
      202,
    );
  });

  test('everybody is accepted also when nobody has opted in, and nothing happens', async () => {
    const { post, skillToken, happenings } = await set();
    assert.equal(
      (
        await post(
          '/v1/proactiveEvents',
          await skillToken(),
          alert({ relevantAudience: { type: 'Multicast', payload: {} } }),
        )
      ).status,
      202,
    );
    assert.deepEqual(happenings('kitchen'), []);
  });

  test('the chime and the yellow light come on every Echo of the account, and nothing is said', async () => {
    const { post, token, happenings, alexa } = await opted();
    await post('/v1/proactiveEvents', token, alert());
    for (const echoId of ['kitchen', 'lounge']) {
      assert.deepEqual(happenings(echoId), [{ kind: 'chime' }, { kind: 'light', yellow: true, waiting: 1 }]);
    }
    assert.deepEqual(happenings('flat-4'), []);
    assert.equal(alexa.view('lounge').waiting, 1);
  });

  test('"read my notifications" is answered by Alexa, in her words, and puts the light out everywhere', async () => {
    const { post, token, happenings, alexa, sent } = await opted();
    await post('/v1/proactiveEvents', token, alert());
    await post('/v1/proactiveEvents', token, alert({ referenceId: 'two', event: occasion() }));
    const asked = sent.length;
    const turn = await alexa.say('lounge', 'Alexa, what did I miss?');
    assert.equal(
      turn.spoken,
      'You have 2 notifications from Harbour Care. You have 1 new unread urgent message from the council care team. ' +
        'Your appointment with the council care team for home visit on Tuesday 24 November at 9:30 am is confirmed.',
    );
    assert.equal(turn.by, 'alexa');
    assert.equal(sent.length, asked);
    assert.deepEqual(happenings('kitchen').at(-1), { kind: 'light', yellow: false, waiting: 0 });
    assert.equal((await alexa.say('kitchen', 'read my notifications')).spoken, 'You have no new notifications.');
  });

  test('a notification that has expired is not read any more', async () => {
    const { post, token, alexa, time } = await opted();
    await post('/v1/proactiveEvents', token, alert());
    time.now += 61 * MINUTE;
    assert.equal(alexa.view('kitchen').waiting, 0);
    assert.equal((await alexa.say('kitchen', 'read my notifications')).spoken, 'You have no new notifications.');
  });

  test('in an open session the words are for the skill, unless the wake word comes first', async () => {
    const got = await set([says('Hello?'), says('I have no messages for you. Anything else?')]);
    await got.alexa.say('kitchen', 'open bell bird');
    assert.equal((await got.alexa.say('kitchen', 'read my notifications')).by, 'skill');
    const turn = await got.alexa.say('kitchen', 'Alexa, read my notifications');
    assert.equal(turn.by, 'alexa');
    assert.equal(turn.sessionOpen, false);
  });
});

const sending = (type: string, recipients: unknown[], more: object = {}) => ({
  recipients,
  notification: {
    variants: [
      {
        type,
        content: {
          variants: [{ type: 'SpokenText', values: [{ locale: 'en-GB', text: 'Your eight o’clock reminder.' }] }],
        },
        ...more,
      },
    ],
  },
});
const UNIT = { type: 'Unit', id: 'amzn1.alexa.unit.did.flat4' };
const ENDPOINT = { type: 'Endpoint', id: 'amzn1.alexa.endpoint.did.flat4' };

describe('Smart Properties notifications', () => {
  for (const to of [UNIT, ENDPOINT]) {
    test(`an announcement to a ${to.type} is spoken at once, and shown`, async () => {
      const { post, propertyToken, happenings, alexa } = await set();
      const { status, body } = await post('/v3/notifications', await propertyToken(), sending('Announcement', [to]));
      assert.equal(status, 200);
      assert.deepEqual(body.successResults[0].recipient, to);
      assert.ok(body.successResults[0].notificationId);
      assert.deepEqual(body.errorResults, []);
      const screen = { kind: 'announcement', text: 'Your eight o’clock reminder.' };
      assert.deepEqual(happenings('flat-4'), [
        { kind: 'announcement', spoken: 'Your eight o’clock reminder.', screen },
      ]);
      assert.deepEqual(alexa.view('flat-4').screen, screen);
    });
  }

  test('a device notification chimes and waits to be read', async () => {
    const { post, propertyToken, happenings, alexa } = await set();
    await post('/v3/notifications', await propertyToken(), sending('DeviceNotification', [UNIT]));
    assert.deepEqual(happenings('flat-4'), [{ kind: 'chime' }, { kind: 'light', yellow: true, waiting: 1 }]);
    assert.match((await alexa.say('flat-4', 'read my notifications')).spoken, /eight o’clock reminder/);
  });

  test('each recipient has its own result', async () => {
    const { post, propertyToken } = await set();
    const other = { type: 'Unit', id: 'amzn1.alexa.unit.did.other' };
    const { body } = await post('/v3/notifications', await propertyToken(), sending('Announcement', [UNIT, other]));
    assert.deepEqual(
      body.successResults.map(({ recipient }: { recipient: unknown }) => recipient),
      [UNIT],
    );
    assert.deepEqual(
      body.errorResults.map(({ recipient }: { recipient: unknown }) => recipient),
      [other],
    );
  });

  const many = (count: number) => Array.from({ length: count }, (_, n) => ({ type: 'Unit', id: `unit${n}` }));
  const two = sending('Announcement', [UNIT]);
  const REFUSED: [string, unknown, number][] = [
    ['what is not JSON', 'hello', 400],
    ['nobody', sending('Announcement', []), 400],
    ['101 recipients', sending('Announcement', many(101)), 400],
    ['a recipient of another type', sending('Announcement', [{ type: 'Room', id: 'a' }]), 400],
    ['an unknown kind', sending('Shout', [UNIT]), 400],
    [
      'two kinds at once',
      {
        ...two,
        notification: {
          variants: [...two.notification.variants, ...sending('DeviceNotification', []).notification.variants],
        },
      },
      400,
    ],
    [
      'no words for en-GB',
      sending('Announcement', [UNIT], {
        content: { variants: [{ type: 'SpokenText', values: [{ locale: 'en-US', text: 'Hi' }] }] },
      }),
      400,
    ],
    ['a pinned alert without a card and an end', sending('PersistentVisualAlert', [UNIT]), 400],
  ];
  for (const [what, body, status] of REFUSED) {
    test(`${what} is refused with ${status}`, async () => {
      const { post, propertyToken, happenings } = await set();
      assert.equal((await post('/v3/notifications', await propertyToken(), body)).status, status);
      assert.deepEqual(happenings('flat-4'), []);
    });
  }

  test('a hundred recipients are taken', async () => {
    const { post, propertyToken } = await set();
    assert.equal(
      (await post('/v3/notifications', await propertyToken(), sending('Announcement', many(100)))).status,
      200,
    );
  });

  test("the skill's own token is refused with 401", async () => {
    const { post, skillToken } = await set();
    assert.equal((await post('/v3/notifications', await skillToken(), sending('Announcement', [UNIT]))).status, 401);
  });
});

describe('what the skill may call while it answers', () => {
  const during = async (
    calls: (got: Awaited<ReturnType<typeof set>>, envelope: RequestEnvelope) => Promise<unknown>,
  ) => {
    let result: unknown;
    const got: Awaited<ReturnType<typeof set>> = await set([
      async (envelope) => {
        result = await calls(got, envelope);
        return says('Amina, at ten.', { shouldEndSession: true });
      },
    ]);
    await got.alexa.say('lounge', 'open bell bird');
    return { got, result };
  };
  const speak = (requestId: string, speech = '<speak>One moment.</speak>') => ({
    header: { requestId },
    directive: { type: 'VoicePlayer.Speak', speech },
  });
  const tokenOf = ({ context }: RequestEnvelope) => context.System.apiAccessToken ?? '';

  test('a progressive response is spoken before the answer, at most five', async () => {
    const { got, result } = await during(async ({ post }, envelope) => {
      const statuses: number[] = [];
      for (let n = 0; n < 6; n++)
        statuses.push((await post('/v1/directives', tokenOf(envelope), speak(envelope.request.requestId))).status);
      return statuses;
    });
    assert.deepEqual(result, [204, 204, 204, 204, 204, 403]);
    assert.deepEqual(got.happenings('lounge')[0], { kind: 'progressive', spoken: 'One moment.' });
  });

  test('when the answer has been given it is too late: 403', async () => {
    const { got } = await during(async () => undefined);
    const [envelope] = got.sent;
    assert.ok(envelope);
    assert.equal((await got.post('/v1/directives', tokenOf(envelope), speak(envelope.request.requestId))).status, 403);
  });

  test('bad SSML, six hundred and one characters, another request and another token are refused', async () => {
    const { result } = await during(async ({ post }, envelope) => [
      (await post('/v1/directives', tokenOf(envelope), speak(envelope.request.requestId, '<speak>A & B</speak>')))
        .status,
      (await post('/v1/directives', tokenOf(envelope), speak(envelope.request.requestId, 'a'.repeat(601)))).status,
      (await post('/v1/directives', tokenOf(envelope), speak('amzn1.echo-api.request.other'))).status,
      (await post('/v1/directives', 'undefined', speak(envelope.request.requestId))).status,
    ]);
    assert.deepEqual(result, [400, 400, 403, 401]);
  });

  test('the token of an earlier request does not speak in a later one', async () => {
    let status = 0;
    const got: Awaited<ReturnType<typeof set>> = await set([
      says('Hello?'),
      async (envelope) => {
        const [earlier] = got.sent;
        assert.ok(earlier);
        status = (await got.post('/v1/directives', tokenOf(earlier), speak(envelope.request.requestId))).status;
        return says('Amina.');
      },
    ]);
    await got.alexa.say('kitchen', 'open bell bird');
    await got.alexa.say('kitchen', 'who is coming');
    assert.equal(status, 403);
  });

  test('the time zone of its own device is told, and no other', async () => {
    const { result } = await during(async ({ call }, envelope) => {
      const headers = { authorization: `Bearer ${tokenOf(envelope)}` };
      const own = `/v2/devices/${envelope.context.System.device?.deviceId}/settings`;
      return [
        await call(`${own}/System.timeZone`, { headers }),
        (await call(`${own}/System.distanceUnits`, { headers })).status,
        (await call(`/v2/devices/${alexaIds(SKILL_ID, KITCHEN).deviceId}/settings/System.timeZone`, { headers }))
          .status,
        (await call(`${own}/System.timeZone`)).status,
      ];
    });
    assert.deepEqual(result, [{ status: 200, body: 'Europe/London' }, 404, 403, 401]);
    assert.notEqual(alexaIds(SKILL_ID, LOUNGE).deviceId, alexaIds(SKILL_ID, KITCHEN).deviceId);
  });
});

describe('paths and failures', () => {
  test('what is not under the base path is left to others, and what is not simulated is 404', async () => {
    const { apis, call } = await set();
    assert.equal(await apis.handle(new Request('http://127.0.0.1:4000/console')), undefined);
    assert.equal(await apis.handle(new Request('http://127.0.0.1:4000/alexa-apis')), undefined);
    assert.equal((await call('/v1/alerts/timers')).status, 404);
    assert.equal((await call('/v1/proactiveEvents')).status, 404);
  });

  test('a call can be told to fail with 429, 432 or 500, once, with no effect', async () => {
    const { post, skillToken, apis, alexa, happenings } = await set();
    await alexa.setNotifications('bill', true);
    const token = await skillToken();
    for (const status of [429, 432, 500]) apis.failNext('proactive-events', { kind: 'status', status });
    const statuses: number[] = [];
    for (let n = 0; n < 4; n++) statuses.push((await post('/v1/proactiveEvents', token, alert())).status);
    assert.deepEqual(statuses, [429, 432, 500, 202]);
    assert.equal(happenings('kitchen').length, 2);
  });

  for (const effect of [true, false]) {
    test(`a call can be told to give no answer, ${effect ? 'after' : 'without'} its effect`, async () => {
      const { propertyToken, apis, happenings } = await set();
      const token = await propertyToken();
      apis.failNext('notifications', { kind: 'no-answer', effect });
      const hungUp = new AbortController();
      const call = apis.handle(
        new Request(`${BASE}/v3/notifications`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}` },
          body: JSON.stringify(sending('Announcement', [UNIT])),
          signal: hungUp.signal,
        }),
      );
      setImmediate(() => hungUp.abort());
      assert.equal((await call)?.status, 504);
      assert.equal(happenings('flat-4').length, effect ? 1 : 0);
    });
  }
});
