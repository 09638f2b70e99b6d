/** As much of dynalite 4.0.0 as we touch; it brings no types of its own. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  const dynalite: (options: { readonly path?: string; readonly createTableMs?: number }) => Server;
  // biome-ignore lint/style/noDefaultExport: it is CommonJS, whose one export is its default
  export default dynalite;
}

declare module 'dynalite/db/index.js' {
  export type Item = Readonly<Record<string, unknown>>;
  export type Done = (error?: Error | null) => void;
  export type KeySchema = readonly { readonly AttributeName: string }[];
  export type Index = {
    readonly IndexName: string;
    readonly KeySchema: KeySchema;
    readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
  };
  export type DynaliteTable = {
    readonly TableName: string;
    readonly KeySchema: KeySchema;
    readonly GlobalSecondaryIndexes?: readonly Index[];
  };
  export type IndexStore = {
    readonly put: (key: string, item: Item, done: Done) => void;
    readonly del: (key: string, done: Done) => void;
  };
  export type Store = {
    readonly db: { readonly open: () => Promise<void>; readonly close: () => Promise<void> };
    readonly getIndexDb: (type: 'global', tableName: string, indexName: string) => IndexStore;
  };

  const db: {
    create: (options: object) => Store;
    readonly createKey: (item: Item, table: DynaliteTable, keySchema?: KeySchema) => string;
    createIndexKey: (item: Item, table: DynaliteTable, keySchema: KeySchema) => string;
    updateIndexes: (
      store: Store,
      table: DynaliteTable,
      before: Item | null | undefined,
      after: Item | null | undefined,
      done: Done,
    ) => void;
  };
  // biome-ignore lint/style/noDefaultExport: it is CommonJS, whose one export is its default
  export default db;
}
