import type { DueEntry, DuePage, DueQuery, Key, Page, Range, StoredItem } from '../table/table.ts';
import { tableFault } from '../table/table.ts';
import { type SortedList, sortedList } from './sorted-list.ts';
import { compareUtf8 } from './utf8-order.ts';

/** Where the items of a memory table lie: by partition and sort key, and once more by shard and due time. */
export type MemorySpace = {
  readonly get: (key: Key) => StoredItem | undefined;
  readonly replace: (key: Key, item: StoredItem | undefined) => void;
  readonly list: (range: Range) => Page;
  readonly listDue: (query: DueQuery) => DuePage;
};

type Place = { readonly key: Key };
type DuePlace = { readonly key: Key; readonly at: number };
type Partition = SortedList<Place, StoredItem>;
type Shard = SortedList<DuePlace, DueEntry>;

const bySortKey = (a: Place, b: Place): number => compareUtf8(a.key.sk, b.key.sk);
const byTime = (a: DuePlace, b: DuePlace): number =>
  a.at - b.at || compareUtf8(a.key.pk, b.key.pk) || compareUtf8(a.key.sk, b.key.sk);

export const memorySpace = (): MemorySpace => {
  const partitions = new Map<string, Partition>();
  const shards = new Map<string, Shard>();
  const partitionOf = (pk: string): Partition => there(partitions, pk, () => sortedList(bySortKey));
  const shardOf = (name: string): Shard => there(shards, name, () => sortedList(byTime));

  const get = (key: Key): StoredItem | undefined => partitions.get(key.pk)?.get({ key });

  return {
    get,
    replace: (key, item) => {
      const due = get(key)?.due;
      if (due !== undefined) shardOf(due.shard).drop({ key, at: due.at });
      if (item === undefined) partitionOf(key.pk).drop({ key });
      else partitionOf(key.pk).set(item);
      if (item?.due !== undefined)
        shardOf(item.due.shard).set(Object.freeze({ key, kind: item.kind, at: item.due.at }));
    },
    list: (range) => listed(partitionOf(range.pk), range),
    listDue: (query) => dueListed(shardOf(query.shard), query),
  };
};

const there = <T>(map: Map<string, T>, name: string, make: () => T): T => {
  const standing = map.get(name);
  if (standing !== undefined) return standing;
  const made = make();
  map.set(name, made);
  return made;
};

const listed = (partition: Partition, range: Range): Page => {
  const { after, backwards = false } = range;
  const first = partition.countBefore(({ key }) => isBelow(key.sk, range));
  const end = partition.countBefore(({ key }) => !isAbove(key.sk, range));
  const start =
    after === undefined || backwards ? first : partition.countBefore(({ key }) => compareUtf8(key.sk, after) <= 0);
  const stop =
    after === undefined || !backwards ? end : partition.countBefore(({ key }) => compareUtf8(key.sk, after) < 0);
  const limit = requireLimit(range.limit);
  const items = backwards
    ? partition.slice(Math.max(start, stop - limit), stop).reverse()
    : partition.slice(start, Math.min(stop, start + limit));
  // As DynamoDB does: a full page names where to go on, even if nothing follows.
  const last = items.length === limit ? items.at(-1) : undefined;
  return last === undefined ? { items } : { items, after: last.key.sk };
};

const isBelow = (sk: string, { prefix, from }: Range): boolean => compareUtf8(sk, prefix || from || '') < 0;

const isAbove = (sk: string, { prefix, to }: Range): boolean => {
  if (prefix) return !sk.startsWith(prefix) && compareUtf8(sk, prefix) > 0;
  return to !== undefined && compareUtf8(sk, to) > 0;
};

const dueListed = (shard: Shard, { until, limit, after }: DueQuery): DuePage => {
  const start = after === undefined ? 0 : shard.countBefore((entry) => byTime(entry, after) <= 0);
  const end = shard.countBefore(({ at }) => at <= until);
  const entries = shard.slice(start, Math.min(end, start + requireLimit(limit)));
  const last = entries.length === limit ? entries.at(-1) : undefined;
  return last === undefined ? { entries } : { entries, after: { key: last.key, at: last.at } };
};

const requireLimit = (limit: number): number => {
  if (!(limit >= 1)) throw tableFault('refused', 'a page holds at least one item');
  return limit;
};
