import { setTimeout as timeout } from 'node:timers/promises';
import { clockSkew } from '../adapters/dynamodb/clock-skew.ts';
import { dynamoClient } from '../adapters/dynamodb/dynamo-client.ts';
import { dynamoTable } from '../adapters/dynamodb/dynamo-table.ts';
import { jsonLog } from '../adapters/log/json-log.ts';
import { randomId } from '../adapters/secrets/random-id.ts';
import { sha256 } from '../adapters/secrets/sha256.ts';
import { sqsBell, sqsClient } from '../adapters/sqs/sqs-bell.ts';

/** Real time in epoch milliseconds: on AWS it is also the clock of the heart. */
const now = (): number => Date.now();

type TableSettings = { readonly AWS_REGION: string; readonly TABLE_NAME: string };
type QueueSettings = {
  readonly AWS_REGION: string;
  readonly URGENT_QUEUE_URL: string;
  readonly ROUTINE_QUEUE_URL: string;
};

/** Waits so many milliseconds of real time. */
export const wait = async (ms: number): Promise<void> => void (await timeout(ms));

/** What every function has on AWS: the table, the clock, ids and the log. */
export const awsEdges = ({ AWS_REGION: region, TABLE_NAME: tableName }: TableSettings) => {
  const client = dynamoClient({ region, maxAttempts: 3 });
  return {
    table: dynamoTable({ client, tableName, newWriteId: randomId }),
    clockSkew: clockSkew({ client, realClock: now }),
    clock: now,
    realNow: now,
    newId: randomId,
    digest: sha256,
    log: jsonLog((line) => process.stdout.write(`${line}\n`)),
  };
};

/** Bells over the two queues. */
export const awsBell = (settings: QueueSettings) =>
  sqsBell(sqsClient({ region: settings.AWS_REGION }), {
    urgent: settings.URGENT_QUEUE_URL,
    routine: settings.ROUTINE_QUEUE_URL,
  });
