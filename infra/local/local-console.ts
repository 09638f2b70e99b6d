import type { IncomingMessage, ServerResponse } from 'node:http';
import { oidcSignIn } from '../../lambda/adapters/oidc/oidc-sign-in.ts';
import { randomToken } from '../../lambda/adapters/oidc/random-token.ts';
import { pairingSecrets } from '../../lambda/adapters/secrets/pairing-secrets.ts';
import { sha256 } from '../../lambda/adapters/secrets/sha256.ts';
import { toldSecrets } from '../../lambda/adapters/secrets/told-secrets.ts';
import type { Table } from '../../lambda/adapters/table/table.ts';
import type { Bell } from '../../lambda/core/delivery/bell.ts';
import type { Clock } from '../../lambda/core/kernel/clock.ts';
import { faultName, type Log } from '../../lambda/core/kernel/log.ts';
import { wireConsole } from '../../lambda/wiring/console.ts';
import type { LocalKeys } from './data-folder.ts';
import { HARBOUR } from './demo-council/harbour-county-council.ts';
import { DEMO_PEOPLE } from './demo-people.ts';
import { originOf, PEOPLE_HOSTS } from './http/people-hosts.ts';
import { localProperty } from './local-channels.ts';
import { localSignIn } from './sign-in/local-sign-in.ts';
import { oneClick } from './sign-in/one-click.ts';

const CONSOLE_PATH = '/console';
const SIGN_IN_PATH = '/sign-in';

export type LocalConsole = {
  readonly answer: (request: Request) => Promise<Response>;
  /** Answers what is the sign-in's, and says whether it was. */
  readonly signIn: (request: IncomingMessage, response: ServerResponse) => boolean;
};

const isUnder = (path: string, url: string): boolean => new RegExp(`^${path}([/?]|$)`).test(url);

/**
 * The console with the embedded OpenID provider in front of it: one at the address of this machine, and one on each host of
 * the demo's people, over the same table. Each knows one origin only, as in production.
 */
export const localConsole = (needs: {
  readonly url: string;
  readonly table: Table;
  readonly bell: Bell;
  readonly clock: Clock;
  readonly realNow: Clock;
  readonly keys: LocalKeys;
  readonly dispatchEpoch: string;
  readonly log: Log;
}): LocalConsole => {
  const { url, keys, log } = needs;
  const consoleUrl = `${url}${CONSOLE_PATH}`;
  const alsoAt = PEOPLE_HOSTS.map((host) => `${originOf(host, url)}${CONSOLE_PATH}`);
  const provider = localSignIn(
    DEMO_PEOPLE,
    { origin: url, path: SIGN_IN_PATH, consoleUrl, alsoAt },
    { now: needs.realNow, onFault: (fault) => log('console.fault', { kind: 'sign-in', fault: faultName(fault) }) },
  );
  const { issuer, clientId, clientSecret } = provider;
  const consoleAt = (address: string) =>
    wireConsole({
      table: needs.table,
      bell: needs.bell,
      clock: needs.clock,
      realNow: needs.realNow,
      log,
      council: HARBOUR,
      dispatchEpoch: needs.dispatchEpoch,
      url: address,
      newToken: randomToken,
      pairingSecrets: pairingSecrets(keys.hash),
      hashToldLink: toldSecrets(keys.hash).hashToken,
      digest: sha256,
      property: localProperty(keys, url, needs.realNow),
      signIn: oidcSignIn({ issuer, clientId, clientSecret, redirectUri: `${address}/sign-in/callback` }),
    });
  const main = consoleAt(consoleUrl);
  const others = new Map(alsoAt.map((address) => [new URL(address).host, consoleAt(address)]));
  return {
    answer: async (request) => {
      const app = others.get(new URL(request.url).host) ?? main;
      return oneClick(request, await app.fetch(request));
    },
    signIn: (request, response) => {
      const isElsewhere = others.has(request.headers.host ?? '');
      if (isElsewhere || !isUnder(SIGN_IN_PATH, request.url ?? '/')) return false;
      provider.handle(request, response);
      return true;
    },
  };
};
