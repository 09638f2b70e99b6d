import { createHash } from 'node:crypto';

/** The SHA-256 digest of a text (FIPS 180-4), in 64 hex digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
