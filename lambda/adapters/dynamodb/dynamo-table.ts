import { DeleteItemCommand, type DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { NewId } from '../../core/kernel/ids.ts';
import type { Added, Key, Marked, StoredItem, Table } from '../table/table.ts';
import { MOST_MARKED_AT_ONCE, slicesOf } from '../table/table.ts';
import { batchReader, pausing } from './batch-reads.ts';
import { answered, answeredUnless } from './dynamo-fault.ts';
import { countOf, dueEntryOf, itemOf, keyAttributes } from './item-attributes.ts';
import { dueQuery, isEmptyRange, rangeQuery, rowsOf } from './queries.ts';
import { addRequest, markRequest, putRequest, removeRequest } from './writes.ts';

/**
 * The `Table` over DynamoDB and its SDK. Every write is one request with one condition. When the condition fails, a strong read says
 * whose item stands: the SDK sends a write again when an answer was lost, and the second try then fails on what the first one wrote.
 */
export const dynamoTable = ({
  client,
  tableName,
  newWriteId,
  pause = pausing,
}: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly newWriteId: NewId;
  /** Waits so many milliseconds before what was left of a batch is asked for again. */
  readonly pause?: (ms: number) => Promise<void>;
}): Table => {
  const get = async (key: Key, strong: boolean): Promise<StoredItem | undefined> => {
    const command = new GetItemCommand({ TableName: tableName, Key: keyAttributes(key), ConsistentRead: strong });
    const { Item } = await answered(client.send(command));
    return Item && itemOf(Item);
  };

  const put: Table['put'] = async (item, condition) => {
    const base = 'ifNew' in condition ? 0 : condition.ifVersion;
    const writeId = newWriteId();
    const command = new UpdateItemCommand(putRequest(tableName, item, base, writeId));
    const answer = await answeredUnless(client.send(command));
    if (answer !== 'condition-failed') return { kind: 'mine', item: itemOf(answer.Attributes ?? {}) };
    const current = await get(item.key, true);
    return current?.writeId === writeId ? { kind: 'mine', item: current } : { kind: 'conflict', current };
  };

  const mark: Table['mark'] = async (key, kind, entry, wanted): Promise<Marked> => {
    const command = new UpdateItemCommand(markRequest(tableName, key, kind, [[entry, wanted]]));
    const answer = await answeredUnless(client.send(command));
    if (answer !== 'condition-failed') return { kind: 'marked' };
    const marks = (await get(key, true))?.marks ?? {};
    const standing = Object.hasOwn(marks, entry) ? marks[entry] : undefined;
    // Nothing, or a lower mark, can only stand here if the item was removed after our try.
    if (standing === undefined || standing.rank < wanted.rank) return mark(key, kind, entry, wanted);
    const isOurs = standing.rank === wanted.rank && standing.value === wanted.value;
    return isOurs ? { kind: 'marked' } : { kind: 'outranked', by: standing };
  };

  const markMany: Table['markMany'] = async (key, kind, marks) => {
    for (const some of slicesOf([...marks], MOST_MARKED_AT_ONCE)) {
      const answer = await answeredUnless(client.send(new UpdateItemCommand(markRequest(tableName, key, kind, some))));
      // One of them stands already or is outranked: then each by itself.
      if (answer === 'condition-failed')
        await Promise.all(some.map(([entry, wanted]) => mark(key, kind, entry, wanted)));
    }
  };

  const add: Table['add'] = async (key, kind, n, atMost, options) => {
    const full = async (): Promise<Added> => ({ kind: 'full', total: (await get(key, true))?.count ?? 0 });
    if (n > atMost) return full();
    const command = new UpdateItemCommand(addRequest(tableName, key, kind, n, atMost, options?.expiresAt));
    const answer = await answeredUnless(client.send(command));
    return answer === 'condition-failed' ? full() : { kind: 'added', total: countOf(answer.Attributes ?? {}) };
  };

  const list: Table['list'] = async (range) => {
    if (isEmptyRange(range)) return { items: [] };
    const { rows, more } = await rowsOf(client, rangeQuery(tableName, range), range.limit);
    const items = rows.map(itemOf);
    const after = items.at(-1)?.key.sk;
    return more && after !== undefined ? { items, after } : { items };
  };

  const listDue: Table['listDue'] = async (query) => {
    const { rows, more } = await rowsOf(client, dueQuery(tableName, query), query.limit);
    const entries = rows.map(dueEntryOf);
    const last = entries.at(-1);
    return more && last !== undefined ? { entries, after: { key: last.key, at: last.at } } : { entries };
  };

  const remove: Table['remove'] = async (key, { ifVersion }) => {
    const command = new DeleteItemCommand(removeRequest(tableName, key, ifVersion));
    const answer = await answeredUnless(client.send(command));
    const current = answer === 'condition-failed' ? await get(key, true) : undefined;
    return current === undefined ? { kind: 'removed' } : { kind: 'conflict', current };
  };

  return {
    get: async (key, options) => get(key, options?.strong ?? false),
    getMany: batchReader(client, tableName, pause),
    put,
    mark,
    markMany,
    add,
    list,
    listDue,
    remove,
  };
};
