import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../../lambda/adapters/table/table.ts';

/** What one tick asked of the table. `units`: read units as the engine charges them (4 KB each, half for an eventual read). */
export type Asked = {
  readonly requests: number;
  readonly reads: number;
  readonly itemsRead: number;
  readonly units: number;
};

export type ReadCount = { readonly start: () => void; readonly stop: () => Asked };

const NOTHING: Asked = { requests: 0, reads: 0, itemsRead: 0, units: 0 };
const READS: readonly string[] = ['GetItemCommand', 'QueryCommand'];

type Answer = {
  readonly ScannedCount?: number;
  readonly Item?: unknown;
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
};

const isAnswer = (output: unknown): output is Answer => typeof output === 'object' && output !== null;

/** Counts on the wire: every request of this client, and what the engine says that each read cost. */
export const countOnTheWire = (client: DynamoDBClient): ReadCount => {
  let asked = NOTHING;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const isRead = READS.includes(context.commandName ?? '');
      if (isRead) Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const came = await next(args);
      const output: unknown = came.output;
      if (!isAnswer(output)) return came;
      const read = output.ScannedCount ?? (output.Item === undefined ? 0 : 1);
      asked = {
        requests: asked.requests + 1,
        reads: asked.reads + (isRead ? 1 : 0),
        itemsRead: asked.itemsRead + (isRead ? read : 0),
        units: asked.units + (isRead ? (output.ConsumedCapacity?.CapacityUnits ?? Number.NaN) : 0),
      };
      return came;
    },
    { step: 'initialize', name: 'countReads' },
  );
  return {
    start: () => {
      asked = NOTHING;
    },
    stop: () => asked,
  };
};

const UNIT = 4 * 1024;
const sizeOf = (value: unknown): number => JSON.stringify(value)?.length ?? 0;
const unitsOf = (bytes: number, isStrong: boolean): number =>
  Math.max(1, Math.ceil(bytes / UNIT)) * (isStrong ? 1 : 0.5);

/** Counts at the port, for the table in memory, whose reads cost nothing: the units are what DynamoDB would charge. */
export const countAtThePort = (inner: Table): { readonly table: Table; readonly count: ReadCount } => {
  let asked = NOTHING;
  const read = (things: readonly unknown[], isStrong: boolean): void => {
    asked = {
      requests: asked.requests + 1,
      reads: asked.reads + 1,
      itemsRead: asked.itemsRead + things.length,
      units:
        asked.units +
        unitsOf(
          things.reduce<number>((sum, one) => sum + sizeOf(one), 0),
          isStrong,
        ),
    };
  };
  const written = (): void => {
    asked = { ...asked, requests: asked.requests + 1 };
  };
  const table: Table = {
    get: async (key, options) => {
      const item = await inner.get(key, options);
      read(item === undefined ? [] : [item], options?.strong === true);
      return item;
    },
    getMany: async (keys) => {
      const items = await inner.getMany(keys);
      read(
        items.filter((item) => item !== undefined),
        true,
      );
      return items;
    },
    list: async (range) => {
      const page = await inner.list(range);
      read(page.items, range.strong === true);
      return page;
    },
    listDue: async (query) => {
      const page = await inner.listDue(query);
      read(page.entries, false);
      return page;
    },
    markMany: (...marked) => {
      written();
      return inner.markMany(...marked);
    },
    put: (...put) => {
      written();
      return inner.put(...put);
    },
    mark: (...mark) => {
      written();
      return inner.mark(...mark);
    },
    add: (...add) => {
      written();
      return inner.add(...add);
    },
    remove: (...remove) => {
      written();
      return inner.remove(...remove);
    },
  };
  return {
    table,
    count: {
      start: () => {
        asked = NOTHING;
      },
      stop: () => asked,
    },
  };
};
