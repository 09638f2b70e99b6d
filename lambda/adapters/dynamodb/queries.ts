import type { QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { type DueQuery, type Range, refuseEmptyKey } from '../table/table.ts';
import { answered } from './dynamo-fault.ts';
import type { DynamoRequests, RowsAnswered } from './dynamo-requests.ts';
import { dueCursorAttributes, keyAttributes } from './item-attributes.ts';
import type { Attributes } from './marshalled.ts';
import { type Placeholders, placeholders } from './placeholders.ts';
import { DUE_AT, DUE_INDEX, DUE_SHARD, PARTITION_KEY, SORT_KEY } from './table-definition.ts';

/** A query still without its limit, which the pages it is answered in use up. */
export type Query = Omit<QueryCommandInput, 'Limit'>;

export const rangeQuery = (TableName: string, range: Range): Query => {
  refuseEmptyKey(range.pk);
  const place = placeholders();
  const within = sortKeyCondition(place, range);
  return {
    TableName,
    KeyConditionExpression: `${place.name(PARTITION_KEY)} = ${place.value(range.pk)}${within && ` AND ${within}`}`,
    ScanIndexForward: !range.backwards,
    ConsistentRead: range.strong ?? false,
    ExclusiveStartKey: range.after === undefined ? undefined : keyAttributes({ pk: range.pk, sk: range.after }),
    ...place.meanings(),
  };
};

export const dueQuery = (TableName: string, { shard, until, after }: DueQuery): Query => {
  refuseEmptyKey(shard);
  const place = placeholders();
  const inShard = `${place.name(DUE_SHARD)} = ${place.value(shard)}`;
  return {
    TableName,
    IndexName: DUE_INDEX,
    KeyConditionExpression: `${inShard} AND ${place.name(DUE_AT)} <= ${place.value(until)}`,
    ExclusiveStartKey: after && dueCursorAttributes(shard, after),
    ...place.meanings(),
  };
};

/** Whether nothing can lie in the range; DynamoDB refuses to be asked that. */
export const isEmptyRange = ({ prefix, from, to }: Range): boolean =>
  !prefix && from !== undefined && to !== undefined && Buffer.compare(Buffer.from(from), Buffer.from(to)) > 0;

/** Up to `limit` rows, over as many pages of 1 MB as they take. `more`: DynamoDB stopped before it had seen the end. */
export const rowsOf = async (
  { query: ask }: Pick<DynamoRequests, 'query'>,
  query: Query,
  limit: number,
): Promise<{ readonly rows: readonly Attributes[]; readonly more: boolean }> => {
  const rows: Attributes[] = [];
  let start = query.ExclusiveStartKey;
  do {
    const page = { ...query, Limit: limit - rows.length, ExclusiveStartKey: start };
    const answer: RowsAnswered = await answered(ask(page));
    rows.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined && rows.length < limit);
  return { rows, more: start !== undefined };
};

const sortKeyCondition = (place: Placeholders, { prefix, from, to }: Range): string => {
  if (prefix) return `begins_with(${place.name(SORT_KEY)}, ${place.value(prefix)})`;
  if (from && to) return `${place.name(SORT_KEY)} BETWEEN ${place.value(from)} AND ${place.value(to)}`;
  if (from) return `${place.name(SORT_KEY)} >= ${place.value(from)}`;
  if (to) return `${place.name(SORT_KEY)} <= ${place.value(to)}`;
  return '';
};
