import { createHmac } from 'node:crypto';

/** A keyed hash (HMAC-SHA-256) as 40 hex digits: the same for the same parts, and useless without the key. */
export const keyedHash =
  (key: string) =>
  (...parts: readonly string[]): string =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex').slice(0, 40);
