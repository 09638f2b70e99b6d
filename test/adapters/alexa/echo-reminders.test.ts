import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import { alexaReminders } from '../../../lambda/adapters/alexa/echo-reminders.ts';
import { skillMessaging } from '../../../lambda/adapters/alexa/wake-skill.ts';
import { idOpener, idSealer } from '../../../lambda/adapters/secrets/echo-ids.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import type { WantedCopy } from '../../../lambda/core/reminders/echo-reminders.ts';
import type { HeldRule } from '../../../lambda/core/reminders/held-rule.ts';
import { anEcho } from '../../support/builders/people.ts';

type Got = { readonly method: string; readonly path: string; readonly token: string | null; readonly body: unknown };

/** An API on loopback that answers everything alike, and remembers what it was sent. */
const answering = async (
  status: number,
  body: unknown,
  use: (url: string, got: Got[]) => Promise<void>,
): Promise<void> => {
  const got: Got[] = [];
  const address = Promise.withResolvers<number>();
  const server = serve(
    {
      port: 0,
      hostname: '127.0.0.1',
      fetch: async (request) => {
        const text = await request.text();
        const { pathname } = new URL(request.url);
        const token = request.headers.get('authorization');
        got.push({ method: request.method, path: pathname, token, body: text === '' ? undefined : JSON.parse(text) });
        return body === undefined ? new Response(null, { status }) : Response.json(body, { status });
      },
    },
    ({ port }) => address.resolve(port),
  );
  try {
    await use(`http://127.0.0.1:${await address.promise}`, got);
  } finally {
    server.close();
  }
};

const NOW = instantOf('2026-07-01T10:00');
const wanted = (rule: HeldRule): WantedCopy => ({ rule, words: 'Your nine o\'clock reminder. "Tea" & <toast>' });
const DAILY: HeldRule = { kind: 'again', on: 'every-day', times: ['09:05'], from: '2026-07-01' };
const reminders = (apiUrl: string) => alexaReminders({ apiUrl, clock: () => NOW });
const access = (apiEndpoint: string) => ({ apiEndpoint, token: 'Atc|one' });

describe('the body of a reminder', () => {
  const BODIES: readonly (readonly [string, HeldRule, object])[] = [
    [
      'once',
      { kind: 'once', at: '2026-07-02T09:05' },
      { type: 'SCHEDULED_ABSOLUTE', scheduledTime: '2026-07-02T09:05:00.000', timeZoneId: 'Europe/London' },
    ],
    [
      'on some days, at two times, until a last day',
      { kind: 'again', on: [1, 7], times: ['09:05', '18:00'], from: '2026-07-01', until: '2026-08-01' },
      {
        type: 'SCHEDULED_ABSOLUTE',
        timeZoneId: 'Europe/London',
        recurrence: {
          startDateTime: '2026-07-01T00:00:00.000',
          endDateTime: '2026-08-01T23:59:59.000',
          recurrenceRules: [
            'FREQ=WEEKLY;BYDAY=MO,SU;BYHOUR=9;BYMINUTE=5;BYSECOND=0;INTERVAL=1;',
            'FREQ=WEEKLY;BYDAY=MO,SU;BYHOUR=18;BYMINUTE=0;BYSECOND=0;INTERVAL=1;',
          ],
        },
      },
    ],
    [
      'on a day of the month',
      { kind: 'again', on: { dayOfMonth: 3 }, times: ['09:05'], from: '2026-07-01' },
      {
        type: 'SCHEDULED_ABSOLUTE',
        timeZoneId: 'Europe/London',
        recurrence: {
          startDateTime: '2026-07-01T00:00:00.000',
          recurrenceRules: ['FREQ=MONTHLY;BYMONTHDAY=3;BYHOUR=9;BYMINUTE=5;BYSECOND=0;INTERVAL=1;'],
        },
      },
    ],
  ];
  for (const [what, rule, trigger] of BODIES)
    test(`${what}: wall time in the United Kingdom without Z, text always, and no push to a phone`, () =>
      answering(200, { alertToken: 'one' }, async (url, got) => {
        assert.deepEqual(await reminders(url).create(access(url), wanted(rule)), { kind: 'created', token: 'one' });
        assert.deepEqual(got, [
          {
            method: 'POST',
            path: '/v1/alerts/reminders',
            token: 'Bearer Atc|one',
            body: {
              requestTime: '2026-07-01T10:00:00.000',
              trigger,
              alertInfo: {
                spokenInfo: { content: [{ locale: 'en-GB', text: 'Your nine o\'clock reminder. "Tea" & <toast>' }] },
              },
              pushNotification: { status: 'DISABLED' },
            },
          },
        ]);
      }));
});

describe('what Alexa answers about a reminder', () => {
  const problem = (code: string, message = '') => ({ code, message });
  const CREATING: readonly (readonly [number, object | undefined, string])[] = [
    [400, problem('INVALID_ALERT_INFO'), 'not-valid'],
    [400, problem('TRIGGER_SCHEDULED_TIME_IN_PAST'), 'time-has-passed'],
    [401, problem('INVALID_BEARER_TOKEN'), 'no-token'],
    [401, problem('ACCESS_DENIED', 'Access denied with reason: ACCESS_NOT_REQUESTED'), 'no-permission'],
    [403, problem('ACCESS_DENIED', 'Access denied with reason: ACCESS_NOT_REQUESTED'), 'no-permission'],
    [403, problem('ACCESS_DENIED', 'Access denied with reason: FORBIDDEN'), 'not-declared'],
    [403, problem('DEVICE_NOT_SUPPORTED'), 'device-cannot-ring'],
    [403, problem('MAX_REMINDERS_EXCEEDED'), 'too-many-on-echo'],
    [401, problem('MAX_REMINDERS_EXCEEDED'), 'too-many-on-echo'],
    [429, undefined, 'try-later'],
    [500, undefined, 'unknown'],
    [503, undefined, 'unknown'],
    [504, undefined, 'unknown'],
    [200, { other: 'shape' }, 'unknown'],
  ];
  for (const [status, body, why] of CREATING)
    test(`creating, ${status} ${JSON.stringify(body ?? '')} is ${why}`, () =>
      answering(status, body, async (url) =>
        assert.deepEqual(await reminders(url).create(access(url), wanted(DAILY)), { kind: 'refused', why }),
      ));

  const CHANGING: readonly (readonly [number, object | undefined, object])[] = [
    [200, { alertToken: 'one' }, { kind: 'changed' }],
    [404, problem('ALERT_NOT_FOUND'), { kind: 'gone' }],
    [409, problem('CONFLICT'), { kind: 'refused', why: 'no-permission' }],
    [400, problem('INVALID_ALERT_INFO'), { kind: 'refused', why: 'not-valid' }],
    [429, undefined, { kind: 'refused', why: 'try-later' }],
    [500, undefined, { kind: 'refused', why: 'try-later' }],
  ];
  for (const [status, body, came] of CHANGING)
    test(`changing, ${status} is ${JSON.stringify(came)}`, () =>
      answering(status, body, async (url) =>
        assert.deepEqual(await reminders(url).change(access(url), 'one', wanted(DAILY)), came),
      ));

  for (const [status, came] of [
    [200, { kind: 'removed' }],
    [404, { kind: 'removed' }],
    [401, { kind: 'refused', why: 'no-permission' }],
    [429, { kind: 'refused', why: 'try-later' }],
  ] as const)
    test(`removing, ${status} is ${came.kind}`, () =>
      answering(status, undefined, async (url) =>
        assert.deepEqual(await reminders(url).remove(access(url), 'a/b'), came),
      ));

  test('a list counts in text, and a copy that is over is said to be', () =>
    answering(
      200,
      {
        totalCount: '2',
        alerts: [
          { alertToken: 'a', status: 'ON' },
          { alertToken: 'b', status: 'COMPLETED' },
        ],
      },
      async (url) =>
        assert.deepEqual(await reminders(url).list(access(url)), {
          kind: 'listed',
          copies: [
            { token: 'a', isOver: false },
            { token: 'b', isOver: true },
          ],
        }),
    ));

  test('nobody there is unknown, and nothing is thrown', async () => {
    const url = 'http://127.0.0.1:1';
    assert.deepEqual(await reminders(url).create(access(url), wanted(DAILY)), { kind: 'refused', why: 'unknown' });
  });

  test('a token is sent to our own region only, whatever host a request named, and never an empty one', () =>
    answering(200, { alertToken: 'one' }, async (url, got) => {
      const elsewhere = access('https://api.amazonalexa.com');
      for (const bad of [elsewhere, { apiEndpoint: url, token: '' }])
        assert.deepEqual(await reminders(url).create(bad, wanted(DAILY)), { kind: 'refused', why: 'no-token' });
      assert.deepEqual(got, []);
    }));
});

describe('waking the skill', () => {
  const seal = idSealer('seal');
  const wake = (apiUrl: string) =>
    skillMessaging({ accessToken: async () => 'lwa', openIds: idOpener('seal'), apiUrl });
  const echo = anEcho({ kind: 'consumer', sealedIds: seal({ userId: 'amzn1.ask/account', deviceId: 'd' }) });
  const ANSWERS = [
    [202, 'accepted'],
    [400, 'refused'],
    [403, 'refused'],
    [404, 'no-such-user'],
    [429, 'refused'],
    [500, 'refused'],
  ] as const;
  for (const [status, came] of ANSWERS)
    test(`${status} is ${came}`, () =>
      answering(status, undefined, async (url, got) => {
        assert.equal(await wake(url)(echo), came);
        assert.equal(got[0]?.path, '/v1/skillmessages/users/amzn1.ask%2Faccount');
        assert.deepEqual(got[0]?.body, { data: { op: 'level-reminders' }, expiresAfterSeconds: 3600 });
      }));

  test('ids that cannot be opened name nobody, and nobody is called', () =>
    answering(202, undefined, async (url, got) => {
      assert.equal(await wake(url)({ ...echo, sealedIds: 'changed' }), 'no-such-user');
      assert.deepEqual(got, []);
    }));
});
