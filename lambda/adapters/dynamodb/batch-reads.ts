import { setTimeout as timeout } from 'node:timers/promises';
import { type Key, MOST_READ_AT_ONCE, type StoredItem, slicesOf, type Table, tableFault } from '../table/table.ts';
import { answered } from './dynamo-fault.ts';
import type { DynamoRequests } from './dynamo-requests.ts';
import { itemOf, keyAttributes } from './item-attributes.ts';
import type { Attributes } from './marshalled.ts';

/** So long is waited, in milliseconds, before what was left unread is asked for again; after the last of them it is a fault. */
const WAITS: readonly number[] = [25, 50, 100, 200, 400];

export const pausing = async (ms: number): Promise<void> => void (await timeout(ms));

const textOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

/** Nobody who waits at the same moment as others comes back at the same moment as they do (D31, D32). */
const jittered = (ms: number): number => ms / 2 + (Math.random() * ms) / 2;

/**
 * Strong reads of many keys. Amazon answers what it could read and names the rest, and does not count that as a failure (`UnprocessedKeys`): it
 * is asked for again after a pause, and a batch that is never read whole is a fault.
 */
export const batchReader = (
  requests: Pick<DynamoRequests, 'batchGetItem'>,
  tableName: string,
  pause: (ms: number) => Promise<void>,
): Table['getMany'] => {
  const ask = async (
    keys: readonly Attributes[],
  ): Promise<{ readonly rows: Attributes[]; readonly left: Attributes[] }> => {
    const RequestItems = { [tableName]: { Keys: [...keys], ConsistentRead: true } };
    const { Responses, UnprocessedKeys } = await answered(requests.batchGetItem({ RequestItems }));
    return { rows: [...(Responses?.[tableName] ?? [])], left: [...(UnprocessedKeys?.[tableName]?.Keys ?? [])] };
  };

  const readAll = async (keys: readonly Attributes[]): Promise<readonly StoredItem[]> => {
    const first = await ask(keys);
    const read = first.rows.map(itemOf);
    let left = first.left;
    for (const wait of WAITS) {
      if (left.length === 0) return read;
      await pause(jittered(wait));
      const more = await ask(left);
      read.push(...more.rows.map(itemOf));
      left = more.left;
    }
    if (left.length > 0) throw tableFault('throttled', 'part of a batch was never read');
    return read;
  };

  return async (keys) => {
    // Amazon refuses a batch that names a key twice.
    const distinct = [...new Map(keys.map((key) => [textOf(key), keyAttributes(key)])).values()];
    const read = await Promise.all(slicesOf(distinct, MOST_READ_AT_ONCE).map(readAll));
    const items = new Map(read.flat().map((item) => [textOf(item.key), item]));
    return keys.map((key) => items.get(textOf(key)));
  };
};
