import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { localSignIn } from '../../../infra/local/sign-in/local-sign-in.ts';
import type { DemoPerson } from '../../../infra/local/sign-in/sign-in-page.ts';
import { oidcSignIn } from '../../../lambda/adapters/oidc/oidc-sign-in.ts';
import { OFFICERS } from './alert-world.ts';
import { aWorld, BASE, type World } from './world.ts';

/** Who can sign in at the demo provider, also two whom the council does not know here. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { id: 'carer-mark', name: 'Mark Ellis', role: 'carer', council: 'harbour', note: 'Margaret’s son' },
  { id: 'carer-sue', name: 'Sue Ellis', role: 'carer', council: 'harbour', note: 'may only look' },
  { id: 'officer-priya', name: 'Priya Shah', role: 'officer', council: 'harbour', note: 'may do everything' },
  ...Object.values(OFFICERS).map(
    ({ id, name, council, rights }): DemoPerson => ({ id, name, role: 'officer', council, note: rights.join(', ') }),
  ),
  { id: 'carer-inland', name: 'Ivan Inland', role: 'carer', council: 'inland', note: 'of another council' },
];

export type Served = { readonly world: World; readonly origin: string; readonly faults: readonly unknown[] };

/** Serves the console and the embedded sign-in on a free port of loopback, as `npm start` does, and closes after. */
export const withServedWorld = async (use: (served: Served) => Promise<void>): Promise<void> => {
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = (_request, response) => response.end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const consoleUrl = `${origin}${BASE}`;
  const faults: unknown[] = [];
  const provider = localSignIn(
    DEMO_PEOPLE,
    { origin, path: '/sign-in', consoleUrl },
    { now: () => Date.now(), onFault: (fault) => faults.push(fault) },
  );
  const signIn = oidcSignIn({ ...provider, redirectUri: `${consoleUrl}/sign-in/callback` });
  const world = await aWorld({ origin, signIn });
  const listener = getRequestListener(world.app.fetch);
  answer = (request, response) =>
    request.url?.startsWith('/sign-in') ? provider.handle(request, response) : listener(request, response);
  try {
    await use({ world, origin, faults });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
};
