import type { Range, StoredItem, Table } from './table.ts';

/** One request usually brings a whole range; DynamoDB answers at most 1 MB at once. */
const ON_ONE_PAGE = 1_000;

/** Every item of a range, page after page. For ranges that are bounded by days or by a Resident's limits. */
export const listAll = async (table: Table, range: Omit<Range, 'limit' | 'after'>): Promise<readonly StoredItem[]> => {
  const items: StoredItem[] = [];
  let after: string | undefined;
  do {
    const page = await table.list({ ...range, limit: ON_ONE_PAGE, ...(after === undefined ? {} : { after }) });
    items.push(...page.items);
    after = page.after;
  } while (after !== undefined);
  return items;
};
