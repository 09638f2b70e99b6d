import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createTable } from '../../infra/local/dynamodb/create-table.ts';
import type { Engine } from '../../infra/local/dynamodb/embedded-engine.ts';
import type { AwsJsonSettings } from '../../lambda/adapters/aws-json/aws-json-call.ts';
import { signedTable } from '../../lambda/adapters/dynamodb/signed-table.ts';
import { clientOf, TABLE_NAME } from './sdk-table-on-trial.ts';
import type { TableOnTrial } from './table-contract.ts';

/** How the signed client is set against an engine on this machine: no waiting between its tries. */
export const localCalls = (endpoint: string): AwsJsonSettings => ({
  region: 'eu-west-1',
  endpoint,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 3,
  realNow: Date.now,
  random: () => 0,
  wait: async () => undefined,
});

/** The adapter without the SDK against an engine, over a wire on which an answer can be lost. */
export const signedTableOnTrial = async (engine: Engine): Promise<TableOnTrial> => {
  const client = clientOf(engine);
  await createTable(client, TABLE_NAME);
  client.destroy();
  const wire = await leakyWire(engine.endpoint);
  return {
    table: signedTable({ ...localCalls(wire.endpoint), tableName: TABLE_NAME, newWriteId: randomUUID }),
    loseNextAnswer: wire.loseNextAnswer,
    close: async () => {
      wire.close();
      await engine.close();
    },
  };
};

/** Hands every request on; of the one whose answer is to be lost, the engine's effect stands and the connection breaks. */
const leakyWire = async (engine: string) => {
  let lose = false;
  const handOn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isLost = lose;
    lose = false;
    const { connection: _c, host: _h, 'content-length': _l, ...headers } = request.headers;
    const answer = await fetch(engine, {
      method: 'POST',
      headers: headers as Record<string, string>,
      body: await buffer(request),
    });
    const body = Buffer.from(await answer.arrayBuffer());
    if (isLost) {
      response.destroy();
      return;
    }
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
  };
  const server = createServer((request, response) => {
    handOn(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    loseNextAnswer: () => {
      lose = true;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
