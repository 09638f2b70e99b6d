import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { createTable } from '../../../../infra/local/dynamodb/create-table.ts';
import { type Engine, startEmbeddedEngine } from '../../../../infra/local/dynamodb/embedded-engine.ts';
import { dynamoTable } from '../../../../lambda/adapters/dynamodb/dynamo-table.ts';
import type { Table } from '../../../../lambda/adapters/table/table.ts';
import { clientOf } from '../../../contracts/sdk-table-on-trial.ts';
import { countingIds } from '../../../support/counting-ids.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bellbird-engine-'));
});
after(() => rm(folder, { recursive: true }));

/** The table on an engine, and the way to leave both, which is taken at the latest when the test ends. */
const opened = async (t: TestContext, engine: Engine): Promise<{ table: Table; leave: () => Promise<void> }> => {
  const client = clientOf(engine);
  const leave = async (): Promise<void> => {
    client.destroy();
    await engine.close();
  };
  t.after(leave);
  await createTable(client, 'bellbird');
  return { table: dynamoTable({ client, tableName: 'bellbird', newWriteId: countingIds('write') }), leave };
};

const putDue = (table: Table, sk: string) =>
  table.put({ key: { pk: 'P', sk }, kind: 'x', body: {}, due: { shard: 'S', at: 5 } }, { ifNew: true });

test('what was stored is there after a restart, the due index included', async (t) => {
  const dataDir = join(folder, 'restart');
  const first = await opened(t, await startEmbeddedEngine({ dataDir }));
  await putDue(first.table, '1');
  await first.table.mark({ pk: 'P', sk: '1' }, 'x', 'e', { rank: 1, value: 'v' });
  const stored = await first.table.get({ pk: 'P', sk: '1' });
  assert.equal(stored?.version, 1);
  await first.leave();

  const second = await opened(t, await startEmbeddedEngine({ dataDir }));
  assert.deepEqual(await second.table.get({ pk: 'P', sk: '1' }), stored);
  assert.equal((await second.table.listDue({ shard: 'S', until: 5, limit: 9 })).entries.length, 1);
});

test('writes under way when it is closed are either stored or not answered', async (t) => {
  const dataDir = join(folder, 'close');
  const engine = await startEmbeddedEngine({ dataDir });
  const { table } = await opened(t, engine);
  const names = Array.from({ length: 60 }, (_, n) => `${n}`);
  const puts = names.map((sk) =>
    putDue(table, sk).then(
      () => sk,
      () => undefined,
    ),
  );
  await puts[0];
  await engine.close();
  const answered = (await Promise.all(puts)).filter((sk) => sk !== undefined);
  assert.ok(answered.length > 0);

  const again = await opened(t, await startEmbeddedEngine({ dataDir }));
  const { items } = await again.table.list({ pk: 'P', limit: 100 });
  const there = new Set(items.map((item) => item.key.sk));
  assert.deepEqual(
    answered.filter((sk) => !there.has(sk)),
    [],
  );
});

test('a folder that another engine holds is refused, and the engine that holds it goes on', async (t) => {
  const dataDir = join(folder, 'held');
  const holder = await opened(t, await startEmbeddedEngine({ dataDir }));
  await assert.rejects(startEmbeddedEngine({ dataDir }), /cannot be opened/);
  assert.equal((await putDue(holder.table, '1')).kind, 'mine');
});

test('a port that is taken is refused, and the folder is let go', async (t) => {
  const engine = await startEmbeddedEngine({});
  t.after(engine.close);
  const dataDir = join(folder, 'port');
  const port = Number(new URL(engine.endpoint).port);
  await assert.rejects(startEmbeddedEngine({ dataDir, port }), { code: 'EADDRINUSE' });
  const { table } = await opened(t, await startEmbeddedEngine({ dataDir }));
  assert.equal((await putDue(table, '1')).kind, 'mine');
});

test('without a folder nothing outlives it, and closing twice is closing once', async (t) => {
  const first = await startEmbeddedEngine({});
  const { table, leave } = await opened(t, first);
  await putDue(table, '1');
  await leave();
  await first.close();
  const second = await opened(t, await startEmbeddedEngine({}));
  assert.equal(await second.table.get({ pk: 'P', sk: '1' }), undefined);
});

test('making a table that stands already keeps what is in it', async (t) => {
  const engine = await startEmbeddedEngine({});
  const { table } = await opened(t, engine);
  await putDue(table, '1');
  const client = clientOf(engine);
  await createTable(client, 'bellbird');
  client.destroy();
  assert.equal((await table.get({ pk: 'P', sk: '1' }))?.version, 1);
});

test('a client that hangs up in the middle of a request does no harm', async (t) => {
  const engine = await startEmbeddedEngine({});
  const { table } = await opened(t, engine);
  const socket = connect(Number(new URL(engine.endpoint).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{"half');
  await putDue(table, '1');
  socket.resetAndDestroy();
  await once(socket, 'close');
  assert.equal((await table.get({ pk: 'P', sk: '1' }))?.version, 1);
});

test('of thousands of items due at one moment none hides another', async (t) => {
  const { table } = await opened(t, await startEmbeddedEngine({}));
  const pair = twoThatDynaliteConfuses();
  for (const sk of pair) await putDue(table, sk);
  const { entries } = await table.listDue({ shard: 'S', until: 5, limit: 9 });
  assert.deepEqual(entries.map((entry) => entry.key.sk).sort(), [...pair].sort());
  await table.remove({ pk: 'P', sk: pair[0] }, { ifVersion: 1 });
  const left = await table.listDue({ shard: 'S', until: 5, limit: 9 });
  assert.deepEqual(
    left.entries.map((entry) => entry.key.sk),
    [pair[1]],
  );
});

/** Two sort keys of partition P to which dynalite 4.0.0 gives one and the same row in an index. */
const twoThatDynaliteConfuses = (): readonly [string, string] => {
  const seen = new Map<string, string>();
  for (let n = 0; ; n += 1) {
    const sk = `R#${n}`;
    const row = createHash('md5').update('Outliers').update('P').update(sk).digest('hex').slice(0, 6);
    const other = seen.get(row);
    if (other !== undefined) return [other, sk];
    seen.set(row, sk);
  }
};
