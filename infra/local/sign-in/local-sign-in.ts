import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Configuration, errors, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { memoryAdapter } from './memory-adapter.ts';
import { type DemoPerson, SIGN_IN_STYLE, signInErrorPage, signInPage } from './sign-in-page.ts';

export type LocalSignIn = {
  /** For `oidcSignIn` of the console. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Answers every request whose path is `path` or lies under it. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
};

type Place = {
  /** Where this machine's one port answers: `http://127.0.0.1:4000`. Loopback only. */
  readonly origin: string;
  /** The path that the provider stands under, for example `/sign-in`. */
  readonly path: string;
  /** The console's address, `http://127.0.0.1:4000/console`. */
  readonly consoleUrl: string;
  /** Further addresses of the console on this machine, each a client of its own host: `http://carer.localhost:4000/console`. */
  readonly alsoAt?: readonly string[];
};

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const CLIENT_ID = 'bellbird-console';
/** Seconds. */
const HOUR = 3_600;

/** The provider’s own session. Each sign-in begins without it, so that choosing somebody else is simply that. */
const SESSION_COOKIE = 'bellbird-demo-provider';

const secret = (): string => randomBytes(32).toString('base64url');

/** A fresh signing key for each start. */
const signingKey = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'start' };
};

const grantEverythingAsked = async (ctx: KoaContextWithOIDC) => {
  const { client, session, provider } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
};

/** A browser follows the redirect after a form only to where `form-action` says (CSP 3, 6.4.1): to each console, then. */
const headersFor = ({ alsoAt = [] }: Place) =>
  ({
    'Content-Security-Policy': `default-src 'none'; style-src 'self'; img-src data:; form-action ${["'self'", ...alsoAt.map((url) => new URL(url).origin)].join(' ')}; frame-ancestors 'none'; base-uri 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  }) as const;

const configuration = (
  people: readonly DemoPerson[],
  place: Place,
  clientSecret: string,
  now: () => number,
): Configuration => ({
  adapter: memoryAdapter(now),
  jwks: { keys: [signingKey()] },
  cookies: { keys: [secret()], names: { session: SESSION_COOKIE } },
  clients: [
    {
      client_id: CLIENT_ID,
      client_secret: clientSecret,
      redirect_uris: [place.consoleUrl, ...(place.alsoAt ?? [])].map((url) => `${url}/sign-in/callback`),
      response_types: ['code'],
      grant_types: ['authorization_code'],
    },
  ],
  claims: { openid: ['sub', 'bellbird:role', 'bellbird:council'] },
  scopes: ['openid'],
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
  findAccount: (_ctx, id) => {
    const person = people.find((each) => each.id === id);
    if (person === undefined) return undefined;
    const claims = { sub: id, 'bellbird:role': person.role, 'bellbird:council': person.council };
    return { accountId: id, claims: async () => claims };
  },
  interactions: { url: (_ctx, { uid }) => `${place.path}/interaction/${uid}` },
  loadExistingGrant: grantEverythingAsked,
  renderError: (ctx) => {
    ctx.set(headersFor(place));
    ctx.type = 'html';
    ctx.body = signInErrorPage(place.path, place.consoleUrl);
  },
  ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: HOUR, IdToken: 300, Interaction: 600, Session: HOUR },
});

/** The form has one field of a few letters. */
const LONGEST_FORM = 2_048;

const withoutSession = (cookies: string | undefined): string =>
  (cookies ?? '')
    .split('; ')
    .filter((cookie) => !cookie.startsWith(SESSION_COOKIE))
    .join('; ');

const formOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > LONGEST_FORM) throw new RangeError('a form that is too long');
  }
  return new URLSearchParams(body);
};

/**
 * An OpenID provider inside this process, for one machine: in memory, loopback only, no passwords. Its own page asks who
 * somebody is. `now` is real time in milliseconds; `onFault` is told of what no request can bring about. Throws for an origin that others could reach (SEC-43).
 */
export const localSignIn = (
  people: readonly DemoPerson[],
  place: Place,
  { now, onFault }: { readonly now: () => number; readonly onFault: (fault: unknown) => void },
): LocalSignIn => {
  const { origin, path, consoleUrl } = place;
  if (!LOOPBACK.includes(new URL(origin).hostname)) throw new Error('the demo sign-in answers on loopback only');
  const clientSecret = secret();
  const issuer = `${origin}${path}`;
  const provider = new Provider(issuer, configuration(people, place, clientSecret, now));
  const provide = provider.callback();
  const headers = headersFor(place);

  const answer = (response: ServerResponse, status: number, type: string, body: string): void => {
    response.writeHead(status, { ...headers, 'Content-Type': `${type}; charset=utf-8` }).end(body);
  };

  const isKnown = (id: unknown): id is string => people.some((each) => each.id === id);

  /** Everybody here is invented and has no password, so a hint who it is (OpenID Connect Core 1.0, 3.1.2.1) is taken at its word. */
  const choose = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { uid, params } = await provider.interactionDetails(request, response);
    const finish = (id: unknown): Promise<void> => {
      const result = isKnown(id) ? { login: { accountId: id, remember: false } } : { error: 'access_denied' };
      return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    };
    if (request.method === 'POST') return finish((await formOf(request)).get('person'));
    if (isKnown(params.login_hint)) return finish(params.login_hint);
    return answer(response, 200, 'text/html', signInPage(people, path, `${path}/interaction/${uid}`));
  };

  const sorry = (response: ServerResponse, thrown: unknown): void => {
    const isAsked = thrown instanceof errors.OIDCProviderError || thrown instanceof RangeError;
    if (!isAsked) onFault(thrown);
    answer(response, isAsked ? 400 : 500, 'text/html', signInErrorPage(path, consoleUrl));
  };

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const original = request.url ?? '/';
    const below = original.slice(path.length);
    if (below === '/style.css') {
      answer(response, 200, 'text/css', SIGN_IN_STYLE);
      return;
    }
    if (below.startsWith('/interaction/')) {
      choose(request, response).catch((thrown) => sorry(response, thrown));
      return;
    }
    if (below.startsWith('/auth?')) request.headers.cookie = withoutSession(request.headers.cookie);
    // Koa makes its own addresses from `originalUrl`, and finds its routes in `url`.
    Object.assign(request, { originalUrl: original, url: below === '' ? '/' : below });
    void provide(request, response);
  };

  return { issuer, clientId: CLIENT_ID, clientSecret, handle };
};
