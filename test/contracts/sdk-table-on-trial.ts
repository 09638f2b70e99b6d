import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTable } from '../../infra/local/dynamodb/create-table.ts';
import type { Engine } from '../../infra/local/dynamodb/embedded-engine.ts';
import { dynamoClient } from '../../lambda/adapters/dynamodb/dynamo-client.ts';
import { dynamoTable } from '../../lambda/adapters/dynamodb/dynamo-table.ts';
import type { TableOnTrial } from './table-contract.ts';

export const TABLE_NAME = 'bellbird-test';

/** A client for an engine on this machine. */
export const clientOf = ({ endpoint }: Pick<Engine, 'endpoint'>, maxAttempts = 3): DynamoDBClient =>
  dynamoClient({
    region: 'eu-west-1',
    endpoint,
    maxAttempts,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

/** The real adapter over the real SDK against an engine, with answers that can be lost on the wire. */
export const sdkTableOnTrial = async (engine: Engine): Promise<TableOnTrial> => {
  const client = clientOf(engine);
  await createTable(client, TABLE_NAME);
  const { loseNextAnswer } = leakyWire(client);
  return {
    table: dynamoTable({ client, tableName: TABLE_NAME, newWriteId: randomUUID }),
    loseNextAnswer,
    close: async () => {
      client.destroy();
      await engine.close();
    },
  };
};

/** Between the SDK's retries and the network: the engine does what it was asked, and the SDK sees a time-out. */
const leakyWire = (client: DynamoDBClient): { loseNextAnswer: () => void } => {
  const wire = client.config.requestHandler;
  const handle = wire.handle.bind(wire);
  let lose = false;
  wire.handle = async (request, options) => {
    const isLost = lose;
    lose = false;
    const answer = await handle(request, options);
    if (isLost) throw Object.assign(new Error('the answer was lost'), { name: 'TimeoutError' });
    return answer;
  };
  return {
    loseNextAnswer: () => {
      lose = true;
    },
  };
};
