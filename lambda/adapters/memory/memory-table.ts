import type { NewId } from '../../core/kernel/ids.ts';
import {
  type Added,
  bodyOf,
  bodyText,
  type Json,
  type JsonObject,
  type Key,
  type Mark,
  type Marked,
  MOST_MARKED_AT_ONCE,
  type NewItem,
  type Removed,
  refuseEmptyKey,
  type StoredItem,
  slicesOf,
  type Table,
  type Written,
} from '../table/table.ts';
import { refuseWhatDynamoDbRefuses } from './memory-limits.ts';
import { type MemorySpace, memorySpace } from './memory-space.ts';
import { compareUtf8 } from './utf8-order.ts';

/**
 * How one write travels to the table. The SDK may send a write twice when its first answer is lost; a test does the same here
 * by calling `effect` twice, or throws before or after it. Everything inside `effect` happens at once.
 */
export type Carry = <T>(effect: () => T) => Promise<T>;

/**
 * A `Table` that lives in memory and keeps every promise of the port, limits and orders of DynamoDB included. Reads are always strong.
 * What is written is copied, and what is read is frozen, so that nothing outside can change what stands here.
 */
export const memoryTable = ({ newWriteId, carry = atOnce }: { newWriteId: NewId; carry?: Carry }): Table => {
  const space = memorySpace();
  return {
    get: async (key) => {
      refuseEmptyKey(key.pk, key.sk);
      return space.get(key);
    },
    getMany: async (keys) => {
      for (const { pk, sk } of keys) refuseEmptyKey(pk, sk);
      return keys.map(space.get);
    },
    put: async (item, condition) => {
      const base = 'ifNew' in condition ? 0 : condition.ifVersion;
      const writeId = newWriteId();
      return carry(() => put(space, item, base, writeId));
    },
    mark: async (key, kind, entry, mark) => carry(() => setMark(space, key, kind, entry, mark)),
    markMany: async (key, kind, marks) => {
      for (const some of slicesOf([...marks], MOST_MARKED_AT_ONCE))
        await carry(() => some.map(([entry, mark]) => setMark(space, key, kind, entry, mark)));
    },
    add: async (key, kind, n, atMost, options) => carry(() => add(space, key, kind, n, atMost, options?.expiresAt)),
    list: async (range) => {
      refuseEmptyKey(range.pk);
      return space.list(range);
    },
    listDue: async (query) => {
      refuseEmptyKey(query.shard);
      return space.listDue(query);
    },
    remove: async (key, { ifVersion }) => carry(() => remove(space, key, ifVersion)),
  };
};

const atOnce: Carry = async (effect) => effect();

const put = (space: MemorySpace, item: NewItem, base: number, writeId: string): Written => {
  refuseEmptyKey(item.key.pk, item.key.sk);
  const standing = space.get(item.key);
  if ((standing?.version ?? 0) !== base) {
    return standing?.writeId === writeId ? { kind: 'mine', item: standing } : { kind: 'conflict', current: standing };
  }
  const { marks, count } = standing ?? untouched(item.key, item.kind);
  return { kind: 'mine', item: store(space, { ...copied(item), version: base + 1, writeId, marks, count }) };
};

const setMark = (space: MemorySpace, key: Key, kind: string, entry: string, mark: Mark): Marked => {
  const standing = space.get(key) ?? untouched(key, kind);
  const by = Object.hasOwn(standing.marks, entry) ? standing.marks[entry] : undefined;
  if (by !== undefined && isOutranked(mark, by)) return { kind: 'outranked', by };
  const { rank, value } = mark;
  store(space, { ...standing, marks: { ...standing.marks, [entry]: Object.freeze({ rank, value }) } });
  return { kind: 'marked' };
};

const isOutranked = (mark: Mark, by: Mark): boolean =>
  mark.rank < by.rank || (mark.rank === by.rank && compareUtf8(mark.value, by.value) < 0);

const add = (space: MemorySpace, key: Key, kind: string, n: number, atMost: number, expiresAt?: number): Added => {
  refuseEmptyKey(key.pk, key.sk);
  const standing = space.get(key) ?? untouched(key, kind);
  const total = standing.count + n;
  if (total > atMost) return { kind: 'full', total: standing.count };
  store(space, { ...(expiresAt === undefined ? {} : { expiresAt }), ...standing, count: total });
  return { kind: 'added', total };
};

const remove = (space: MemorySpace, key: Key, ifVersion: number): Removed => {
  refuseEmptyKey(key.pk, key.sk);
  const current = space.get(key);
  if (current !== undefined && current.version !== ifVersion) return { kind: 'conflict', current };
  space.replace(key, undefined);
  return { kind: 'removed' };
};

const untouched = (key: Key, kind: string): StoredItem => ({
  key: { pk: key.pk, sk: key.sk },
  kind,
  body: {},
  version: 0,
  writeId: '',
  marks: {},
  count: 0,
});

const copied = ({ key, kind, body, due, expiresAt }: NewItem): NewItem => ({
  key: { pk: key.pk, sk: key.sk },
  kind,
  body: frozen(bodyOf(bodyText(body))),
  ...(due === undefined ? {} : { due: Object.freeze({ shard: due.shard, at: due.at }) }),
  ...(expiresAt === undefined ? {} : { expiresAt }),
});

const store = (space: MemorySpace, item: StoredItem): StoredItem => {
  refuseWhatDynamoDbRefuses(item);
  Object.freeze(item.key);
  Object.freeze(item.marks);
  space.replace(item.key, Object.freeze(item));
  return item;
};

const frozen = (body: JsonObject): JsonObject => {
  Object.values(body).forEach(freezeInside);
  return Object.freeze(body);
};

const freezeInside = (value: Json): void => {
  if (typeof value !== 'object' || value === null) return;
  Object.values(value).forEach(freezeInside);
  Object.freeze(value);
};
