import { issueToken, TOKEN_LIFE } from '../tokens.ts';
import type { World } from '../world.ts';
import type { ApiAnswer } from './api-answers.ts';

export type ClientSecrets = { readonly clientId: string; readonly clientSecret: string };

/** The skill's own messaging credentials, and those of the Smart Properties security profile. */
export type AlexaClients = {
  readonly skill: ClientSecrets;
  readonly smartProperties: ClientSecrets & { readonly refreshToken: string };
};

/** Two colons and one: both are spelled exactly so. */
const SCOPES = ['alexa::proactive_events', 'alexa:skill_messaging', 'alexa::datastore'];

const refused = (status: number, error: string): ApiAnswer => ({ status, body: { error } });

const isClient = (form: URLSearchParams, client: ClientSecrets): boolean =>
  form.get('client_id') === client.clientId && form.get('client_secret') === client.clientSecret;

const granted = (world: World, kind: 'client' | 'smart-properties', scope: string, more: object = {}): ApiAnswer => ({
  status: 200,
  body: {
    access_token: issueToken(world, { kind, scope }),
    expires_in: TOKEN_LIFE / 1_000,
    scope,
    token_type: 'bearer',
    ...more,
  },
});

/** Login with Amazon, `POST /auth/o2/token`: client credentials for the skill, a refresh token for Smart Properties. */
export const tokenApi = async (world: World, clients: AlexaClients, request: Request): Promise<ApiAnswer> => {
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
  if (!isForm) return refused(400, 'invalid_request');
  const form = new URLSearchParams(await request.text());
  const grant = form.get('grant_type');
  if (grant === 'client_credentials') {
    if (!isClient(form, clients.skill)) return refused(401, 'invalid_client');
    const scope = form.get('scope') ?? '';
    return scope !== '' && scope.split(' ').every((one) => SCOPES.includes(one))
      ? granted(world, 'client', scope)
      : refused(400, 'invalid_scope');
  }
  if (grant !== 'refresh_token') return refused(400, 'unsupported_grant_type');
  const { smartProperties } = clients;
  if (!isClient(form, smartProperties)) return refused(401, 'invalid_client');
  if (form.get('refresh_token') !== smartProperties.refreshToken) return refused(400, 'invalid_grant');
  return granted(world, 'smart-properties', 'alexa::enterprise:management', {
    refresh_token: smartProperties.refreshToken,
  });
};
