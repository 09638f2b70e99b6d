import { pairingSecrets } from '../../../lambda/adapters/secrets/pairing-secrets.ts';
import { completePairing } from '../../../lambda/core/pairing/complete-pairing.ts';
import { pairingGate } from '../../../lambda/core/set-up/may-pair.ts';
import type { World } from './world.ts';

/** An Echo is told the code; what it says back are the two words "harbour" and "teapot". */
export const tellEcho = ({ stores, time }: World, code: string, hash = 'echo-new') => {
  const clock = () => time.now;
  return completePairing({
    echos: stores.echos,
    codes: stores.pairingCodes,
    secrets: { ...pairingSecrets('a key for tests'), newWords: () => ['harbour', 'teapot'] },
    gate: pairingGate({ ...stores, clock }),
    clock,
    log: () => undefined,
  })({ council: 'harbour', code, echo: { hash, kind: 'managed', sealedIds: 's', apiEndpoint: 'https://a.example' } });
};
