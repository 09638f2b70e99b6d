import type { Instant } from '../kernel/clock.ts';
import type { LocalDate } from '../kernel/uk-time.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { Echo } from './echo.ts';
import type { PairingCode } from './pairing-code.ts';

export type Echos = {
  readonly ofHash: (
    council: string,
    hash: string,
    options?: { readonly strong?: boolean },
  ) => Promise<Versioned<Echo> | undefined>;
  /** Writes an Echo, and then points to it from its account. */
  readonly save: (echo: Versioned<Echo>) => Promise<Saved>;
  /** The Echos of an account, paired or not, read strongly; those that have moved to another account are left out. */
  readonly ofAccount: (council: string, account: string) => Promise<readonly Versioned<Echo>[]>;
};

export type PairingCodes = {
  readonly ofHash: (council: string, codeHash: string) => Promise<Versioned<PairingCode> | undefined>;
  readonly save: (code: Versioned<PairingCode>) => Promise<Saved>;
  /** Counts one wrong try against a cap for the day; `full` when the cap is reached. Counting too much is safe. */
  readonly countTry: (
    council: string,
    who: string,
    day: LocalDate,
    atMost: number,
    now: Instant,
  ) => Promise<'counted' | 'full'>;
};

/** `no-consent`: somebody who lives there was not asked yet, or nobody agreed. */
export type GateOfHome = 'open' | 'no-visit-open' | 'no-consent';

/** When an Echo may be paired at all: only during a set-up visit, and only with consent. */
export type PairingGate = {
  /** Asked with strong reads. */
  readonly ofHome: (council: string, homeId: string) => Promise<GateOfHome>;
  /** Whether a set-up visit of the council is open somewhere: only then does an Echo ask for a code. */
  readonly isAnybodyExpecting: (council: string) => Promise<boolean>;
};

/** Codes and words that nobody can guess, and the keyed hash they are stored under. */
export type PairingSecrets = {
  readonly newCode: () => string;
  readonly newWords: () => readonly [string, string];
  readonly hashCode: (code: string) => string;
};
