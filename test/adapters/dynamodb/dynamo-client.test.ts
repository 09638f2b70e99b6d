import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { dynamoTable } from '../../../lambda/adapters/dynamodb/dynamo-table.ts';
import { clientOf } from '../../contracts/sdk-table-on-trial.ts';

const KEY = { pk: 'C#harbour#ECHO#1', sk: 'ECHO' };

/** A server that treats each connection as told; gives what a read over one and two tries comes to. */
const readFrom = async (treat: (socket: Socket) => void, maxAttempts: number) => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    treat(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = clientOf({ endpoint: `http://127.0.0.1:${port}` }, maxAttempts);
  const table = dynamoTable({ client, tableName: 'bellbird', newWriteId: () => 'w' });
  const fault = await table.get(KEY).then(
    () => undefined,
    (thrown: Error & { code?: string }) => thrown,
  );
  client.destroy();
  for (const socket of sockets) socket.destroy();
  server.close();
  return { fault, tries: sockets.length };
};

test('a table that hangs up is asked as often as is set, and then is unreachable', async () => {
  const { fault, tries } = await readFrom((socket) => socket.once('data', () => socket.destroy()), 3);
  assert.equal(fault?.code, 'unreachable');
  assert.equal(tries, 3);
});

test('a table that takes the request and never answers is given up on', async () => {
  const { fault, tries } = await readFrom((socket) => socket.resume(), 1);
  assert.equal(fault?.code, 'unreachable');
  assert.match(fault?.message ?? '', /TimeoutError/);
  assert.equal(tries, 1);
});
