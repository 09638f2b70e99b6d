import type { Context } from 'hono';
import type { SecureHeadersVariables } from 'hono/secure-headers';

/** What is known of one request: the keyed hash of the token that its browser sent. */
export type ScreenEnv = { readonly Variables: SecureHeadersVariables & { screenHash?: string } };

export type Asking = Context<ScreenEnv>;
