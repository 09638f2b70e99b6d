import { randomBytes } from 'node:crypto';
import type { DeliveryKey } from '../../core/delivery/delivery.ts';
import type { HashScreen } from '../../core/pairing/screen.ts';
import { keyedHash } from './keyed-hash.ts';

/** A token of 256 random bits, safe in a cookie (base64url), and keyed hashes of it and of what a Screen shows. */
export const screenSecrets = (
  key: string,
): {
  readonly newToken: () => string;
  readonly hashScreen: HashScreen;
  readonly hashCard: (delivery: DeliveryKey) => string;
} => ({
  newToken: () => randomBytes(32).toString('base64url'),
  hashScreen: (token) => keyedHash(key)('screen', token),
  hashCard: ({ council, residentId, id }) => keyedHash(key)('card', council, residentId, id),
});
