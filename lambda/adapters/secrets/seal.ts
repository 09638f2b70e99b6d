import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes } from 'node:crypto';

/** Seals text so that only the holder of the key can read it, and opens it again. */
export type Sealer = { readonly seal: (text: string) => string; readonly open: (sealed: string) => string };

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM with a fresh nonce for every sealing. `open` throws for a text that was changed or sealed with another key. */
export const sealer = (secret: string): Sealer => {
  const key = createSecretKey(createHash('sha256').update(secret).digest());
  return {
    seal: (text) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE));
      decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
    },
  };
};
