import type { JsonObject, Key, Table } from '../../../../lambda/adapters/table/table.ts';

/** One write that took effect: which row, what kind, and what stands there now if the write says so. */
export type RowChange = {
  readonly how: 'put' | 'mark' | 'add' | 'remove';
  readonly key: Key;
  /** The kind of row; a removed row does not say. */
  readonly row: string;
  readonly version?: number;
  readonly body?: JsonObject;
};

/** The same table, which tells `notice` of each write after it took effect. Reading is not noticed. */
export const watchTable = (table: Table, notice: (change: RowChange) => void): Table => ({
  ...table,
  put: async (item, condition) => {
    const written = await table.put(item, condition);
    if (written.kind === 'mine')
      notice({ how: 'put', key: item.key, row: item.kind, version: written.item.version, body: item.body });
    return written;
  },
  mark: async (key, kind, entry, mark) => {
    const marked = await table.mark(key, kind, entry, mark);
    if (marked.kind === 'marked') notice({ how: 'mark', key, row: kind });
    return marked;
  },
  add: async (key, kind, n, atMost, options) => {
    const added = await table.add(key, kind, n, atMost, options);
    if (added.kind === 'added') notice({ how: 'add', key, row: kind });
    return added;
  },
  remove: async (key, condition) => {
    const removed = await table.remove(key, condition);
    if (removed.kind === 'removed') notice({ how: 'remove', key, row: 'row' });
    return removed;
  },
});
