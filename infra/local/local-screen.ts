import { keyedHash } from '../../lambda/adapters/secrets/keyed-hash.ts';
import { pairingSecrets } from '../../lambda/adapters/secrets/pairing-secrets.ts';
import { screenSecrets } from '../../lambda/adapters/secrets/screen-secrets.ts';
import { sha256 } from '../../lambda/adapters/secrets/sha256.ts';
import type { Table } from '../../lambda/adapters/table/table.ts';
import type { Clock } from '../../lambda/core/kernel/clock.ts';
import { isId } from '../../lambda/core/kernel/ids.ts';
import type { Log } from '../../lambda/core/kernel/log.ts';
import { agreeOnScreen, agreeOnWords } from '../../lambda/core/pairing/agree-on-screen.ts';
import { claimScreen } from '../../lambda/core/pairing/claim-screen.ts';
import { showScreenCode } from '../../lambda/core/pairing/show-screen-code.ts';
import { unpairScreen } from '../../lambda/core/pairing/unpair-screen.ts';
import type { CareStores } from '../../lambda/wiring/care-stores.ts';
import { wireScreen } from '../../lambda/wiring/screen.ts';
import type { LocalKeys } from './data-folder.ts';
import { HARBOUR } from './demo-council/harbour-county-council.ts';

const PATH = '/screen';
/** A page of this machine may ask often; milliseconds. */
const EVERY = 2_000;
const BY = { kind: 'system', id: 'demonstration' } as const;

export type LocalScreenNeeds = {
  readonly table: Table;
  readonly stores: CareStores;
  readonly clock: Clock;
  readonly realNow: Clock;
  readonly keys: LocalKeys;
  readonly log: Log;
};

const plain = (status: number, words: string): Response =>
  new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

/**
 * Pairs the demonstration's own Screen of a Home, through the same steps as any other: the code, the claim, and both
 * confirmations. It is one Screen a Home, whichever browser asks, so that trying it often does not fill the Home.
 */
const pairForDemo = ({ stores, clock, keys }: LocalScreenNeeds) => {
  const needs = { ...stores, codes: stores.pairingCodes, secrets: pairingSecrets(keys.hash), clock };
  const pair = async (homeId: string, screenHash: string): Promise<string> => {
    const shown = await showScreenCode(needs)({ council: HARBOUR, screenHash });
    if (shown.kind !== 'screen-code') return shown.kind;
    const claimed = await claimScreen(needs)({ council: HARBOUR, homeId, code: shown.code, by: BY });
    if (claimed.kind !== 'screen-asked') return claimed.kind;
    await agreeOnWords(needs)({ council: HARBOUR, homeId, screenHash, by: BY });
    return (await agreeOnScreen(needs)({ council: HARBOUR, screenHash })).kind;
  };
  return async (homeId: string, token: string): Promise<string> => {
    const screenHash = screenSecrets(keys.hash).hashScreen(token);
    const home = await stores.homes.ofId(HARBOUR, homeId);
    if (home === undefined) return 'no-such-home';
    const came = await pair(homeId, screenHash);
    const [oldest] = home.value.screens;
    if (came !== 'too-many-screens' || oldest === undefined) return came;
    await unpairScreen(needs)({ council: HARBOUR, homeId, hash: oldest, by: BY });
    return pair(homeId, screenHash);
  };
};

/** `GET /screen/demo/<home>`: this browser becomes the demonstration's Screen of that Home, and goes to the television. */
const demoDoor = (needs: LocalScreenNeeds) => {
  const pair = pairForDemo(needs);
  return async (homeId: string): Promise<Response> => {
    if (!isId(homeId)) return plain(404, 'There is no such home.');
    const token = keyedHash(needs.keys.hash)('demonstration', homeId);
    const came = await pair(homeId, token);
    if (came === 'no-such-home') return plain(404, 'There is no such home.');
    if (came !== 'screen-paired' && came !== 'already-paired')
      return plain(409, `The television was not paired: ${came}.`);
    const cookie = `bellbird-screen=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=34560000`;
    return new Response(null, {
      status: 303,
      headers: { location: PATH, 'set-cookie': cookie, 'cache-control': 'no-store' },
    });
  };
};

/** The door of the Screens on this machine; `undefined` for a path that is not its own. It may be framed by our own pages. */
export const localScreen = (needs: LocalScreenNeeds): ((request: Request) => Promise<Response | undefined>) => {
  const demo = demoDoor(needs);
  const { table, clock, realNow, log, keys } = needs;
  const appAt = (origin: string) =>
    wireScreen({
      table,
      clock,
      realNow,
      log,
      digest: sha256,
      council: HARBOUR,
      url: `${origin}${PATH}`,
      framing: 'self',
      every: EVERY,
      idle: EVERY,
      secrets: screenSecrets(keys.hash),
      pairingSecrets: pairingSecrets(keys.hash),
    });
  // This machine has several names, and a page must post to the one it came from.
  const apps = new Map<string, ReturnType<typeof wireScreen>>();
  return async (request) => {
    const { pathname, origin } = new URL(request.url);
    if (pathname !== PATH && !pathname.startsWith(`${PATH}/`)) return undefined;
    const [, homeId] = /^\/screen\/demo\/([^/]+)$/.exec(pathname) ?? [];
    if (homeId !== undefined && request.method === 'GET') return demo(homeId);
    const app = apps.get(origin) ?? appAt(origin);
    apps.set(origin, app);
    return app.fetch(request);
  };
};
