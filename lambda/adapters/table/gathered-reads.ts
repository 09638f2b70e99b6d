import { type Key, MOST_READ_AT_ONCE, type StoredItem, slicesOf, type Table } from './table.ts';

type Asked = {
  readonly key: Key;
  readonly answer: Promise<StoredItem | undefined>;
  readonly resolve: (item: StoredItem | undefined) => void;
  readonly reject: (fault: unknown) => void;
};

const askedOf = (key: Key): Asked => {
  const { promise: answer, resolve, reject } = Promise.withResolvers<StoredItem | undefined>();
  return { key, answer, resolve, reject };
};

/** Whoever goes on at the same moment comes to its next read within so many turns of the queue of promises. */
const TURNS = 8;

const othersAsked = async (): Promise<void> => {
  for (let turn = 0; turn < TURNS; turn += 1) await undefined;
};

/**
 * The same table, whose strong reads of one item are gathered: what is asked for at the same moment goes in one request, and a key that is asked
 * for twice then is read once. Each answer is as fresh as if it had been asked for alone, because nothing is kept. A request that fails is a
 * fault of every item in it. For a worker that looks at a hundred things at once.
 */
export const gatheredReads = (table: Table): Table => {
  let waiting = new Map<string, Asked>();

  const read = async (all: readonly Asked[]): Promise<void> => {
    try {
      const [first] = all;
      const items =
        first !== undefined && all.length === 1
          ? [await table.get(first.key, { strong: true })]
          : await table.getMany(all.map(({ key }) => key));
      for (const [n, { resolve }] of all.entries()) resolve(items[n]);
    } catch (fault) {
      for (const { reject } of all) reject(fault);
    }
  };

  const readWaiting = async (): Promise<void> => {
    await othersAsked();
    const all = [...waiting.values()];
    waiting = new Map();
    await Promise.all(slicesOf(all, MOST_READ_AT_ONCE).map(read));
  };

  const gather = (key: Key): Promise<StoredItem | undefined> => {
    const which = JSON.stringify([key.pk, key.sk]);
    const asked = waiting.get(which) ?? askedOf(key);
    if (waiting.size === 0) void readWaiting();
    waiting.set(which, asked);
    return asked.answer;
  };

  return {
    ...table,
    get: (key, options) => (options?.strong === true ? gather(key) : table.get(key, options)),
  };
};
