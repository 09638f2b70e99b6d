import {
  BatchGetItemCommand,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { NewId } from '../../core/kernel/ids.ts';
import type { Table } from '../table/table.ts';
import type { DynamoRequests } from './dynamo-requests.ts';
import { tableOver } from './table-over.ts';

/** The `Table` over DynamoDB and its SDK. */
export const dynamoTable = ({
  client,
  ...rest
}: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly newWriteId: NewId;
  /** Waits so many milliseconds before what was left of a batch is asked for again. */
  readonly pause?: (ms: number) => Promise<void>;
}): Table => tableOver({ requests: sdkRequests(client), ...rest });

const sdkRequests = (client: DynamoDBClient): DynamoRequests => ({
  getItem: (input) => client.send(new GetItemCommand(input)),
  batchGetItem: (input) => client.send(new BatchGetItemCommand(input)),
  updateItem: (input) => client.send(new UpdateItemCommand(input)),
  deleteItem: (input) => client.send(new DeleteItemCommand(input)),
  query: (input) => client.send(new QueryCommand(input)),
});
