import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { aScreenHome, type ScreenHome } from './screen-home.ts';

type SetUp = NonNullable<Parameters<typeof aScreenHome>[0]>;

export type ServedScreen = ScreenHome & {
  readonly url: string;
  /** From now on every connection is broken off, as when the server or the network is gone. */
  readonly cut: () => void;
  /** From now on an answer to that path begins and never ends. */
  readonly stall: (path: string) => void;
  readonly mend: () => void;
};

/** Serves a Home's Screens on a free port of loopback, asked often so that tests need not wait, and closes after. */
export const withServedScreen = async (setUp: SetUp, use: (screen: ServedScreen) => Promise<void>): Promise<void> => {
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = (_request, response) => response.end();
  let isCut = false;
  let stalls: string | undefined;
  const server = createServer((request, response) => {
    if (isCut) request.socket.destroy();
    else if (stalls !== undefined && request.url === `/screen${stalls}`)
      response.writeHead(200, { 'Content-Type': 'application/json' }).write('{');
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const home = await aScreenHome({ every: 200, ...setUp, origin });
  answer = getRequestListener(home.app.fetch);
  const screen: ServedScreen = {
    ...home,
    url: `${origin}/screen`,
    cut: () => {
      isCut = true;
      server.closeAllConnections();
    },
    stall: (path) => {
      stalls = path;
    },
    mend: () => {
      isCut = false;
      stalls = undefined;
    },
  };
  try {
    await use(screen);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
};
