import * as v from 'valibot';
import type { EchoIds, HashAccount, HashEcho, SealIds } from '../../core/pairing/echo.ts';
import { keyedHash } from './keyed-hash.ts';
import { sealer } from './seal.ts';

const schema = v.object({
  userId: v.string(),
  deviceId: v.string(),
  endpointId: v.exactOptional(v.string()),
  unitId: v.exactOptional(v.string()),
});

/** Hashes an Echo by its endpoint where it has one, otherwise by account and device together. */
export const echoHasher =
  (key: string): HashEcho =>
  ({ userId, deviceId, endpointId }) =>
    endpointId === undefined ? keyedHash(key)('echo', userId, deviceId) : keyedHash(key)('endpoint', endpointId);

/** Hashes an account by its `userId`. */
export const accountHasher =
  (key: string): HashAccount =>
  (userId) =>
    keyedHash(key)('account', userId);

export const idSealer = (secret: string): SealIds => {
  const { seal } = sealer(secret);
  return (ids) => seal(JSON.stringify(ids));
};

/** Opens sealed ids. Throws for a text that was changed or sealed with another key. */
export const idOpener = (secret: string): ((sealed: string) => EchoIds) => {
  const { open } = sealer(secret);
  return (sealed) => v.parse(schema, JSON.parse(open(sealed)));
};
