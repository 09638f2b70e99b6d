import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import { startFauxqs } from 'fauxqs';
import { demoEchos } from '../../infra/local/demo-council/demo-echos.ts';
import { DEMO_HOMES } from '../../infra/local/demo-council/demo-homes.ts';
import { HARBOUR } from '../../infra/local/demo-council/harbour-county-council.ts';
import { seedCouncil } from '../../infra/local/demo-council/seed-council.ts';
import { createTable } from '../../infra/local/dynamodb/create-table.ts';
import { startEmbeddedEngine } from '../../infra/local/dynamodb/embedded-engine.ts';
import { LOCAL_SKILL_ID } from '../../infra/local/skill-model.ts';
import { alexaApis } from '../../infra/local/virtual-alexa/alexa-apis.ts';
import { alexaWorld, type World } from '../../infra/local/virtual-alexa/world.ts';
import { EMAIL_TEMPLATE, TEXT_TEMPLATE } from '../../infra/local/virtual-notify/templates.ts';
import { virtualNotify } from '../../infra/local/virtual-notify/virtual-notify.ts';
import { dynamoClient } from '../../lambda/adapters/dynamodb/dynamo-client.ts';
import { dynamoTable } from '../../lambda/adapters/dynamodb/dynamo-table.ts';
import { echoHasher, idSealer } from '../../lambda/adapters/secrets/echo-ids.ts';
import { randomId } from '../../lambda/adapters/secrets/random-id.ts';
import { MINUTE } from '../../lambda/core/kernel/clock.ts';
import { localDate, localDateTime, timeOf } from '../../lambda/core/kernel/uk-time.ts';
import { SETTINGS } from '../../lambda/entry/settings.ts';
import { type CareStores, careStores } from '../../lambda/wiring/care-stores.ts';
import { buildLambdas } from '../../scripts/build.ts';
import { demoEnvelope, echoOf } from '../support/demo-envelope.ts';
import { inTemporaryFolder } from '../support/temporary-folder.ts';

const TABLE = 'bellbird';
const SECRETS = { client: 'skill-secret', properties: 'properties-secret', refresh: 'refresh' };

/** A key of GOV.UK Notify: the service's id and the secret, 36 letters each. */
const NOTIFY = { service: '26785a09-ab16-4eb0-8407-a37497a57506', secret: '3d844edf-8d35-48ac-975b-e847b4f122b0' };

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

/** Everything outside a Lambda that its bundle talks to, on loopback. */
const cloud = async () => {
  const engine = await startEmbeddedEngine({});
  const queues = await startFauxqs({ port: 0, logger: false, host: '127.0.0.1' });
  const queueUrl = (name: string): string =>
    `http://127.0.0.1:${queues.port}${new URL(queues.createQueue(name).queueUrl.replace(/127\.0\.0\.1/, 'localhost')).pathname}`;
  const [urgent, routine] = [queueUrl('urgent'), queueUrl('routine')];
  const echos = demoEchos(DEMO_HOMES, LOCAL_SKILL_ID);
  const world = await alexaWorld({
    clock: Date.now,
    realClock: Date.now,
    newId: randomId,
    skillId: LOCAL_SKILL_ID,
    echos,
    load: async () => undefined,
    save: async () => undefined,
  });
  const apis = alexaApis({
    world,
    basePath: '',
    clients: {
      skill: { clientId: 'skill', clientSecret: SECRETS.client },
      smartProperties: { clientId: 'properties', clientSecret: SECRETS.properties, refreshToken: SECRETS.refresh },
    },
  });
  const times = { clock: Date.now, realNow: Date.now };
  const notify = virtualNotify({ basePath: '/notify-api', key: NOTIFY, ...times, newId: randomId });
  const address = Promise.withResolvers<number>();
  const amazon = serve(
    {
      fetch: async (request) =>
        (await notify.handle(request)) ?? (await apis.handle(request)) ?? new Response(null, { status: 404 }),
      port: 0,
      hostname: '127.0.0.1',
    },
    ({ port }) => address.resolve(port),
  );
  return {
    engine,
    queues,
    urgent,
    routine,
    world,
    notify,
    amazon,
    amazonUrl: `http://127.0.0.1:${await address.promise}`,
  };
};

type Cloud = Awaited<ReturnType<typeof cloud>>;

/** What AWS and the deployment would set. */
const environment = ({ engine, queues, urgent, routine, amazonUrl }: Cloud): Readonly<Record<string, string>> => ({
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
  AWS_ENDPOINT_URL_SQS: `http://127.0.0.1:${queues.port}`,
  TABLE_NAME: TABLE,
  COUNCIL: HARBOUR,
  COUNCIL_SENDER: 'Harbour County Council',
  DISPATCH_EPOCH: '1',
  DIRECTORY_URL: 'none',
  SKILL_ID: LOCAL_SKILL_ID,
  HASH_KEY: 'hash',
  SEAL_KEY: 'seal',
  URGENT_QUEUE_URL: urgent,
  ROUTINE_QUEUE_URL: routine,
  CONSOLE_URL: 'https://console.harbour.example/console',
  SCREEN_URL: 'https://screen.harbour.example/screen',
  SIGN_IN_ISSUER: 'https://sign-in.harbour.example',
  SIGN_IN_CLIENT_ID: 'console',
  SIGN_IN_CLIENT_SECRET: 'secret',
  LWA_TOKEN_URL: `${amazonUrl}/auth/o2/token`,
  ALEXA_API_URL: amazonUrl,
  PROACTIVE_EVENTS_PATH: '/v1/proactiveEvents',
  SKILL_CLIENT_ID: 'skill',
  SKILL_CLIENT_SECRET: SECRETS.client,
  PROPERTIES_CLIENT_ID: 'properties',
  PROPERTIES_CLIENT_SECRET: SECRETS.properties,
  PROPERTIES_REFRESH_TOKEN: SECRETS.refresh,
  PROPERTIES_UNIT_ID: 'none',
  NOTIFY_URL: `${amazonUrl}/notify-api`,
  NOTIFY_API_KEY: `bellbird-${NOTIFY.service}-${NOTIFY.secret}`,
  NOTIFY_TEXT_TEMPLATE: TEXT_TEMPLATE.id,
  NOTIFY_EMAIL_TEMPLATE: EMAIL_TEMPLATE.id,
});

const seeded = async ({ engine, amazonUrl }: Cloud): Promise<CareStores> => {
  const client = dynamoClient({
    region: 'eu-west-1',
    endpoint: engine.endpoint,
    maxAttempts: 3,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await createTable(client, TABLE);
  const stores = careStores(dynamoTable({ client, tableName: TABLE, newWriteId: randomId }), Date.now, () => undefined);
  const pairing = {
    skillId: LOCAL_SKILL_ID,
    apiEndpoint: amazonUrl,
    hashEcho: echoHasher('hash'),
    sealIds: idSealer('seal'),
  };
  await seedCouncil({ ...stores, ...pairing }, { startDate: localDate(Date.now()), now: Date.now() });
  return stores;
};

/** Dan may be told at any hour, whenever this test runs. */
const danAtAnyHour = async ({ residents }: CareStores): Promise<void> => {
  const rosa = await residents.ofId(HARBOUR, 'rosa-bennett');
  assert.ok(rosa);
  const agreedToBeTold = { from: '00:00', to: '24:00' };
  const circle = rosa.value.circle.map((member) => ({ ...member, agreedToBeTold }));
  await residents.save({ value: { ...rosa.value, circle }, version: rosa.version });
};

/** A Reminder of Rosa's that was due two minutes ago, as if the ticks since had been missed. */
const overdueReminder = async (stores: CareStores): Promise<void> => {
  const local = localDateTime(Date.now() - 2 * MINUTE);
  await stores.reminders.save({
    version: 0,
    value: {
      council: HARBOUR,
      residentId: 'rosa-bennett',
      id: 'overdue',
      label: 'drink',
      recurrence: { kind: 'daily', time: timeOf(local), from: local.slice(0, 10) },
      ladder: [{ afterMinutes: 1, tell: { kind: 'carer', carerId: 'dan-bennett' } }],
      state: 'on',
      next: { local, at: Date.now() - 2 * MINUTE },
      lastAct: { number: 1, at: Date.now(), by: { kind: 'carer', id: 'dan-bennett' }, did: 'set-reminder' },
    },
  });
};

const announced = (world: World): readonly string[] =>
  world
    .echo(echoOf('rosa-bennett'))
    .events.flatMap(({ happening }) => (happening.kind === 'announcement' ? [happening.spoken] : []));

const bundlesIn = async (outDir: string): Promise<Readonly<Record<string, Handler>>> => {
  const load = createRequire(import.meta.url);
  const bundles = await buildLambdas({ outDir });
  return Object.fromEntries(
    bundles.map(({ name }) => [name, load(join(outDir, 'lambda', name, 'index.cjs')).handler as Handler]),
  );
};

describe('each Lambda as it is deployed', () => {
  let set: Cloud;
  let stores: CareStores;
  const kept = { ...process.env };

  before(async () => {
    set = await cloud();
    stores = await seeded(set);
    Object.assign(process.env, environment(set));
  });

  after(async () => {
    for (const name of Object.keys(environment(set))) delete process.env[name];
    Object.assign(process.env, kept);
    set.amazon.close();
    await set.queues.stop();
    await set.engine.close();
  });

  test('every bundle answers a plain event of its own kind', () =>
    inTemporaryFolder(async (outDir) => {
      const handlers = await bundlesIn(outDir);
      assert.deepEqual(Object.keys(handlers).sort(), Object.keys(SETTINGS).sort());
      const invoke = (name: string, event: unknown) => (handlers[name] ?? assert.fail(`no bundle ${name}`))(event, {});

      const launched = JSON.stringify(await invoke('skill', demoEnvelope(echoOf('rosa-bennett'))));
      assert.match(launched, /Hello Rosa/);
      await assert.rejects(invoke('skill', demoEnvelope(echoOf('rosa-bennett'), undefined, 'amzn1.ask.skill.other')));

      await danAtAnyHour(stores);
      await overdueReminder(stores);
      await invoke('tick', { source: 'aws.scheduler' });
      const bells = set.queues.inspectQueue('routine')?.messages.ready ?? [];
      assert.equal(bells.length > 0, true, 'the tick rang a bell');
      assert.equal(set.queues.inspectQueue('urgent')?.messages.ready.length, 0);

      const records = bells.map(({ body }, n) => ({ messageId: `m${n}`, body }));
      assert.deepEqual(await invoke('deliver', { Records: records }), { batchItemFailures: [] });
      assert.equal(announced(set.world).filter((words) => words.includes('have a drink')).length, 1);
      await invoke('deliver', { Records: records });
      assert.equal(announced(set.world).filter((words) => words.includes('have a drink')).length, 1, 'D06: said once');
      assert.deepEqual(
        set.notify.received().map(({ by, body }) => [by, body.split(' See ')[0]?.replace(/\S+ reminder/, 'reminder')]),
        [['text', 'Bellbird: No reply yet from Rosa to the reminder to have a drink.']],
      );
      assert.deepEqual(await invoke('deliver', { Records: [{ messageId: 'bad', body: 'no bell' }] }), {
        batchItemFailures: [{ itemIdentifier: 'bad' }],
      });

      const asked = (method: string, path: string) => ({
        version: '2.0',
        rawPath: path,
        rawQueryString: '',
        headers: {
          host: 'screen.harbour.example',
          origin: 'https://screen.harbour.example',
          'content-type': 'application/json',
        },
        ...(method === 'POST' ? { body: '{}' } : {}),
        requestContext: { http: { method, path }, domainName: 'screen.harbour.example' },
        isBase64Encoded: false,
      });
      assert.match(JSON.stringify(await invoke('screen', asked('GET', '/screen'))), /Harbour County Council/);
      const coded = JSON.stringify(await invoke('screen', asked('POST', '/screen/pair')));
      assert.match(coded, /screen-code.*__Host-bellbird-screen=|__Host-bellbird-screen=.*screen-code/);

      const page = await invoke('console', {
        version: '2.0',
        rawPath: '/console/sign-in',
        rawQueryString: '',
        headers: { host: 'console.harbour.example' },
        requestContext: { http: { method: 'GET', path: '/console/sign-in' }, domainName: 'console.harbour.example' },
        isBase64Encoded: false,
      });
      assert.match(JSON.stringify(page), /"statusCode":200/);
      assert.match(JSON.stringify(page), /Harbour County Council/);
    }));
});
