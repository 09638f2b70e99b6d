import { type ClockSkew, clockSkew } from '../../lambda/adapters/dynamodb/clock-skew.ts';
import { dynamoClient } from '../../lambda/adapters/dynamodb/dynamo-client.ts';
import { dynamoTable } from '../../lambda/adapters/dynamodb/dynamo-table.ts';
import { randomId } from '../../lambda/adapters/secrets/random-id.ts';
import type { Table } from '../../lambda/adapters/table/table.ts';
import { StartProblem } from './data-folder.ts';
import { createTable } from './dynamodb/create-table.ts';
import { startEmbeddedEngine } from './dynamodb/embedded-engine.ts';

const TABLE = 'bellbird';

export type LocalTable = { readonly table: Table; readonly clockSkew: ClockSkew; readonly close: () => Promise<void> };

/** The real DynamoDB adapter over the embedded engine, its data in a folder. */
export const localTable = async (dataDir: string, realNow: () => number): Promise<LocalTable> => {
  const engine = await startEmbeddedEngine({ dataDir }).catch((fault: unknown) => {
    throw new StartProblem(fault instanceof Error ? fault.message : 'The embedded DynamoDB cannot be started.');
  });
  const client = dynamoClient({
    region: 'eu-west-1',
    endpoint: engine.endpoint,
    maxAttempts: 3,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await createTable(client, TABLE);
  return {
    table: dynamoTable({ client, tableName: TABLE, newWriteId: randomId }),
    clockSkew: clockSkew({ client, realClock: realNow }),
    close: async () => {
      client.destroy();
      await engine.close();
    },
  };
};
