import type {
  BatchGetItemCommandInput,
  DeleteItemCommandInput,
  GetItemCommandInput,
  QueryCommandInput,
  UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Attributes } from './marshalled.ts';

/** The five operations that a `Table` is made of, over whichever client. Each throws once trying again is of no use. */
export type DynamoRequests = {
  readonly getItem: (input: GetItemCommandInput) => Promise<{ readonly Item?: Attributes | undefined }>;
  readonly batchGetItem: (input: BatchGetItemCommandInput) => Promise<BatchAnswered>;
  readonly updateItem: (input: UpdateItemCommandInput) => Promise<{ readonly Attributes?: Attributes | undefined }>;
  readonly deleteItem: (input: DeleteItemCommandInput) => Promise<unknown>;
  readonly query: (input: QueryCommandInput) => Promise<RowsAnswered>;
};

export type RowsAnswered = {
  readonly Items?: readonly Attributes[] | undefined;
  readonly LastEvaluatedKey?: Attributes | undefined;
};

/** By the table's name: what was read, and the keys that were left. */
export type BatchAnswered = {
  readonly Responses?: Readonly<Record<string, readonly Attributes[]>> | undefined;
  readonly UnprocessedKeys?: Readonly<Record<string, { readonly Keys: readonly Attributes[] | undefined }>> | undefined;
};
