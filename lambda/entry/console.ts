import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { oidcSignIn } from '../adapters/oidc/oidc-sign-in.ts';
import { randomToken } from '../adapters/oidc/random-token.ts';
import { pairingSecrets } from '../adapters/secrets/pairing-secrets.ts';
import { toldSecrets } from '../adapters/secrets/told-secrets.ts';
import { wiredOnce } from '../core/kernel/wired-once.ts';
import { wireConsole } from '../wiring/console.ts';
import { awsBell, awsEdges } from './aws-edges.ts';
import { openSettings } from './open-settings.ts';

const wire = async () => {
  const settings = await openSettings('console');
  const { COUNCIL: council, CONSOLE_URL: url, DISPATCH_EPOCH: dispatchEpoch, HASH_KEY: key } = settings;
  const { SIGN_IN_ISSUER: issuer, SIGN_IN_CLIENT_ID: clientId, SIGN_IN_CLIENT_SECRET: clientSecret } = settings;
  const signIn = oidcSignIn({ issuer, clientId, clientSecret, redirectUri: `${url}/sign-in/callback` });
  const secrets = { pairingSecrets: pairingSecrets(key), hashToldLink: toldSecrets(key).hashToken };
  const edges = { ...awsEdges(settings), ...secrets, newToken: randomToken, bell: awsBell(settings) };
  const managesEchos = settings.PROPERTIES_UNIT_ID !== 'none';
  return handle(wireConsole({ ...edges, managesEchos, council, dispatchEpoch, url, signIn }));
};

const answer = wiredOnce(wire);

/** Called by AWS with one HTTP request. */
export const handler = async (event: LambdaEvent, context: LambdaContext) => {
  return (await answer())(event, context);
};
