import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import { alexaApis } from '../../../infra/local/virtual-alexa/alexa-apis.ts';
import { alexaIds, type VirtualEcho } from '../../../infra/local/virtual-alexa/virtual-echo.ts';
import { idSealer } from '../../../lambda/adapters/secrets/echo-ids.ts';
import type { Message } from '../../../lambda/core/delivery/channel.ts';
import { amazonChannels } from '../../../lambda/entry/amazon-channels.ts';
import {
  FLAT_4,
  KITCHEN,
  LOUNGE,
  SKILL_ID,
  scriptedAlexa,
  TEN,
} from '../../infra/local/virtual-alexa/scripted-alexa.ts';

const HOUR = 3_600_000;
const SECRETS = { skill: 'a secret+&', properties: 'another+&', refresh: 'Atzr|demo' };

/** The real channels, calling the virtual Alexa over HTTP on loopback. */
const withChannels = async (
  use: (
    set: Awaited<ReturnType<typeof scriptedAlexa>> & {
      readonly channels: ReturnType<typeof amazonChannels>;
      readonly failNext: ReturnType<typeof alexaApis>['failNext'];
      /** The bodies posted to paths that hold these words. */
      readonly posted: (path: string) => readonly Record<string, unknown>[];
      readonly heard: (echoId: string) => readonly string[];
    },
  ) => Promise<void>,
): Promise<void> => {
  const scripted = await scriptedAlexa([]);
  const apis = alexaApis({
    world: scripted.world,
    basePath: '/alexa-api',
    clients: {
      skill: { clientId: 'skill', clientSecret: SECRETS.skill },
      smartProperties: { clientId: 'properties', clientSecret: SECRETS.properties, refreshToken: SECRETS.refresh },
    },
  });
  const address = Promise.withResolvers<number>();
  const bodies: { readonly path: string; readonly body: Record<string, unknown> }[] = [];
  const posted = (path: string) => bodies.filter((one) => one.path.includes(path)).map(({ body }) => body);
  const server = serve(
    {
      fetch: async (request) => {
        const body = await request.clone().text();
        if (body.startsWith('{')) bodies.push({ path: request.url, body: JSON.parse(body) });
        return (await apis.handle(request)) ?? new Response(null, { status: 404 });
      },
      port: 0,
      hostname: '127.0.0.1',
    },
    ({ port }) => address.resolve(port),
  );
  const base = `http://127.0.0.1:${await address.promise}/alexa-api`;
  const channels = amazonChannels(
    {
      COUNCIL_SENDER: 'Harbour County Council',
      SEAL_KEY: 'seal',
      LWA_TOKEN_URL: `${base}/auth/o2/token`,
      ALEXA_API_URL: base,
      PROACTIVE_EVENTS_PATH: '/v1/proactiveEvents',
      SKILL_CLIENT_ID: 'skill',
      SKILL_CLIENT_SECRET: SECRETS.skill,
      PROPERTIES_CLIENT_ID: 'properties',
      PROPERTIES_CLIENT_SECRET: SECRETS.properties,
      PROPERTIES_REFRESH_TOKEN: SECRETS.refresh,
    },
    { clock: () => scripted.time.now, realNow: () => scripted.time.real },
  );
  const heard = (echoId: string) =>
    scripted.alexa.view(echoId).recent.map(({ happening }) => JSON.stringify(happening));
  try {
    await use({ ...scripted, channels, failNext: apis.failNext, posted, heard });
  } finally {
    server.close();
  }
};

const messageFor = (echo: VirtualEcho, more: Partial<Message> = {}): Message => {
  const { userId, deviceId, persistentEndpointId } = alexaIds(SKILL_ID, echo);
  const ids =
    persistentEndpointId === undefined ? { userId, deviceId } : { userId, deviceId, endpointId: persistentEndpointId };
  return {
    council: 'harbour',
    echo: {
      council: 'harbour',
      hash: echo.echoId,
      homeId: 'home',
      residents: ['bill'],
      kind: echo.kind,
      speakingLevel: 'open',
      linkVersion: 1,
      state: 'paired',
      sealedIds: idSealer('seal')(ids),
      apiEndpoint: 'https://api.eu.amazonalexa.com',
      notifications: { on: true, at: 0 },
    },
    speech: "Hello Bill & Rosa. It's eight o'clock <here>.",
    title: 'Reminder',
    reference: 'rem1v1',
    urgent: false,
    expiresAt: TEN + HOUR,
    ...more,
  };
};

describe('an announcement to a managed Echo', () => {
  test('is spoken at once, in exactly these words', () =>
    withChannels(async ({ channels, heard }) => {
      assert.deepEqual(await channels['smart-properties'].send([messageFor(FLAT_4)]), [{ kind: 'sent' }]);
      assert.ok(heard('flat-4').some((line) => line.includes("Hello Bill & Rosa. It's eight o'clock <here>.")));
    }));

  test('what must not speak unasked chimes, and its words wait until somebody asks for them', () =>
    withChannels(async ({ channels, alexa, heard }) => {
      const birthday = messageFor(FLAT_4, { speech: 'Happy birthday.', quietly: true });
      assert.deepEqual(await channels['smart-properties'].send([birthday]), [{ kind: 'sent' }]);
      assert.ok(!heard('flat-4').some((line) => line.includes('Happy birthday.')));
      assert.equal(alexa.view('flat-4').waiting, 1);
      assert.match((await alexa.say('flat-4', 'Alexa, read my notifications')).spoken, /Happy birthday\./);
    }));

  test('D13 D18 to one Echo that is there and one that is not, only the missing one is unreachable', () =>
    withChannels(async ({ channels }) => {
      const gone: VirtualEcho = { ...FLAT_4, echoId: 'gone', ...{ kind: 'managed', unitId: 'u', endpointId: 'gone' } };
      const results = await channels['smart-properties'].send([messageFor(FLAT_4), messageFor(gone)]);
      assert.deepEqual(results, [{ kind: 'sent' }, { kind: 'unreachable', reason: 'echo-not-found' }]);
    }));

  test('the same words owed to two people who share an Echo are said once, and the result stands for both', () =>
    withChannels(async ({ channels, posted }) => {
      const results = await channels['smart-properties'].send([messageFor(FLAT_4), messageFor(FLAT_4)]);
      assert.deepEqual(results, [{ kind: 'sent' }, { kind: 'sent' }]);
      const recipients = posted('/v3/notifications').map((body) =>
        Array.isArray(body.recipients) ? body.recipients : [],
      );
      assert.deepEqual(
        recipients.map((all) => all.length),
        [1],
      );
    }));

  test('an Echo whose ids cannot be opened is unreachable, and those beside it are still spoken to', () =>
    withChannels(async ({ channels, posted }) => {
      const good = messageFor(FLAT_4);
      const bad = { ...good, echo: { ...good.echo, sealedIds: 'changed' } };
      assert.deepEqual(await channels['smart-properties'].send([bad, good]), [
        { kind: 'unreachable', reason: 'ids-unreadable' },
        { kind: 'sent' },
      ]);
      assert.deepEqual(await channels['smart-properties'].send([bad]), [
        { kind: 'unreachable', reason: 'ids-unreadable' },
      ]);
      assert.equal(posted('/v3/notifications').length, 1, 'nobody to call, no call');
    }));

  test('D11 without an answer nobody knows whether it was spoken', () =>
    withChannels(async ({ channels, failNext }) => {
      failNext('notifications', { kind: 'status', status: 503 });
      assert.deepEqual(await channels['smart-properties'].send([messageFor(FLAT_4)]), [
        { kind: 'unknown', reason: 'alexa-error' },
      ]);
    }));

  test('D20 too many calls is a refusal to be tried again', () =>
    withChannels(async ({ channels, failNext }) => {
      failNext('notifications', { kind: 'status', status: 429 });
      assert.deepEqual(await channels['smart-properties'].send([messageFor(FLAT_4)]), [
        { kind: 'refused', reason: 'too-many-calls' },
      ]);
    }));

  test('D14 an access token that was refused is renewed once, and the message arrives', () =>
    withChannels(async ({ channels, failNext }) => {
      failNext('notifications', { kind: 'status', status: 401 });
      assert.deepEqual(await channels['smart-properties'].send([messageFor(FLAT_4)]), [{ kind: 'sent' }]);
    }));

  test('D15 without a token the call is not made', () =>
    withChannels(async ({ channels, failNext }) => {
      failNext('token', { kind: 'status', status: 500 });
      assert.deepEqual(await channels['smart-properties'].send([messageFor(FLAT_4)]), [
        { kind: 'refused', reason: 'no-token' },
      ]);
    }));
});

describe('a proactive event to a consumer Echo', () => {
  test('chimes and shines, and carries no words of ours', () =>
    withChannels(async ({ channels, alexa, heard }) => {
      await alexa.setNotifications('bill', true);
      assert.deepEqual(await channels['proactive-events'].send([messageFor(KITCHEN)]), [{ kind: 'sent' }]);
      assert.equal(alexa.view('kitchen').waiting, 1);
      assert.ok(!heard('kitchen').some((line) => line.includes('eight o’clock') || line.includes("eight o'clock")));
    }));

  test('D19 to two Echos of one account it is one call, which stands for both; another account has its own', () =>
    withChannels(async ({ channels, alexa, posted }) => {
      await alexa.setNotifications('bill', true);
      const others: VirtualEcho = { ...KITCHEN, echoId: 'hall', accountId: 'joan' };
      const messages = [messageFor(KITCHEN), messageFor(LOUNGE), messageFor(others)];
      const [kitchen, inLounge] = await channels['proactive-events'].send(messages);
      assert.deepEqual([kitchen, inLounge], [{ kind: 'sent' }, { kind: 'sent' }]);
      assert.equal(posted('proactiveEvents').length, 2);
      assert.deepEqual([alexa.view('kitchen').waiting, alexa.view('lounge').waiting], [1, 1]);
    }));

  test('says by Alexa herself what was moved in the diary, and when a programme begins', () =>
    withChannels(async ({ channels, alexa }) => {
      await alexa.setNotifications('bill', true);
      const about = [
        { kind: 'occasion', change: 'moved', at: TEN + 3 * HOUR },
        { kind: 'programme', at: TEN + 9 * HOUR },
      ] as const;
      for (const [n, one] of about.entries())
        assert.deepEqual(
          await channels['proactive-events'].send([messageFor(KITCHEN, { about: one, reference: `about${n}` })]),
          [{ kind: 'sent' }],
        );
      const { spoken } = await alexa.say('kitchen', 'alexa, read my notifications');
      assert.match(spoken, /Your appointment with Harbour County Council for your diary on Tuesday.* rescheduled\./);
      assert.match(spoken, /your programme is available from Tuesday/);
    }));

  test('N-07 says by Alexa herself which bins are collected, and on which weekday', () =>
    withChannels(async ({ channels, alexa, posted }) => {
      await alexa.setNotifications('bill', true);
      const bins = [
        { kind: 'recycling', colour: 'green' },
        { kind: 'food', colour: 'brown' },
        { kind: 'recycling', colour: 'blue' },
      ] as const;
      const message = messageFor(KITCHEN, { about: { kind: 'bins', on: '2026-11-26', bins } });
      assert.deepEqual(await channels['proactive-events'].send([message]), [{ kind: 'sent' }]);
      assert.deepEqual(posted('proactiveEvents')[0]?.event, {
        name: 'AMAZON.TrashCollectionAlert.Activated',
        payload: {
          alert: { garbageTypes: ['RECYCLABLE_PLASTICS', 'KITCHEN_WASTE'], collectionDayOfWeek: 'THURSDAY' },
        },
      });
      const { spoken } = await alexa.say('kitchen', 'alexa, read my notifications');
      assert.match(spoken, /recyclable plastics and kitchen waste will be collected on thursday/);
    }));

  test('D19 the reference it sends is of letters and digits, the same for every try, another for every telling and account', () =>
    withChannels(async ({ channels, posted }) => {
      const long = 'x'.repeat(150);
      const tellings = [`${long}1`, `${long}2`, 'rem-1.v1', 'rem-1v.1', 'rem-1.v1'];
      for (const reference of tellings) await channels['proactive-events'].send([messageFor(KITCHEN, { reference })]);
      await channels['proactive-events'].send([
        messageFor({ ...KITCHEN, accountId: 'joan' }, { reference: 'rem-1.v1' }),
      ]);
      const sent = posted('proactiveEvents').map(({ referenceId }) => String(referenceId));
      assert.ok(sent.every((reference) => /^[A-Za-z0-9]{1,100}$/.test(reference)));
      assert.deepEqual([sent.length, new Set(sent).size, sent[2] === sent[4]], [6, 5, true]);
    }));

  test('an Echo whose ids cannot be opened is unreachable, and those beside it are told', () =>
    withChannels(async ({ channels, alexa }) => {
      await alexa.setNotifications('bill', true);
      const bad = messageFor(KITCHEN);
      const messages = [{ ...bad, echo: { ...bad.echo, sealedIds: 'changed' } }, messageFor(KITCHEN)];
      assert.deepEqual(await channels['proactive-events'].send(messages), [
        { kind: 'unreachable', reason: 'ids-unreadable' },
        { kind: 'sent' },
      ]);
    }));

  test('D17 to an account with notifications off it is unreachable', () =>
    withChannels(async ({ channels }) => {
      assert.deepEqual(await channels['proactive-events'].send([messageFor(KITCHEN)]), [
        { kind: 'unreachable', reason: 'notifications-off' },
      ]);
    }));

  test('D19 the same reference again counts as sent, and chimes once', () =>
    withChannels(async ({ channels, alexa }) => {
      await alexa.setNotifications('bill', true);
      await channels['proactive-events'].send([messageFor(KITCHEN)]);
      assert.deepEqual(await channels['proactive-events'].send([messageFor(KITCHEN)]), [{ kind: 'sent' }]);
      assert.equal(alexa.view('kitchen').waiting, 1);
    }));

  test('D21 at the notification limit it is unreachable for now', () =>
    withChannels(async ({ channels, failNext }) => {
      failNext('proactive-events', { kind: 'status', status: 432 });
      assert.deepEqual(await channels['proactive-events'].send([messageFor(KITCHEN)]), [
        { kind: 'unreachable', reason: 'notification-limit' },
      ]);
    }));

  const BY_CODE = [
    [202, { kind: 'sent' }],
    [400, { kind: 'unreachable', reason: 'not-valid' }],
    [403, { kind: 'unreachable', reason: 'notifications-off' }],
    [409, { kind: 'sent' }],
    [429, { kind: 'refused', reason: 'too-many-calls' }],
    [432, { kind: 'unreachable', reason: 'notification-limit' }],
    [500, { kind: 'refused', reason: 'alexa-error' }],
    [503, { kind: 'refused', reason: 'alexa-error' }],
  ] as const;
  for (const [status, came] of BY_CODE)
    test(`N-07 an answer of ${status} is ${came.kind}${'reason' in came ? `: ${came.reason}` : ''}`, () =>
      withChannels(async ({ channels, failNext }) => {
        for (let calls = 0; calls < 2; calls += 1) failNext('proactive-events', { kind: 'status', status });
        assert.deepEqual(await channels['proactive-events'].send([messageFor(KITCHEN)]), [came]);
      }));

  test('D22 an error on the other side is tried again: the reference keeps it from chiming twice', () =>
    withChannels(async ({ channels, failNext }) => {
      failNext('proactive-events', { kind: 'status', status: 500 });
      assert.deepEqual(await channels['proactive-events'].send([messageFor(KITCHEN)]), [
        { kind: 'refused', reason: 'alexa-error' },
      ]);
    }));
});
