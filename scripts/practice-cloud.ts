import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HARBOUR } from '../infra/local/demo-council/harbour-county-council.ts';
import { seedCouncil } from '../infra/local/demo-council/seed-council.ts';
import { createTable } from '../infra/local/dynamodb/create-table.ts';
import { startEmbeddedEngine } from '../infra/local/dynamodb/embedded-engine.ts';
import { LOCAL_SKILL_ID } from '../infra/local/skill-model.ts';
import { dynamoClient } from '../lambda/adapters/dynamodb/dynamo-client.ts';
import { dynamoTable } from '../lambda/adapters/dynamodb/dynamo-table.ts';
import { echoHasher, idSealer } from '../lambda/adapters/secrets/echo-ids.ts';
import { randomId } from '../lambda/adapters/secrets/random-id.ts';
import { localDate } from '../lambda/core/kernel/uk-time.ts';
import { SETTINGS } from '../lambda/entry/settings.ts';
import { careStores } from '../lambda/wiring/care-stores.ts';

/** A table with the demo council on this machine, and the settings with which a Lambda starts over it. */
export type PracticeCloud = {
  readonly endpoint: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
};

const TABLE = 'bellbird';
const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Answers everything but the table with nothing, so that no call leaves this machine. */
const quietServer = async () => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.end('{}'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, close };
};

export const practiceCloud = async (now: number): Promise<PracticeCloud> => {
  const engine = await startEmbeddedEngine({});
  const quiet = await quietServer();
  await seed(engine.endpoint, now);
  return {
    endpoint: engine.endpoint,
    environment: {
      ...Object.fromEntries(Object.values(SETTINGS).flatMap((names) => names.map((name) => [name, quiet.url]))),
      COUNCIL: HARBOUR,
      COUNCIL_SENDER: 'Harbour County Council',
      SKILL_ID: LOCAL_SKILL_ID,
      TABLE_NAME: TABLE,
      HASH_KEY: 'hash',
      SEAL_KEY: 'seal',
      DISPATCH_EPOCH: '1',
      DIRECTORY_URL: 'none',
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      AWS_ENDPOINT_URL: quiet.url,
      AWS_ENDPOINT_URL_SQS: quiet.url,
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    },
    close: async () => {
      quiet.close();
      await engine.close();
    },
  };
};

const seed = async (endpoint: string, now: number): Promise<void> => {
  const client = dynamoClient({ region: 'eu-west-1', endpoint, maxAttempts: 3, credentials: CREDENTIALS });
  await createTable(client, TABLE);
  const table = dynamoTable({ client, tableName: TABLE, newWriteId: randomId });
  const stores = careStores(
    table,
    () => now,
    () => undefined,
  );
  const keys = { hashEcho: echoHasher('hash'), sealIds: idSealer('seal') };
  const skill = { skillId: LOCAL_SKILL_ID, apiEndpoint: 'http://127.0.0.1' };
  await seedCouncil({ ...stores, ...keys, ...skill }, { startDate: localDate(now), now });
  client.destroy();
};
