import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

/** The attributes that Amazon itself looks at; all others are our own affair (`item-attributes.ts`). */
export const PARTITION_KEY = 'pk';
export const SORT_KEY = 'sk';
export const DUE_INDEX = 'due';
export const DUE_SHARD = 'dueShard';
export const DUE_AT = 'dueAt';
export const KIND = 'kind';

/** Epoch seconds. To be named as the time-to-live attribute wherever the table is made on AWS. */
export const TTL = 'ttl';

/** The one definition of the table: its keys, and the sparse index of what is due. Used by the local engines and by the AWS stack. */
export const tableDefinition = (tableName: string) =>
  ({
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: PARTITION_KEY, AttributeType: 'S' },
      { AttributeName: SORT_KEY, AttributeType: 'S' },
      { AttributeName: DUE_SHARD, AttributeType: 'S' },
      { AttributeName: DUE_AT, AttributeType: 'N' },
    ],
    KeySchema: [
      { AttributeName: PARTITION_KEY, KeyType: 'HASH' },
      { AttributeName: SORT_KEY, KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: DUE_INDEX,
        KeySchema: [
          { AttributeName: DUE_SHARD, KeyType: 'HASH' },
          { AttributeName: DUE_AT, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [KIND] },
      },
    ],
  }) satisfies CreateTableCommandInput;
