import type { StoredItem } from '../../../lambda/adapters/table/table.ts';

/**
 * Every row of a table, a page at a time, each strongly read, in no order. `unreadable` counts rows of a page that are not what this code
 * writes. `after` is there while there may be more. Only the operator's command has this: no function may read a table from end to end.
 */
export type WholeTable = {
  readonly page: (after?: string) => Promise<{
    readonly rows: readonly StoredItem[];
    readonly unreadable: number;
    readonly after?: string;
  }>;
};

/** Goes over every row. Returns how many could not be read. */
export const overEveryRow = async (
  whole: WholeTable,
  visit: (row: StoredItem) => void | Promise<void>,
): Promise<number> => {
  let unreadable = 0;
  let after: string | undefined;
  do {
    const page = await whole.page(after);
    for (const row of page.rows) await visit(row);
    unreadable += page.unreadable;
    after = page.after;
  } while (after !== undefined);
  return unreadable;
};
