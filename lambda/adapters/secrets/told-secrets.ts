import { createHmac } from 'node:crypto';
import type { ToldOnce, ToldSecrets } from '../../core/delivery/told-link.ts';
import { keyedHash } from './keyed-hash.ts';

const partsOf = ({ delivery, rung, carerId }: ToldOnce): readonly string[] => [
  delivery.council,
  delivery.residentId,
  delivery.id,
  String(rung),
  carerId,
];

/**
 * Secrets of what is sent to Carers, made from a key and the telling, so that every try has the same. A token is 128 bits
 * of HMAC-SHA-256 in 22 letters (base64url), short enough for a text.
 */
export const toldSecrets = (key: string): ToldSecrets => ({
  tokenOf: (told) =>
    createHmac('sha256', key)
      .update(JSON.stringify(['told-token', ...partsOf(told)]))
      .digest('base64url')
      .slice(0, 22),
  hashToken: (token) => keyedHash(key)('told-link', token),
  referenceOf: (told) => keyedHash(key)('told-reference', ...partsOf(told)),
});
