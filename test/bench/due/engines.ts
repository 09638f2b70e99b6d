import { createTable } from '../../../infra/local/dynamodb/create-table.ts';
import { startDynamoDbLocal } from '../../../infra/local/dynamodb/dynamodb-local.ts';
import { type Engine, startEmbeddedEngine } from '../../../infra/local/dynamodb/embedded-engine.ts';
import { dynamoTable } from '../../../lambda/adapters/dynamodb/dynamo-table.ts';
import { memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import { randomId } from '../../../lambda/adapters/secrets/random-id.ts';
import type { Table } from '../../../lambda/adapters/table/table.ts';
import { clientOf, TABLE_NAME } from '../../contracts/sdk-table-on-trial.ts';
import { countingIds } from '../../support/counting-ids.ts';
import { countAtThePort, countOnTheWire, type ReadCount } from './read-count.ts';

/** A fresh, empty table and a count of what is asked of it. */
export type Opened = { readonly table: Table; readonly count: ReadCount; readonly close: () => Promise<void> };

const overTheSdk = async (engine: Engine): Promise<Opened> => {
  // On a busy machine an engine may take seconds; a request that is sent again counts once.
  const client = clientOf(engine, 10);
  await createTable(client, TABLE_NAME);
  return {
    table: dynamoTable({ client, tableName: TABLE_NAME, newWriteId: randomId }),
    count: countOnTheWire(client),
    close: async () => {
      client.destroy();
      await engine.close();
    },
  };
};

export const openMemory = async (): Promise<Opened> => ({
  ...countAtThePort(memoryTable({ newWriteId: countingIds('write') })),
  close: async () => {},
});

export const openEmbedded = async (): Promise<Opened> => overTheSdk(await startEmbeddedEngine({}));

/** Amazon's own engine, or undefined where there is no Java. */
export const openDynamoDbLocal = async (): Promise<Opened | undefined> => {
  const engine = await startDynamoDbLocal();
  return engine.kind === 'running' ? overTheSdk(engine) : undefined;
};
