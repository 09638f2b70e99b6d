import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { pairingSecrets } from '../adapters/secrets/pairing-secrets.ts';
import { screenSecrets } from '../adapters/secrets/screen-secrets.ts';
import { wiredOnce } from '../core/kernel/wired-once.ts';
import { wireScreen } from '../wiring/screen.ts';
import { awsEdges } from './aws-edges.ts';
import { openSettings } from './open-settings.ts';

const wire = async () => {
  const settings = await openSettings('screen');
  const { COUNCIL: council, SCREEN_URL: url, HASH_KEY } = settings;
  const secrets = { secrets: screenSecrets(HASH_KEY), pairingSecrets: pairingSecrets(HASH_KEY) };
  return handle(
    wireScreen({ ...awsEdges(settings), ...secrets, council, url, framing: 'none', every: 3_000, idle: 30_000 }),
  );
};

const answer = wiredOnce(wire);

/** Called by AWS with one HTTP request. */
export const handler = async (event: LambdaEvent, context: LambdaContext) => {
  return (await answer())(event, context);
};
