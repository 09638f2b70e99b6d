import type { Table } from '../../../lambda/adapters/table/table.ts';

/** What was written, in order: the kind of row and how. The audit trail, which follows every act, is left out. */
export type Change = { readonly kind: string; readonly how: 'put' | 'mark' | 'add' | 'remove' };

/** A table that remembers which kinds of rows were written since the last `take`. */
export const watchedTable = (table: Table): { readonly table: Table; readonly take: () => readonly Change[] } => {
  let changes: readonly Change[] = [];
  const note = (kind: string, how: Change['how']): void => {
    if (kind !== 'audit') changes = [...changes, { kind, how }];
  };
  return {
    table: {
      ...table,
      put: async (item, condition) => {
        const written = await table.put(item, condition);
        if (written.kind === 'mine') note(item.kind, 'put');
        return written;
      },
      mark: async (key, kind, entry, mark) => {
        const marked = await table.mark(key, kind, entry, mark);
        if (marked.kind === 'marked') note(kind, 'mark');
        return marked;
      },
      add: async (key, kind, n, atMost, options) => {
        const added = await table.add(key, kind, n, atMost, options);
        if (added.kind === 'added') note(kind, 'add');
        return added;
      },
      remove: async (key, condition) => {
        const removed = await table.remove(key, condition);
        if (removed.kind === 'removed') note('row', 'remove');
        return removed;
      },
    },
    take: () => {
      const taken = changes;
      changes = [];
      return taken;
    },
  };
};
