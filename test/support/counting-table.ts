import type { Table } from '../../lambda/adapters/table/table.ts';

export type CountingTable = {
  readonly table: Table;
  readonly requests: () => number;
  readonly waves: () => number;
  readonly marks: () => number;
  readonly reset: () => void;
};

/**
 * The same table, which counts what is asked of it. A wave is a set of requests that overlap: it begins with a request that starts
 * while none is under way. Code that awaits one answer before it asks again makes a new wave. Marks are counted apart: evidence is
 * written after the answer is known.
 */
export const countingTable = (table: Table): CountingTable => {
  let requests = 0;
  let waves = 0;
  let underWay = 0;
  let marks = 0;

  const counted =
    <Asked extends readonly unknown[], Answer>(ask: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      requests += 1;
      if (underWay === 0) waves += 1;
      underWay += 1;
      try {
        return await ask(...asked);
      } finally {
        underWay -= 1;
      }
    };

  return {
    table: {
      get: counted(table.get),
      getMany: counted(table.getMany),
      put: counted(table.put),
      mark: (...asked) => {
        marks += 1;
        return table.mark(...asked);
      },
      markMany: counted(table.markMany),
      add: counted(table.add),
      list: counted(table.list),
      listDue: counted(table.listDue),
      remove: counted(table.remove),
    },
    requests: () => requests,
    waves: () => waves,
    marks: () => marks,
    reset: () => {
      requests = 0;
      marks = 0;
      waves = 0;
    },
  };
};
