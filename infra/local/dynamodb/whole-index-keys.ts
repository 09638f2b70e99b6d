import { promisify } from 'node:util';
import db, { type DynaliteTable, type Index, type Item, type Store } from 'dynalite/db/index.js';

/**
 * dynalite 4.0.0 tells the rows of an index that share shard and time apart by 24 bits of a hash of their keys. Among a few thousand
 * rows two are then bound to fall together, and one of them is never seen as due. Here the whole key stands in the row's place.
 * Rows are also put before they are dropped, so that an engine killed in between shows an item too often rather than not at all.
 */
export const useWholeIndexKeys = (): void => {
  db.createIndexKey = indexKey;
  db.updateIndexes = (store, table, before, after, done) => {
    updateIndexes(store, table, before ?? undefined, after ?? undefined).then(() => done(), done);
  };
};

const keyInTable = db.createKey;

const indexKey: typeof db.createIndexKey = (item, table, keySchema) =>
  keyInTable(item, table, keySchema) + keyInTable(item, table);

const updateIndexes = async (store: Store, table: DynaliteTable, before?: Item, after?: Item): Promise<void> => {
  for (const index of table.GlobalSecondaryIndexes ?? []) {
    const rows = store.getIndexDb('global', table.TableName, index.IndexName);
    const oldKey = rowKey(table, index, before);
    const newKey = rowKey(table, index, after);
    if (after !== undefined && newKey !== undefined) {
      await promisify(rows.put)(newKey, projected(table, index, after));
    }
    if (oldKey !== undefined && oldKey !== newKey) await promisify(rows.del)(oldKey);
  }
};

/** Where the item stands in the index, if it stands there at all. */
const rowKey = (table: DynaliteTable, index: Index, item: Item | undefined): string | undefined =>
  item !== undefined && namesOf(index.KeySchema).every((name) => item[name] !== undefined)
    ? indexKey(item, table, index.KeySchema)
    : undefined;

const projected = (table: DynaliteTable, index: Index, item: Item): Item => {
  if (index.Projection.ProjectionType === 'ALL') return item;
  const names = [
    ...namesOf(index.KeySchema),
    ...namesOf(table.KeySchema),
    ...(index.Projection.NonKeyAttributes ?? []),
  ];
  return Object.fromEntries(names.filter((name) => name in item).map((name) => [name, item[name]]));
};

const namesOf = (schema: Index['KeySchema']): readonly string[] => schema.map((key) => key.AttributeName);
