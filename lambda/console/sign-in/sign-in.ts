import type { Role, SigningIn } from './session.ts';

/** Who the provider says somebody is. `council` is the council that the provider's claim names. */
export type SignedInPerson = { readonly id: string; readonly role: Role; readonly council: string };

/**
 * Sign-in at the council's own OpenID provider (OpenID Connect Core 1.0, code flow with PKCE, state and nonce).
 * `complete` throws nothing that the browser caused: whatever does not check out is `refused`, with a word from a closed list.
 */
export type SignIn = {
  /** Where to send the browser, and what to keep until it comes back. */
  readonly begin: () => Promise<{ readonly location: string; readonly signingIn: SigningIn }>;
  /** The whole address the browser came back to. */
  readonly complete: (
    callbackUrl: string,
    signingIn: SigningIn,
  ) => Promise<
    | { readonly kind: 'signed-in'; readonly person: SignedInPerson }
    | { readonly kind: 'refused'; readonly reason: 'not-from-our-provider' | 'claims-missing' }
  >;
};
