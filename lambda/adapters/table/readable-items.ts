import type { Log } from '../../core/kernel/log.ts';
import type { Parse } from './stored.ts';
import type { StoredItem } from './table.ts';

/** A value that could be read from a row, or the mark of a row that could not. */
type Read<T> = { readonly value: T } | 'unreadable';

const read = <T>(item: StoredItem, parse: Parse<T>): Read<T> => {
  try {
    return { value: parse(item.body) };
  } catch {
    return 'unreadable'; // the parser's own message would quote the row
  }
};

/**
 * The values of the rows that can be read, in their order. One that cannot is alarmed, by its kind only, and left out: it
 * must not silence the rows beside it. For lists; a row that is asked for by itself throws (`readItem`).
 */
export const readableItems = <T>(items: readonly StoredItem[], parse: Parse<T>, log: Log): readonly T[] =>
  items.flatMap((item) => {
    const one = read(item, parse);
    if (one !== 'unreadable') return [one.value];
    log('table.unreadable-row', { kind: item.kind });
    return [];
  });
