import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { createTable } from '../../../infra/local/dynamodb/create-table.ts';
import { type Engine, startEmbeddedEngine } from '../../../infra/local/dynamodb/embedded-engine.ts';
import { dynamoTable } from '../../../lambda/adapters/dynamodb/dynamo-table.ts';
import type { Key, Table } from '../../../lambda/adapters/table/table.ts';
import { clientOf, TABLE_NAME } from '../../contracts/sdk-table-on-trial.ts';
import { countingIds } from '../../support/counting-ids.ts';

type Sent = { readonly target: string; readonly body: Record<string, unknown> };
type Failure = { readonly name: string; readonly status?: number; readonly code?: string };

let engine: Engine;
let client: DynamoDBClient;
let table: Table;
let sent: Sent[];
let failures: Failure[];

before(async () => {
  engine = await startEmbeddedEngine({});
  client = clientOf(engine);
  await createTable(client, TABLE_NAME);
  watchWire();
  table = dynamoTable({ client, tableName: TABLE_NAME, newWriteId: countingIds('write') });
});
after(async () => {
  client.destroy();
  await engine.close();
});
beforeEach(() => {
  [sent, failures] = [[], []];
});

/** Notes each request as it goes out, and fails it if a failure is waiting. */
const watchWire = () => {
  const wire = client.config.requestHandler;
  const handle = wire.handle.bind(wire);
  wire.handle = async (request, options) => {
    const target = request.headers['x-amz-target']?.split('.')[1] ?? '';
    sent.push({ target, body: JSON.parse(new TextDecoder().decode(request.body)) });
    const failure = failures.shift();
    if (failure) throw Object.assign(new Error('secret'), failure, { $metadata: { httpStatusCode: failure.status } });
    return handle(request, options);
  };
};
const targets = () => sent.map(({ target }) => target);
const freshPk = countingIds('C#harbour#secret');
const freshKey = (): Key => ({ pk: freshPk(), sk: 'X' });
const itemAt = (key: Key) => ({ key, kind: 'delivery', body: { state: 'waiting' } });

const CALLS: readonly (readonly [string, (key: Key) => Promise<unknown>])[] = [
  ['get', (key) => table.get(key)],
  ['put', (key) => table.put(itemAt(key), { ifNew: true })],
  ['mark', (key) => table.mark(key, 'x', 'e', { rank: 1, value: 'v' })],
  ['add', (key) => table.add(key, 'x', 1, 3)],
  ['list', (key) => table.list({ pk: key.pk, limit: 5 })],
  ['listDue', (key) => table.listDue({ shard: key.pk, until: 5, limit: 5 })],
  ['remove', (key) => table.remove(key, { ifVersion: 1 })],
];

for (const [name, call] of CALLS) {
  test(`${name} is one request when nothing goes wrong`, async () => {
    await call(freshKey());
    assert.equal(sent.length, 1);
  });

  test(`D33 ${name} goes through after it was throttled`, async () => {
    failures = [{ name: 'ThrottlingException', status: 400 }];
    await call(freshKey());
    assert.equal(sent.length, 2);
    assert.deepEqual(sent[1]?.body, sent[0]?.body, 'the same request twice, write id included');
  });

  test(`${name} that gets no answer, or a server's error, is a fault that names nobody`, async () => {
    failures = Array.from({ length: 3 }, () => ({ name: 'Error', code: 'ECONNRESET' }));
    await faulted(call, 'unreachable');
    failures = Array.from({ length: 3 }, () => ({ name: 'InternalServerError', status: 500 }));
    await faulted(call, 'unreachable');
  });

  test(`${name} that is not allowed is refused at once and names nobody`, async () => {
    failures = [{ name: 'AccessDeniedException', status: 400 }];
    await faulted(call, 'refused');
    assert.equal(sent.length, 1);
  });
}

const faulted = (call: (key: Key) => Promise<unknown>, code: string) =>
  assert.rejects(call(freshKey()), (fault: Error & { code?: string }) => {
    assert.equal(fault.code, code);
    assert.doesNotMatch(`${fault.stack} ${JSON.stringify(fault)} ${String(fault.cause)}`, /secret/);
    return true;
  });

for (const throttle of ['ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded']) {
  test(`D33 ${throttle} again and again is a fault that names nobody`, async () => {
    failures = Array.from({ length: 3 }, () => ({ name: throttle, status: 400 }));
    await faulted((key) => table.get(key), 'throttled');
    assert.equal(sent.length, 3);
  });
}

test('a failed condition costs one strong read and no more', async () => {
  const key = freshKey();
  await table.put(itemAt(key), { ifNew: true });
  await table.mark(key, 'x', 'e', { rank: 2, value: 'v' });
  await table.add(key, 'x', 3, 3);
  const again: readonly (() => Promise<unknown>)[] = [
    () => table.put(itemAt(key), { ifNew: true }),
    () => table.mark(key, 'x', 'e', { rank: 1, value: 'v' }),
    () => table.add(key, 'x', 1, 3),
    () => table.remove(key, { ifVersion: 9 }),
  ];
  for (const ask of again) {
    sent = [];
    await ask();
    assert.equal(targets().at(-1), 'GetItem');
    assert.equal(sent.at(-1)?.body.ConsistentRead, true);
    assert.equal(sent.length, 2);
  }
});

test('reads are strong only when that is asked for', async () => {
  const key = freshKey();
  await table.get(key);
  await table.get(key, { strong: true });
  await table.list({ pk: key.pk, limit: 1 });
  await table.list({ pk: key.pk, limit: 1, strong: true });
  assert.deepEqual(
    sent.map(({ body }) => body.ConsistentRead),
    [false, true, false, true],
  );
});

test('a page asks for no more items than are still wanted, and for no page it does not need', async () => {
  const { pk } = freshKey();
  const words = 'x'.repeat(390 * 1024);
  for (const sk of ['1', '2', '3', '4', '5'])
    await table.put({ key: { pk, sk }, kind: 'x', body: { words } }, { ifNew: true });
  sent = [];
  await table.list({ pk, limit: 4 });
  assert.deepEqual(
    sent.map(({ body }) => body.Limit),
    [4, 1],
  );
});

test('the time to live is in whole seconds and never early', async () => {
  const key = freshKey();
  await table.put({ ...itemAt(key), expiresAt: 1_790_000_000_001 }, { ifNew: true });
  assert.equal((await rawItem(key))?.ttl?.N, '1790000001');
  await table.put(itemAt(key), { ifVersion: 1 });
  assert.equal((await rawItem(key))?.ttl, undefined);
});

test('what somebody else wrote into the table is a fault that does not quote it', async () => {
  const bodies = [{ S: 'secret' }, { S: '["secret"]' }, { S: '"secret"' }, { N: '4' }];
  for (const body of bodies) {
    const key = freshKey();
    await table.put(itemAt(key), { ifNew: true });
    await client.send(
      new UpdateItemCommand({
        TableName: TABLE_NAME,
        Key: { pk: { S: key.pk }, sk: { S: key.sk } },
        UpdateExpression: 'SET #body = :body',
        ExpressionAttributeNames: { '#body': 'body' },
        ExpressionAttributeValues: { ':body': body },
      }),
    );
    await faulted(() => table.get(key), 'malformed');
  }
});

const rawItem = async (key: Key) =>
  (await client.send(new GetItemCommand({ TableName: TABLE_NAME, Key: { pk: { S: key.pk }, sk: { S: key.sk } } })))
    .Item;
