import type { Saved, Versioned } from '../../core/kernel/version.ts';
import type { NewItem, StoredItem, Table, Written } from './table.ts';

/** Reads the body of a row into a value of the domain; throws when the row is not one. */
export type Parse<T> = (body: unknown) => T;

export const versioned = <T>(item: StoredItem, parse: Parse<T>): Versioned<T> => ({
  value: parse(item.body),
  version: item.version,
});

/** What stands at a key, parsed, with its version. */
export const readItem = async <T>(
  table: Table,
  key: StoredItem['key'],
  parse: Parse<T>,
  options?: { readonly strong?: boolean },
): Promise<Versioned<T> | undefined> => {
  const item = await table.get(key, options);
  return item === undefined ? undefined : versioned(item, parse);
};

const savedOf = (written: Written): Saved =>
  written.kind === 'mine' ? { kind: 'saved', version: written.item.version } : { kind: 'conflict' };

/** Writes a row whose value was read at `version`; 0 means that it was not there. */
export const writeItem = async (table: Table, item: NewItem, version: number): Promise<Saved> =>
  savedOf(await table.put(item, version === 0 ? { ifNew: true } : { ifVersion: version }));

/** Writes a row whatever stands there: for settings and demo data that have one writer. Loses no race, it retries. */
export const overwriteItem = async (table: Table, item: NewItem): Promise<Saved> => {
  let version = (await table.get(item.key, { strong: true }))?.version ?? 0;
  for (;;) {
    const written = await table.put(item, version === 0 ? { ifNew: true } : { ifVersion: version });
    if (written.kind === 'mine') return savedOf(written);
    version = written.current?.version ?? 0;
  }
};
