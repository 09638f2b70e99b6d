import { setTimeout as timeout } from 'node:timers/promises';
import { clockSkew } from '../adapters/dynamodb/clock-skew.ts';
import { dynamoClient } from '../adapters/dynamodb/dynamo-client.ts';
import { dynamoTable } from '../adapters/dynamodb/dynamo-table.ts';
import { sqsBell, sqsClient } from '../adapters/sqs/sqs-bell.ts';
import { processEdges } from './process-edges.ts';

type TableSettings = { readonly AWS_REGION: string; readonly TABLE_NAME: string };
type QueueSettings = {
  readonly AWS_REGION: string;
  readonly URGENT_QUEUE_URL: string;
  readonly ROUTINE_QUEUE_URL: string;
};

/** Waits so many milliseconds of real time. */
export const wait = async (ms: number): Promise<void> => void (await timeout(ms));

/** What every function but the skill has on AWS: the table through the SDK, the clock, ids and the log. */
export const awsEdges = ({ AWS_REGION: region, TABLE_NAME: tableName }: TableSettings) => {
  const edges = processEdges();
  const client = dynamoClient({ region, maxAttempts: 3 });
  return {
    ...edges,
    table: dynamoTable({ client, tableName, newWriteId: edges.newId }),
    clockSkew: clockSkew({ client, realClock: edges.realNow }),
  };
};

/** Bells over the two queues. */
export const awsBell = (settings: QueueSettings) =>
  sqsBell(sqsClient({ region: settings.AWS_REGION }), {
    urgent: settings.URGENT_QUEUE_URL,
    routine: settings.ROUTINE_QUEUE_URL,
  });
