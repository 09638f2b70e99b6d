import { randomState } from 'openid-client';

/** A secret nobody can guess: 256 random bits in 43 letters and digits that are safe in a cookie (base64url). */
export const randomToken = (): string => randomState();
