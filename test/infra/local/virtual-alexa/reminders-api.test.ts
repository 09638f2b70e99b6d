import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RequestEnvelope, Response } from 'ask-sdk-model';
import { type AlexaApisNeeds, alexaApis } from '../../../../infra/local/virtual-alexa/alexa-apis.ts';
import { MOST_REMINDERS } from '../../../../infra/local/virtual-alexa/apis/reminders-api.ts';
import { seededWeather } from '../../../../infra/local/virtual-alexa/seeded-weather.ts';
import { bringMessages } from '../../../../infra/local/virtual-alexa/skill-messages.ts';
import { alexaIds, type VirtualEcho } from '../../../../infra/local/virtual-alexa/virtual-echo.ts';
import { answer, FLAT_4, KITCHEN, MODEL, SKILL_ID, says, scriptedAlexa } from './scripted-alexa.ts';

const BASE = 'http://127.0.0.1:4000/alexa-api';
const CLIENTS = {
  skill: { clientId: 'skill', clientSecret: 'secret' },
  smartProperties: { clientId: 'asp', clientSecret: 'asp-secret', refreshToken: 'Atzr|demo' },
};
const SCOPE = 'alexa::alerts:reminders:skill:readwrite';
const MINUTE = 60_000;
const BILL = alexaIds(SKILL_ID, KITCHEN).userId;

const tokenOf = ({ context }: RequestEnvelope): string => context.System.apiAccessToken ?? '';

const at = (scheduledTime: string) => ({ type: 'SCHEDULED_ABSOLUTE', scheduledTime, timeZoneId: 'Europe/London' });
const every = (rule: string, more: object = {}) => ({
  type: 'SCHEDULED_ABSOLUTE',
  timeZoneId: 'Europe/London',
  recurrence: { startDateTime: '2026-11-24T00:00:00.000', recurrenceRules: [rule], ...more },
});
const EIGHT = 'FREQ=DAILY;BYHOUR=8;BYMINUTE=0;BYSECOND=0;INTERVAL=1;';

const reminder = (more: object = {}) => ({
  requestTime: '2026-11-24T10:00:00.000',
  trigger: at('2026-11-24T12:30:00.000'),
  alertInfo: { spokenInfo: { content: [{ locale: 'en-GB', text: 'Your half past twelve reminder.' }] } },
  pushNotification: { status: 'DISABLED' },
  ...more,
});

const set = async (script: Parameters<typeof scriptedAlexa>[0] = [], needs: Partial<AlexaApisNeeds> = {}) => {
  const scripted = await scriptedAlexa([says('Hello?'), ...script]);
  const { alexa, world, sent } = scripted;
  const told: Promise<unknown>[] = [];
  const apis = alexaApis({
    world,
    basePath: '/alexa-api',
    clients: CLIENTS,
    giveUpAfterMs: 5,
    bringMessages: () => void told.push(alexa.passTime()),
    ...needs,
  });
  const call = async (path: string, init: RequestInit = {}) => {
    const response = (await apis.handle(new Request(`${BASE}${path}`, init))) ?? assert.fail('not handled');
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const on =
    (token: string) =>
    (method: string, path = '', body?: unknown) =>
      call(`/v1/alerts/reminders${path}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
  await alexa.say('kitchen', 'alexa, open bell bird');
  const token = tokenOf(sent[0] ?? assert.fail());
  await alexa.setReminders('bill', true);
  const background = tokenOf(sent[1] ?? assert.fail());
  const skillToken = async (scope = 'alexa:skill_messaging') =>
    (
      await call('/auth/o2/token', {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: 'skill',
          client_secret: 'secret',
          scope,
        }),
      })
    ).body.access_token;
  const message = async (user: string, body: unknown, scope?: string) =>
    call(`/v1/skillmessages/users/${encodeURIComponent(user)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await skillToken(scope)}` },
      body: JSON.stringify(body),
    });
  const asked = () => sent.map(({ request }) => request);
  return { ...scripted, apis, call, inSession: on(token), outOfSession: on(background), message, asked, told };
};

const codeOf = ({ status, body }: { status: number; body?: { code?: string; message?: string } }) => [
  status,
  body?.code,
];

describe('reminders on a consumer Echo', () => {
  test('one is created in session, listed, changed and removed, and the count is a string', async () => {
    const { inSession } = await set();
    const created = await inSession('POST', '', reminder());
    assert.equal(created.status, 200);
    const { alertToken, status, version } = created.body;
    assert.deepEqual([status, version], ['ON', '1']);
    const listed = await inSession('GET');
    assert.equal(listed.body.totalCount, '1');
    assert.equal(listed.body.alerts[0].alertToken, alertToken);
    const changed = await inSession('PUT', `/${alertToken}`, reminder({ trigger: every(EIGHT) }));
    assert.equal(changed.body.version, '2');
    assert.equal((await inSession('GET', `/${alertToken}`)).body.trigger.recurrence.recurrenceRules[0], EIGHT);
    assert.equal((await inSession('DELETE', `/${alertToken}`)).status, 200);
    assert.equal((await inSession('GET')).body.totalCount, '0');
  });

  test('a token from out of session may read, change and remove, and may not create', async () => {
    const { inSession, outOfSession } = await set();
    const { alertToken } = (await inSession('POST', '', reminder())).body;
    assert.deepEqual(codeOf(await outOfSession('POST', '', reminder())), [403, 'ACCESS_DENIED']);
    assert.equal((await outOfSession('GET')).status, 200);
    assert.equal((await outOfSession('PUT', `/${alertToken}`, reminder())).status, 200);
    assert.equal((await outOfSession('DELETE', `/${alertToken}`)).status, 200);
  });

  const noText = { alertInfo: { spokenInfo: { content: [{ locale: 'en-GB', ssml: '<speak>Hello</speak>' }] } } };
  const REFUSED: [string, object, number, string][] = [
    ['without text', noText, 400, 'INVALID_ALERT_INFO'],
    ['for a time that has gone', { trigger: at('2026-11-24T09:59:00.000') }, 400, 'TRIGGER_SCHEDULED_TIME_IN_PAST'],
    [
      'for a rule that is over',
      { trigger: every(EIGHT, { endDateTime: '2026-11-24T09:00:00.000' }) },
      400,
      'TRIGGER_SCHEDULED_TIME_IN_PAST',
    ],
    ['with a time in UTC', { trigger: at('2026-11-24T12:30:00.000Z') }, 400, 'INVALID_REQUEST'],
    ['with COUNT in its rule', { trigger: every('FREQ=DAILY;BYHOUR=8;BYMINUTE=0;COUNT=3;') }, 400, 'INVALID_REQUEST'],
    ['with a rule that has no hour', { trigger: every('FREQ=DAILY;INTERVAL=1;') }, 400, 'INVALID_REQUEST'],
    ['with a field too many', { label: 'bins' }, 400, 'INVALID_REQUEST'],
    ['with a push to nobody', { pushNotification: { status: 'OFF' } }, 400, 'INVALID_REQUEST'],
  ];
  for (const [what, more, status, code] of REFUSED)
    test(`one ${what} is refused with ${code}`, async () => {
      const { inSession } = await set();
      assert.deepEqual(codeOf(await inSession('POST', '', reminder(more))), [status, code]);
    });

  test("what is created and what is changed is judged by Amazon's own model first, and its place is named without its value", async () => {
    const { inSession } = await set();
    const { alertToken } = (await inSession('POST', '', reminder())).body;
    const wrong = reminder({
      alertInfo: { spokenInfo: { content: [{ locale: 'en-GB', text: 'x', words: 'secret' }] } },
    });
    for (const [method, path] of [
      ['POST', ''],
      ['PUT', `/${alertToken}`],
    ] as const) {
      const { status, body } = await inSession(method, path, wrong);
      assert.equal(status, 400);
      assert.match(body.message, /not one of Amazon's model, at alertInfo\.spokenInfo\.content/);
      assert.doesNotMatch(body.message, /secret/);
    }
  });

  test('without the permission it is ACCESS_NOT_REQUESTED, and FORBIDDEN where the manifest does not ask', async () => {
    const { inSession, alexa } = await set();
    await alexa.setReminders('bill', false);
    const refused = await inSession('POST', '', reminder());
    assert.equal(refused.status, 401);
    assert.match(refused.body.message, /ACCESS_NOT_REQUESTED$/);
    const undeclared = await set([], { declaresReminders: false });
    const forbidden = await undeclared.inSession('POST', '', reminder());
    assert.equal(forbidden.status, 403);
    assert.match(forbidden.body.message, /FORBIDDEN$/);
  });

  test('a token that is over is refused with INVALID_BEARER_TOKEN', async () => {
    const { inSession, time } = await set();
    time.real += 61 * MINUTE;
    assert.deepEqual(codeOf(await inSession('GET')), [401, 'INVALID_BEARER_TOKEN']);
  });

  test('a device that cannot ring is DEVICE_NOT_SUPPORTED', async () => {
    const { alexa, sent, world, call } = await set([says('Hello?')]);
    await alexa.say('flat-4', 'alexa, open bell bird');
    const token = tokenOf(sent.at(-1) ?? assert.fail());
    world.changeAccount('court', (before) => ({ ...before, reminders: 'granted' }));
    const headers = { authorization: `Bearer ${token}` };
    const body = JSON.stringify(reminder());
    assert.deepEqual(codeOf(await call('/v1/alerts/reminders', { method: 'POST', headers, body })), [
      403,
      'DEVICE_NOT_SUPPORTED',
    ]);
    assert.equal(FLAT_4.kind satisfies VirtualEcho['kind'], 'managed');
  });

  test('one more than the Echo holds is MAX_REMINDERS_EXCEEDED', async () => {
    const { inSession } = await set();
    for (let n = 0; n < MOST_REMINDERS; n += 1) assert.equal((await inSession('POST', '', reminder())).status, 200);
    assert.deepEqual(codeOf(await inSession('POST', '', reminder())), [403, 'MAX_REMINDERS_EXCEEDED']);
  });

  test('one that nobody has is ALERT_NOT_FOUND', async () => {
    const { inSession } = await set();
    for (const method of ['GET', 'DELETE'])
      assert.deepEqual(codeOf(await inSession(method, '/gone')), [404, 'ALERT_NOT_FOUND']);
    assert.deepEqual(codeOf(await inSession('PUT', '/gone', reminder())), [404, 'ALERT_NOT_FOUND']);
  });

  test('the host of another region knows nobody', async () => {
    const { apis } = await set();
    const statusAt = async (path: string, method: string) =>
      (await apis.handle(new Request(`${BASE}-na${path}`, { method })))?.status;
    assert.equal(await statusAt('/v1/alerts/reminders', 'GET'), 401);
    assert.equal(await statusAt(`/v1/skillmessages/users/${BILL}`, 'POST'), 404);
    assert.equal(await statusAt('/v1/proactiveEvents', 'POST'), 403);
  });

  test('one rings at its time by the clock in the United Kingdom, and the skill is told; once it is over it stays listed three days', async () => {
    const { inSession, alexa, asked, time } = await set();
    const { alertToken } = (await inSession('POST', '', reminder())).body;
    time.now = Date.parse('2026-11-24T12:30:00Z');
    await alexa.passTime();
    await alexa.passTime();
    const rung = alexa.view('kitchen').recent.filter(({ happening }) => happening.kind === 'reminder');
    assert.deepEqual(
      rung.map(({ happening }) => happening),
      [{ kind: 'reminder', spoken: "Here's your reminder. Your half past twelve reminder." }],
    );
    const events = asked().filter(({ type }) => type.startsWith('Reminders.'));
    assert.deepEqual(
      events.map((event) => [event.type, 'body' in event ? event.body : undefined]),
      [
        ['Reminders.ReminderStarted', { status: 'ON', alertToken }],
        ['Reminders.ReminderStatusChanged', { status: 'COMPLETED', alertToken }],
      ],
    );
    assert.equal((await inSession('GET')).body.alerts[0].status, 'COMPLETED');
    time.now += 3 * 24 * 60 * MINUTE;
    assert.equal((await inSession('GET')).body.totalCount, '0');
  });

  test('a rule rings each day until it is deleted at the Echo, of which the skill is told', async () => {
    const { inSession, alexa, asked, time } = await set();
    const { alertToken } = (await inSession('POST', '', reminder({ trigger: every(EIGHT) }))).body;
    for (const day of ['25', '26']) {
      time.now = Date.parse(`2026-11-${day}T08:00:00Z`);
      await alexa.passTime();
    }
    assert.equal(alexa.view('kitchen').recent.filter(({ happening }) => happening.kind === 'reminder').length, 2);
    await alexa.removeReminder('kitchen', alertToken);
    assert.equal((await inSession('GET')).body.totalCount, '0');
    const deleted = asked().at(-1);
    assert.equal(deleted?.type, 'Reminders.ReminderDeleted');
    assert.deepEqual(deleted && 'body' in deleted ? deleted.body : undefined, { alertTokens: [alertToken] });
  });
});

describe('skill messages', () => {
  test('one is brought to the skill out of session, with a token', async () => {
    const { message, asked, sent, told } = await set();
    assert.equal((await message(BILL, { data: { op: 'look', ref: 'r1' } })).status, 202);
    await Promise.all(told);
    const got = asked().at(-1);
    assert.equal(got?.type, 'Messaging.MessageReceived');
    assert.deepEqual(got && 'message' in got ? got.message : undefined, { op: 'look', ref: 'r1' });
    assert.equal(sent.at(-1)?.session, undefined);
    assert.ok(sent.at(-1)?.context.System.apiAccessToken);
  });

  test('one that the skill does not answer comes again after 30 seconds, then after a minute', async () => {
    const { world } = await set();
    const at: number[] = [];
    let now = world.clock();
    const began = now;
    const side = {
      world: { ...world, clock: () => now },
      model: MODEL,
      skillName: 'Harbour Care',
      invokeSkill: async () => {
        at.push(now - began);
        throw new Error('the skill is down');
      },
      apiEndpoint: () => BASE,
      answerWithinMs: 8_000,
      refused: () => undefined,
    };
    world.changeMessages(() => [
      { id: 'm', accountId: 'bill', data: {}, nextTry: now, gap: 30_000, expiresAt: now + 120_000 },
    ]);
    for (; now <= began + 300_000; now += 10_000) await bringMessages(side);
    assert.deepEqual(at, [0, 30_000, 90_000], 'at 210 seconds it has expired');
  });

  const REFUSED: [string, string, unknown, string | undefined, number][] = [
    ['with the scope of another API', BILL, { data: {} }, 'alexa::proactive_events', 403],
    ['to a user who has not enabled the skill', 'amzn1.ask.account.GONE', { data: {} }, undefined, 404],
    ['without data', BILL, {}, undefined, 400],
    ['with a value that is no text', BILL, { data: { n: 1 } }, undefined, 400],
    ['with a field that the model does not know', BILL, { data: {}, words: 'Hello' }, undefined, 400],
    ['whose end is no number', BILL, { data: {}, expiresAfterSeconds: 'soon' }, undefined, 400],
    ['that lives longer than a day', BILL, { data: {}, expiresAfterSeconds: 86_401 }, undefined, 400],
    ['of more than 6 KB', BILL, { data: { ref: 'x'.repeat(6_200) } }, undefined, 400],
    ['that lives less than a minute', BILL, { data: {}, expiresAfterSeconds: 59 }, undefined, 400],
  ];
  for (const [what, user, body, scope, status] of REFUSED)
    test(`one ${what} is refused with ${status}`, async () => {
      const { message } = await set();
      assert.equal((await message(user, body, scope)).status, status);
    });
});

const askFor = (version: '1' | '2'): Response['directives'] => [
  {
    type: 'Connections.SendRequest',
    name: 'AskFor',
    payload:
      version === '1'
        ? { '@type': 'AskForPermissionsConsentRequest', '@version': '1', permissionScope: SCOPE }
        : {
            '@type': 'AskForPermissionsConsentRequest',
            '@version': '2',
            permissionScopes: [{ permissionScope: SCOPE, consentLevel: 'ACCOUNT' }],
          },
    token: 'state',
  },
];

describe('a permission asked for by voice', () => {
  const ask = async (version: '1' | '2', words: string) => {
    const got = await scriptedAlexa([
      answer(
        { outputSpeech: { type: 'SSML', ssml: '<speak>One thing first.</speak>' }, directives: askFor(version) ?? [] },
        { kept: true },
      ),
      says('Thank you.', { shouldEndSession: true }),
    ]);
    const turn = await got.alexa.say('kitchen', 'alexa, open bell bird');
    await (words === '' ? got.alexa.silence('kitchen') : got.alexa.say('kitchen', words));
    const reply = got.sent.find(({ request }) => request.type === 'Connections.Response');
    return { ...got, turn, reply };
  };
  const STATUS: ['1' | '2', string, string][] = [
    ['1', 'yes', 'ACCEPTED'],
    ['1', 'no', 'DENIED'],
    ['2', 'yes', 'ACCEPTED'],
    ['2', '', 'NOT_ANSWERED'],
  ];
  for (const [version, words, status] of STATUS)
    test(`"${words}" is ${status} in version ${version}, and the attributes of the session do not come back`, async () => {
      const { turn, reply, alexa, refusals } = await ask(version, words);
      assert.match(turn.spoken, /^One thing first\. Do you give Harbour Care permission/);
      assert.deepEqual(refusals, []);
      assert.deepEqual(reply?.session?.attributes, {});
      const request = reply?.request;
      assert.ok(request?.type === 'Connections.Response');
      assert.equal(request.status?.code, '200');
      assert.ok(JSON.stringify(request.payload).includes(`"status":"${status}"`));
      assert.equal(request.token, 'state');
      assert.equal(alexa.view('kitchen').remindersAllowed, status === 'ACCEPTED');
      if (status === 'NOT_ANSWERED')
        assert.equal(alexa.view('kitchen').cards[0]?.type, 'AskForPermissionsConsent', 'Alexa sends the card herself');
    });

  test('one that leaves the session listening, or that is asked for twice in one response, is refused', async () => {
    for (const response of [
      says('Hello?', { directives: askFor('1') ?? [] }),
      { directives: [...(askFor('1') ?? []), ...(askFor('2') ?? [])] },
    ]) {
      const { alexa, refusals } = await scriptedAlexa([response]);
      await alexa.say('kitchen', 'alexa, open bell bird');
      assert.equal(refusals.length, 1);
    }
  });
});

const offer = (trigger: object): Response => ({
  outputSpeech: { type: 'SSML', ssml: '<speak>Here is an idea.</speak>' },
  directives: [
    {
      type: 'Connections.StartConnection',
      uri: 'connection://AMAZON.OfferAutomation/1',
      onCompletion: 'RESUME_SESSION',
      token: 'anchor',
      input: {
        automation: {
          trigger,
          operations: {
            serial: [
              {
                operation: {
                  type: 'Alexa.Automation.Operation.Skill.StartConnection',
                  version: '1.0',
                  operationId: 'my-day',
                  payload: {
                    connectionRequest: {
                      uri: `connection://${SKILL_ID}.MyDay/1?provider=${SKILL_ID}`,
                      input: {},
                    },
                  },
                },
              },
            ],
          },
        },
        renderingData: { operations: { 'my-day': { descriptionPrompt: 'say what is due' } } },
      },
    },
  ],
});

const clock = {
  type: 'Alexa.Automation.Trigger.Schedule.AbsoluteTime',
  version: '1.0',
  payload: {
    schedule: {
      triggerTime: '120000',
      timeZoneId: 'Europe/London',
      recurrence: 'RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
    },
  },
};
const words = {
  type: 'Alexa.Automation.Trigger.Voice.CustomUtterance',
  version: '1.0',
  payload: { utterances: ['my day'], locale: 'en-GB' },
};

describe('a routine that the skill offers', () => {
  const offered = async (trigger: object, reply: string, more: Parameters<typeof scriptedAlexa>[0] = []) => {
    const got = await scriptedAlexa([offer(trigger), says('All right.', { shouldEndSession: true }), ...more]);
    await got.alexa.say('kitchen', 'alexa, open bell bird');
    await got.alexa.say('kitchen', reply);
    const resumed = got.sent.find(({ request }) => request.type === 'SessionResumedRequest')?.request;
    assert.ok(resumed?.type === 'SessionResumedRequest' && resumed.cause !== undefined);
    return { ...got, cause: resumed.cause };
  };

  test('with a yes it starts our task by itself every day, with a session, and the attributes are not kept', async () => {
    const { alexa, cause, sent, time } = await offered(clock, 'yes', [says('Is it done?'), says('Is it done?')]);
    assert.deepEqual(cause, { type: 'ConnectionCompleted', token: 'anchor', status: { code: '200', message: 'OK' } });
    for (const day of ['24', '25']) {
      time.now = Date.parse(`2026-11-${day}T12:00:00Z`);
      await alexa.passTime();
    }
    const tasks = sent.flatMap(({ request }) => (request.type === 'LaunchRequest' ? (request.task ?? []) : []));
    assert.deepEqual(tasks, [
      { name: `${SKILL_ID}.MyDay`, version: '1', input: {} },
      { name: `${SKILL_ID}.MyDay`, version: '1', input: {} },
    ]);
  });

  test('with a no it is REJECTED_BY_CUSTOMER, and nothing starts', async () => {
    const { alexa, cause, time } = await offered(clock, 'no');
    assert.ok(cause.type === 'ConnectionCompleted' && cause.status?.message === 'REJECTED_BY_CUSTOMER');
    time.now = Date.parse('2026-11-24T12:00:00Z');
    await alexa.passTime();
    assert.deepEqual(alexa.view('kitchen').routines, []);
  });

  test('offered again it is AUTOMATION_ALREADY_ENABLED', async () => {
    const { alexa, sent } = await offered(clock, 'yes', [offer(clock), says('Good.', { shouldEndSession: true })]);
    await alexa.say('kitchen', 'alexa, open bell bird');
    await alexa.say('kitchen', 'yes');
    const last = sent.at(-1)?.request;
    assert.ok(last?.type === 'SessionResumedRequest' && last.cause?.type === 'ConnectionCompleted');
    assert.equal(last.cause.status?.message, 'AUTOMATION_ALREADY_ENABLED');
  });

  test('by words it needs no invocation name, and it is gone when somebody turns it off', async () => {
    const { alexa, sent } = await offered(words, 'yes', [says('Nothing is due.', { shouldEndSession: true })]);
    await alexa.say('kitchen', 'alexa, my day');
    assert.equal(sent.at(-1)?.request.type, 'LaunchRequest');
    await alexa.removeRoutine('kitchen', alexa.view('kitchen').routines[0]?.id ?? '');
    const before = sent.length;
    await alexa.say('kitchen', 'alexa, my day');
    assert.equal(sent.length, before);
  });
});

describe('the weather of the APIs', () => {
  test('is the same for the same seed, and brings every trouble', () => {
    const rates = { tooMany: 0.15, error: 0.15, timeOut: 0.15, halfOpen: 0.15, late: 0.15 };
    const of = (seed: number) => {
      const weather = seededWeather(seed, rates);
      return Array.from({ length: 200 }, () => JSON.stringify(weather('reminders') ?? 'fine'));
    };
    assert.deepEqual(of(7), of(7));
    assert.notDeepEqual(of(7), of(8));
    assert.equal(new Set(of(7)).size, 6);
  });

  test('429 and 500 have no effect, a half-open call has it, and a late one answers all the same', async () => {
    const { inSession, apis } = await set();
    apis.failNext('reminders', { kind: 'status', status: 429 });
    apis.failNext('reminders', { kind: 'status', status: 500 });
    apis.failNext('reminders', { kind: 'no-answer', effect: false });
    apis.failNext('reminders', { kind: 'no-answer', effect: true });
    apis.failNext('reminders', { kind: 'late', ms: 1 });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await inSession('POST', '', reminder())).status);
    assert.deepEqual(statuses, [429, 500, 504, 504, 200]);
    assert.equal((await inSession('GET')).body.totalCount, '2', 'the half-open one, and the late one');
  });
});
