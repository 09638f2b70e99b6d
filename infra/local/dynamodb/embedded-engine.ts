import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import dynalite from 'dynalite';
import db, { type Store } from 'dynalite/db/index.js';
import { useWholeIndexKeys } from './whole-index-keys.ts';

export type Engine = {
  /** To be handed to `dynamoClient`; any credentials will do. */
  readonly endpoint: string;
  /** Answers what is under way, writes everything down, and lets the port and the folder go. */
  readonly close: () => Promise<void>;
};

/**
 * DynamoDB inside this process: dynalite, listening on one address, by default loopback and a free port. Data lies in `dataDir`, which
 * one engine at a time may hold, or in memory if none is given. It never expires anything: time to live only tidies.
 * dynalite writes the index before the item. A kill (not a close) between the two loses that write, which was not answered yet, and
 * where the write took the due time away, the index no longer shows the item that stayed.
 */
export const startEmbeddedEngine = async ({
  dataDir,
  host = '127.0.0.1',
  port = 0,
}: {
  readonly dataDir?: string;
  readonly host?: string;
  readonly port?: number;
}): Promise<Engine> => {
  useWholeIndexKeys();
  if (dataDir !== undefined) await mkdir(dataDir, { recursive: true });
  const { server, store } = makeServer(dataDir);
  await openData(store, dataDir);
  await listen(server, host, port).catch(async (error: unknown) => {
    await store.db.close();
    throw error;
  });
  return { endpoint: `http://${host}:${portOf(server)}`, close: () => close(server) };
};

/** dynalite keeps its store to itself; this catches it as it is made, so that a folder that cannot be opened is said at once. */
const makeServer = (path: string | undefined): { server: Server; store: Store } => {
  const create = db.create;
  const made: Store[] = [];
  db.create = (options) => {
    const store = create(options);
    made.push(store);
    return store;
  };
  try {
    const server = dynalite({ createTableMs: 0, ...(path === undefined ? {} : { path }) });
    const [store] = made;
    if (store === undefined) throw new Error('dynalite made no store: is it still version 4.0.0?');
    surviveHangUps(server);
    return { server, store };
  } finally {
    db.create = create;
  }
};

/** dynalite throws, and with it the whole process falls, when a client hangs up in the middle of a request. */
const surviveHangUps = (server: Server): void => {
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    queueMicrotask(() => {
      request.removeAllListeners('error');
      request.on('error', () => response.destroy());
    });
  });
};

const openData = async (store: Store, dataDir: string | undefined): Promise<void> => {
  try {
    await store.db.open();
  } catch (cause) {
    throw new Error(`The data folder ${dataDir} cannot be opened. Is another Bellbird using it?`, { cause });
  }
};

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The embedded DynamoDB has no port.');
  return address.port;
};

const close = async (server: Server): Promise<void> => {
  if (!server.listening) return;
  // Connections that are kept alive would hold it open until they time out.
  const letGo = setInterval(() => server.closeIdleConnections(), 10);
  try {
    await promisify(server.close).call(server);
  } finally {
    clearInterval(letGo);
  }
};
