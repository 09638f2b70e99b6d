import type { DueQuery, NewItem, Table, Written } from '../../../lambda/adapters/table/table.ts';

type OnPut = (item: NewItem, put: () => Promise<Written>) => Promise<Written>;

/** A worker that dies at this point: what it was about to do is not done. */
export const dies = async (): Promise<never> => {
  throw new Error('the worker died');
};

/**
 * The same table with a hand on its writes: a test may let something happen before or after one, refuse it, or watch it.
 * `written` holds every item that was put, in order.
 */
export const aHookedTable = (inner: Table) => {
  let onPut: OnPut = (_item, put) => put();
  let onListDue: (query: DueQuery) => void = () => {};
  const written: NewItem[] = [];
  const table: Table = {
    ...inner,
    put: (item, condition) =>
      onPut(item, async () => {
        const came = await inner.put(item, condition);
        if (came.kind === 'mine') written.push(item);
        return came;
      }),
    listDue: async (query) => {
      onListDue(query);
      return inner.listDue(query);
    },
  };
  return {
    table,
    written: written as readonly NewItem[],
    onPut: (hook: OnPut): void => {
      onPut = hook;
    },
    /** The next put of which `is` is true meets the hook; later ones pass. */
    onNextPut: (is: (item: NewItem) => boolean, hook: OnPut): void => {
      onPut = (item, put) => {
        if (!is(item)) return put();
        onPut = (_item, goOn) => goOn();
        return hook(item, put);
      };
    },
    letPass: (): void => {
      onPut = (_item, put) => put();
    },
    onListDue: (hook: (query: DueQuery) => void): void => {
      onListDue = hook;
    },
  };
};
