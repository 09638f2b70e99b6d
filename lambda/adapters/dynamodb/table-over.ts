import type { NewId } from '../../core/kernel/ids.ts';
import type { Added, Key, Marked, StoredItem, Table } from '../table/table.ts';
import { MOST_MARKED_AT_ONCE, slicesOf } from '../table/table.ts';
import { batchReader, pausing } from './batch-reads.ts';
import { answered, answeredUnless } from './dynamo-fault.ts';
import type { DynamoRequests } from './dynamo-requests.ts';
import { countOf, dueEntryOf, itemOf, keyAttributes } from './item-attributes.ts';
import { dueQuery, isEmptyRange, rangeQuery, rowsOf } from './queries.ts';
import { addRequest, markRequest, putRequest, removeRequest } from './writes.ts';

/**
 * The `Table` over DynamoDB, through any client. Every write is one request with one condition. When the condition fails, a strong read says
 * whose item stands: a client sends a write again when an answer was lost, and the second try then fails on what the first one wrote.
 */
export const tableOver = ({
  requests,
  tableName,
  newWriteId,
  pause = pausing,
}: {
  readonly requests: DynamoRequests;
  readonly tableName: string;
  readonly newWriteId: NewId;
  /** Waits so many milliseconds before what was left of a batch is asked for again. */
  readonly pause?: (ms: number) => Promise<void>;
}): Table => {
  const get = async (key: Key, strong: boolean): Promise<StoredItem | undefined> => {
    const { Item } = await answered(
      requests.getItem({ TableName: tableName, Key: keyAttributes(key), ConsistentRead: strong }),
    );
    return Item && itemOf(Item);
  };

  const put: Table['put'] = async (item, condition) => {
    const base = 'ifNew' in condition ? 0 : condition.ifVersion;
    const writeId = newWriteId();
    const answer = await answeredUnless(requests.updateItem(putRequest(tableName, item, base, writeId)));
    if (answer !== 'condition-failed') return { kind: 'mine', item: itemOf(answer.Attributes ?? {}) };
    const current = await get(item.key, true);
    return current?.writeId === writeId ? { kind: 'mine', item: current } : { kind: 'conflict', current };
  };

  const mark: Table['mark'] = async (key, kind, entry, wanted): Promise<Marked> => {
    const answer = await answeredUnless(requests.updateItem(markRequest(tableName, key, kind, [[entry, wanted]])));
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
      const answer = await answeredUnless(requests.updateItem(markRequest(tableName, key, kind, some)));
      // One of them stands already or is outranked: then each by itself.
      if (answer === 'condition-failed')
        await Promise.all(some.map(([entry, wanted]) => mark(key, kind, entry, wanted)));
    }
  };

  const add: Table['add'] = async (key, kind, n, atMost, options) => {
    const full = async (): Promise<Added> => ({ kind: 'full', total: (await get(key, true))?.count ?? 0 });
    if (n > atMost) return full();
    const answer = await answeredUnless(
      requests.updateItem(addRequest(tableName, key, kind, n, atMost, options?.expiresAt)),
    );
    return answer === 'condition-failed' ? full() : { kind: 'added', total: countOf(answer.Attributes ?? {}) };
  };

  const list: Table['list'] = async (range) => {
    if (isEmptyRange(range)) return { items: [] };
    const { rows, more } = await rowsOf(requests, rangeQuery(tableName, range), range.limit);
    const items = rows.map(itemOf);
    const after = items.at(-1)?.key.sk;
    return more && after !== undefined ? { items, after } : { items };
  };

  const listDue: Table['listDue'] = async (query) => {
    const { rows, more } = await rowsOf(requests, dueQuery(tableName, query), query.limit);
    const entries = rows.map(dueEntryOf);
    const last = entries.at(-1);
    return more && last !== undefined ? { entries, after: { key: last.key, at: last.at } } : { entries };
  };

  const remove: Table['remove'] = async (key, { ifVersion }) => {
    const answer = await answeredUnless(requests.deleteItem(removeRequest(tableName, key, ifVersion)));
    const current = answer === 'condition-failed' ? await get(key, true) : undefined;
    return current === undefined ? { kind: 'removed' } : { kind: 'conflict', current };
  };

  return {
    get: async (key, options) => get(key, options?.strong ?? false),
    getMany: batchReader(requests, tableName, pause),
    put,
    mark,
    markMany,
    add,
    list,
    listDue,
    remove,
  };
};
