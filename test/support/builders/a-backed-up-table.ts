import { memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import type { Key, StoredItem, Table } from '../../../lambda/adapters/table/table.ts';
import { countingIds } from '../counting-ids.ts';

/** A copy of everything in a table at one moment. */
export type Backup = readonly StoredItem[];

/** A table in memory of which a copy can be taken, as of a real one with point-in-time recovery. */
export const aBackedUpTable = () => {
  const inner = memoryTable({ newWriteId: countingIds('write') });
  const keys = new Map<string, Key>();
  const written = (key: Key): void => void keys.set(JSON.stringify(key), key);
  const table: Table = {
    ...inner,
    put: (item, condition) => {
      written(item.key);
      return inner.put(item, condition);
    },
    mark: (key, ...rest) => {
      written(key);
      return inner.mark(key, ...rest);
    },
    add: (key, ...rest) => {
      written(key);
      return inner.add(key, ...rest);
    },
  };
  const backUp = async (): Promise<Backup> =>
    (await Promise.all([...keys.values()].map((key) => inner.get(key, { strong: true })))).flatMap(
      (item) => item ?? [],
    );
  return { table, backUp };
};

/** Another table with what stood in the copy. */
export const restored = async (backup: Backup): Promise<Table> => {
  const table = memoryTable({ newWriteId: countingIds('restored') });
  for (const { version, writeId: _writeId, marks, count: _tries, ...item } of backup) {
    if (version > 0) await table.put(item, { ifNew: true });
    for (const [entry, mark] of Object.entries(marks)) await table.mark(item.key, item.kind, entry, mark);
  }
  return table;
};
