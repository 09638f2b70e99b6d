import type { Table } from '../../../lambda/adapters/table/table.ts';
import { type RowChange, watchTable } from '../living-room/watch/watch-table.ts';

/** What was written, in order: the kind of row and how. The audit trail, which follows every act, is left out. */
export type Change = { readonly kind: string; readonly how: RowChange['how'] };

/** A table that remembers which kinds of rows were written since the last `take`. */
export const watchedTable = (table: Table): { readonly table: Table; readonly take: () => readonly Change[] } => {
  let changes: readonly Change[] = [];
  return {
    table: watchTable(table, ({ row, how }) => {
      if (row !== 'audit') changes = [...changes, { kind: row, how }];
    }),
    take: () => {
      const taken = changes;
      changes = [];
      return taken;
    },
  };
};
