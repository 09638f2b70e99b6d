import type { IncomingMessage, ServerResponse } from 'node:http';
import { oidcSignIn } from '../../lambda/adapters/oidc/oidc-sign-in.ts';
import { randomToken } from '../../lambda/adapters/oidc/random-token.ts';
import { pairingSecrets } from '../../lambda/adapters/secrets/pairing-secrets.ts';
import type { Table } from '../../lambda/adapters/table/table.ts';
import type { Bell } from '../../lambda/core/delivery/bell.ts';
import type { Clock } from '../../lambda/core/kernel/clock.ts';
import { faultName, type Log } from '../../lambda/core/kernel/log.ts';
import { wireConsole } from '../../lambda/wiring/console.ts';
import type { LocalKeys } from './data-folder.ts';
import { HARBOUR } from './demo-council/harbour-county-council.ts';
import { DEMO_PEOPLE } from './demo-people.ts';
import { localSignIn } from './sign-in/local-sign-in.ts';

const CONSOLE_PATH = '/console';
const SIGN_IN_PATH = '/sign-in';

export type LocalConsole = {
  readonly answer: (request: Request) => Promise<Response>;
  /** Answers what is the sign-in's, and says whether it was. */
  readonly signIn: (request: IncomingMessage, response: ServerResponse) => boolean;
};

const isUnder = (path: string, url: string): boolean => new RegExp(`^${path}([/?]|$)`).test(url);

/** The console with the embedded OpenID provider in front of it, at one address of this machine. */
export const localConsole = (needs: {
  readonly url: string;
  readonly table: Table;
  readonly bell: Bell;
  readonly clock: Clock;
  readonly realNow: Clock;
  readonly keys: LocalKeys;
  readonly log: Log;
}): LocalConsole => {
  const { url: origin, keys, log } = needs;
  const consoleUrl = `${origin}${CONSOLE_PATH}`;
  const provider = localSignIn(
    DEMO_PEOPLE,
    { origin, path: SIGN_IN_PATH, consoleUrl },
    { now: needs.realNow, onFault: (fault) => log('console.fault', { kind: 'sign-in', fault: faultName(fault) }) },
  );
  const { issuer, clientId, clientSecret } = provider;
  const app = wireConsole({
    table: needs.table,
    bell: needs.bell,
    clock: needs.clock,
    realNow: needs.realNow,
    log,
    council: HARBOUR,
    url: consoleUrl,
    newToken: randomToken,
    pairingSecrets: pairingSecrets(keys.hash),
    signIn: oidcSignIn({ issuer, clientId, clientSecret, redirectUri: `${consoleUrl}/sign-in/callback` }),
  });
  return {
    answer: async (request) => app.fetch(request),
    signIn: (request, response) => {
      if (!isUnder(SIGN_IN_PATH, request.url ?? '/')) return false;
      provider.handle(request, response);
      return true;
    },
  };
};
