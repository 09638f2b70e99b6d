import type { NewId } from '../../core/kernel/ids.ts';
import { type AwsJsonCall, type AwsJsonSettings, awsJsonCall } from '../aws-json/aws-json-call.ts';
import { type Table, tableFault } from '../table/table.ts';
import type { BatchAnswered, DynamoRequests } from './dynamo-requests.ts';
import { fieldOf } from './field-of.ts';
import type { Attributes } from './marshalled.ts';
import { tableOver } from './table-over.ts';

/** DynamoDB's own protocol. Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html */
const DYNAMODB = {
  name: 'dynamodb',
  target: 'DynamoDB_20120810',
  contentType: 'application/x-amz-json-1.0',
} as const;

/** The `Table` over DynamoDB without the SDK, for whoever is waited for while it starts. */
export const signedTable = ({
  tableName,
  newWriteId,
  ...settings
}: AwsJsonSettings & { readonly tableName: string; readonly newWriteId: NewId }): Table =>
  tableOver({ requests: signedRequests(awsJsonCall(DYNAMODB, settings)), tableName, newWriteId });

const signedRequests = (call: AwsJsonCall): DynamoRequests => ({
  getItem: async (input) => ({ Item: attributesIn(await call('GetItem', input), 'Item') }),
  batchGetItem: async (input) => batchIn(await call('BatchGetItem', input), Object.keys(input.RequestItems ?? {})),
  updateItem: async (input) => ({ Attributes: attributesIn(await call('UpdateItem', input), 'Attributes') }),
  deleteItem: (input) => call('DeleteItem', input),
  query: async (input) => {
    const answer = await call('Query', input);
    return { Items: rowsIn(answer), LastEvaluatedKey: attributesIn(answer, 'LastEvaluatedKey') };
  },
});

const attributesIn = (answer: object, field: string): Attributes | undefined => {
  const value = fieldOf(answer, field);
  return value === undefined ? undefined : checked(value);
};

const rowsIn = (answer: object): readonly Attributes[] => listed(fieldOf(answer, 'Items'));

const batchIn = (answer: object, tables: readonly string[]): BatchAnswered => {
  const ofTables = <T>(field: string, read: (value: unknown) => T): Readonly<Record<string, T>> =>
    Object.fromEntries(
      tables.flatMap((name) => {
        const value = fieldOf(fieldOf(answer, field), name);
        return value === undefined ? [] : [[name, read(value)]];
      }),
    );
  return {
    Responses: ofTables('Responses', listed),
    UnprocessedKeys: ofTables('UnprocessedKeys', (left) => ({ Keys: listed(fieldOf(left, 'Keys')) })),
  };
};

const listed = (rows: unknown): readonly Attributes[] => {
  if (!Array.isArray(rows)) throw tableFault('malformed', 'an answer has no rows');
  return rows.map(checked);
};

const checked = (value: unknown): Attributes => {
  if (!isAttributes(value)) throw tableFault('malformed', 'an answer is not made of attributes');
  return value;
};

/** Each attribute is an object with one type's letter; `itemOf` then reads each and refuses what we did not write. */
const isAttributes = (value: unknown): value is Attributes =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((one) => typeof one === 'object' && one !== null && Object.keys(one).length === 1);
