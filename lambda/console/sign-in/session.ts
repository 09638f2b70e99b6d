import { HOUR, type Instant, MINUTE } from '../../core/kernel/clock.ts';

/** A session ends this long after it was last used, and this long after it began (OWASP ASVS 5, 7.3). Real time. */
export const IDLE_LIMIT = 30 * MINUTE;
export const ABSOLUTE_LIMIT = 12 * HOUR;
/** Signing in at the provider may take this long. */
export const SIGN_IN_LIMIT = 10 * MINUTE;
/** A use is noted at most this often, so that reading pages does not write all the time. */
export const NOTED_EVERY = MINUTE;

export type Role = 'carer' | 'officer';

/** Who is signed in, and the token that every form of this session carries. Instants are real time. */
export type Session = {
  readonly kind: 'signed-in';
  readonly role: Role;
  readonly personId: string;
  readonly formToken: string;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
};

/** What must be known again when the provider sends somebody back. Used once. */
export type SigningIn = {
  readonly kind: 'signing-in';
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

/** Kept on our side under a token that only the browser holds; the table knows the token's hash. */
export type Sessions = {
  /** A strong read. Nothing for an unknown, ended or expired token: `now` is compared with the row's own end. */
  readonly ofToken: (council: string, token: string, now: Instant) => Promise<Session | SigningIn | undefined>;
  readonly begin: (council: string, token: string, session: Session | SigningIn, expiresAt: Instant) => Promise<void>;
  /** Notes a use. A session that has ended meanwhile stays ended. */
  readonly note: (council: string, token: string, session: Session, expiresAt: Instant) => Promise<void>;
  readonly end: (council: string, token: string) => Promise<void>;
};

/** When a session ends if it is not used again. */
export const endOfSession = (session: Session): Instant =>
  Math.min(session.seenAt + IDLE_LIMIT, session.startedAt + ABSOLUTE_LIMIT);
