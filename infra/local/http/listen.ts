import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { StartProblem } from '../data-folder.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

/** The one port. Until `serve` is called, everything is answered with 503: it is starting. */
export type OpenPort = {
  readonly url: string;
  readonly serve: (answer: Answer) => void;
  /** Takes no further requests, and waits for those under way. */
  readonly close: () => Promise<void>;
};

/** Loopback only (SEC-43). */
const HOST = '127.0.0.1';

const isStarting: Answer = (_request, response) => {
  response.writeHead(503, { 'content-type': 'application/json' }).end('{"status":"starting"}');
};

const problemOf = (code: string | undefined, port: number): StartProblem =>
  code === 'EADDRINUSE'
    ? new StartProblem(`Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`)
    : new StartProblem(`Port ${port} cannot be used (${code ?? 'unknown'}). Choose another: PORT=4001 npm start`);

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => reject(problemOf(fault.code, port)));
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

/** Opens a port of this machine; 0 takes a free one. Throws a `StartProblem` that names another way when it cannot. */
export const openPort = async (port: number): Promise<OpenPort> => {
  let answer = isStarting;
  const server = createServer((request, response) => answer(request, response));
  const opened = await listening(server, port);
  return {
    url: `http://${HOST}:${opened}`,
    serve: (next) => {
      answer = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
};
