import * as client from 'openid-client';

/** How the console is known to the council's OpenID provider. `redirectUri` is `<console>/sign-in/callback`. */
export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
};

type SigningIn = {
  readonly kind: 'signing-in';
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

type Person = { readonly id: string; readonly role: 'carer' | 'officer'; readonly council: string };

type Completed =
  | { readonly kind: 'signed-in'; readonly person: Person }
  | { readonly kind: 'refused'; readonly reason: 'not-from-our-provider' | 'claims-missing' };

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Plain http is for a provider on this very machine only. */
const isLoopbackHttp = (issuer: URL): boolean => issuer.protocol === 'http:' && LOOPBACK.includes(issuer.hostname);

const discover = ({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> => {
  const address = new URL(issuer);
  const execute = isLoopbackHttp(address) ? [client.allowInsecureRequests] : [];
  return client.discovery(address, clientId, clientSecret, undefined, { execute });
};

/** What a browser can bring about: an answer that was not meant for it, too old, used before, or made up. All else is a fault. */
const REFUSED_CODES = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
];

const isRefusal = (thrown: unknown): boolean =>
  thrown instanceof client.AuthorizationResponseError ||
  (thrown instanceof client.ResponseBodyError && thrown.error === 'invalid_grant') ||
  (thrown instanceof client.ClientError && REFUSED_CODES.includes(thrown.code ?? ''));

const rolesOf = (claims: client.IDToken): readonly unknown[] => {
  const groups = claims['cognito:groups'];
  return [claims['bellbird:role'], ...(Array.isArray(groups) ? groups : [])];
};

/** The claims in the id token: `sub`, `bellbird:role` (or a Cognito group of that name) and `bellbird:council`. */
export const personOf = (claims: client.IDToken): Person | undefined => {
  const role = (['officer', 'carer'] as const).find((known) => rolesOf(claims).includes(known));
  const council = claims['bellbird:council'];
  return role === undefined || typeof council !== 'string' ? undefined : { id: claims.sub, role, council };
};

/**
 * Sign-in at an OpenID provider: code flow with PKCE (S256), state and nonce (OpenID Connect Core 1.0; RFC 7636). The
 * provider is asked to make sure afresh who it is, because a session of ours that ended must not come back by itself.
 */
export const oidcSignIn = (settings: OidcSettings) => {
  let known: Promise<client.Configuration> | undefined;
  const configuration = async (): Promise<client.Configuration> => {
    known ??= discover(settings);
    try {
      return await known;
    } catch (fault) {
      known = undefined;
      throw fault;
    }
  };
  return {
    begin: async (): Promise<{ readonly location: string; readonly signingIn: SigningIn }> => {
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
      const location = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.redirectUri,
        scope: 'openid',
        prompt: 'login',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { location: location.href, signingIn: { kind: 'signing-in', state, nonce, verifier } };
    },

    complete: async (callbackUrl: string, { state, nonce, verifier }: SigningIn): Promise<Completed> => {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      try {
        const tokens = await client.authorizationCodeGrant(await configuration(), new URL(callbackUrl), checks);
        const claims = tokens.claims();
        const person = claims === undefined ? undefined : personOf(claims);
        return person === undefined ? { kind: 'refused', reason: 'claims-missing' } : { kind: 'signed-in', person };
      } catch (thrown) {
        if (isRefusal(thrown)) return { kind: 'refused', reason: 'not-from-our-provider' };
        throw thrown;
      }
    },
  };
};
