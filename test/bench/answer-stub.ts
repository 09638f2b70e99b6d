import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { seedCouncil } from '../../infra/local/demo-council/seed-council.ts';
import { createTable } from '../../infra/local/dynamodb/create-table.ts';
import { type Engine, startEmbeddedEngine } from '../../infra/local/dynamodb/embedded-engine.ts';
import { LOCAL_SKILL_ID } from '../../infra/local/skill-model.ts';
import { dynamoClient } from '../../lambda/adapters/dynamodb/dynamo-client.ts';
import { dynamoTable } from '../../lambda/adapters/dynamodb/dynamo-table.ts';
import { echoHasher, idSealer } from '../../lambda/adapters/secrets/echo-ids.ts';
import { randomId } from '../../lambda/adapters/secrets/random-id.ts';
import { localDate } from '../../lambda/core/kernel/uk-time.ts';
import { careStores } from '../../lambda/wiring/care-stores.ts';

const TABLE = 'bellbird';
const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/** A table that answers at once: what the embedded engine said the first time, it says again from memory. */
export type AnswerStub = {
  /** What Lambda would set for the skill and for the peers. */
  readonly environment: Readonly<Record<string, string>>;
  /** How many requests came since this was last asked, by operation. */
  readonly requests: () => Readonly<Record<string, number>>;
  readonly close: () => Promise<void>;
};

export const answerStub = async (): Promise<AnswerStub> => {
  const engine = await startEmbeddedEngine({});
  await seed(engine);
  const known = new Map<string, string>();
  let counted: Record<string, number> = {};
  const handOn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = String(request.headers['x-amz-target']);
    const body = await text(request);
    counted[target] = (counted[target] ?? 0) + 1;
    const sameAs = questionOf(target, body);
    const answer = known.get(sameAs) ?? (await ask(engine, request, body));
    known.set(sameAs, answer);
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(answer);
  };
  const server = createServer((request, response) => {
    handOn(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    environment: {
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`,
      TABLE_NAME: TABLE,
      COUNCIL: 'harbour',
      SKILL_ID: LOCAL_SKILL_ID,
      HASH_KEY: 'hash',
      SEAL_KEY: 'seal',
      ALEXA_API_URL: 'http://127.0.0.1:1',
      AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:1', // a launch rings no bell
      URGENT_QUEUE_URL: 'http://127.0.0.1:1/urgent',
      ROUTINE_QUEUE_URL: 'http://127.0.0.1:1/routine',
    },
    requests: () => {
      const before = counted;
      counted = {};
      return before;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await engine.close();
    },
  };
};

/** A read is the same as an earlier one but for the numbers of its times; of a write, only that it is one. */
const questionOf = (target: string, body: string): string =>
  /GetItem|Query/.test(target) ? `${target} ${body.replace(/\d+/g, '#')}` : target;

const ask = async ({ endpoint }: Engine, request: IncomingMessage, body: string): Promise<string> => {
  const { connection: _c, host: _h, 'content-length': _l, ...headers } = request.headers;
  const answer = await fetch(endpoint, { method: 'POST', headers: headers as Record<string, string>, body });
  if (!answer.ok) throw new Error(`the engine refused: ${answer.status}`);
  return answer.text();
};

const seed = async ({ endpoint }: Engine): Promise<void> => {
  const client = dynamoClient({ region: 'eu-west-1', endpoint, maxAttempts: 3, credentials: CREDENTIALS });
  await createTable(client, TABLE);
  const stores = careStores(dynamoTable({ client, tableName: TABLE, newWriteId: randomId }), Date.now, () => undefined);
  const keys = { hashEcho: echoHasher('hash'), sealIds: idSealer('seal') };
  await seedCouncil(
    { ...stores, ...keys, skillId: LOCAL_SKILL_ID, apiEndpoint: 'http://127.0.0.1' },
    { startDate: localDate(Date.now()), now: Date.now() },
  );
  client.destroy();
};
