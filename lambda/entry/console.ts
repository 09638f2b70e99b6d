import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { oidcSignIn } from '../adapters/oidc/oidc-sign-in.ts';
import { randomToken } from '../adapters/oidc/random-token.ts';
import { pairingSecrets } from '../adapters/secrets/pairing-secrets.ts';
import { wireConsole } from '../wiring/console.ts';
import { awsBell, awsEdges } from './aws-edges.ts';
import { settingsOf } from './settings.ts';

const wire = () => {
  const settings = settingsOf('console');
  const { COUNCIL: council, CONSOLE_URL: url, SIGN_IN_ISSUER: issuer, SIGN_IN_CLIENT_ID: clientId } = settings;
  const redirectUri = `${url}/sign-in/callback`;
  const signIn = oidcSignIn({ issuer, clientId, clientSecret: settings.SIGN_IN_CLIENT_SECRET, redirectUri });
  const secrets = { pairingSecrets: pairingSecrets(settings.HASH_KEY), newToken: randomToken, signIn };
  return handle(wireConsole({ ...awsEdges(settings), ...secrets, bell: awsBell(settings), council, url }));
};

let answer: ReturnType<typeof wire> | undefined;

/** Called by AWS with one HTTP request. */
export const handler = (event: LambdaEvent, context: LambdaContext) => {
  answer ??= wire();
  return answer(event, context);
};
