import type { Saved, Versioned } from '../kernel/version.ts';
import type { Carer } from './carer.ts';
import type { Council } from './council.ts';
import type { Home } from './home.ts';
import type { Officer } from './officer.ts';
import type { Resident } from './resident.ts';

/** The stores of this feature. `strong` sees every write that was answered before. */
export type Residents = {
  readonly ofId: (
    council: string,
    id: string,
    options?: { readonly strong?: boolean },
  ) => Promise<Versioned<Resident> | undefined>;
  readonly save: (resident: Versioned<Resident>) => Promise<Saved>;
};

export type Homes = {
  readonly ofId: (council: string, id: string) => Promise<Versioned<Home> | undefined>;
  readonly save: (home: Versioned<Home>) => Promise<Saved>;
  /** All Homes of a council in order of their ids, a page at a time. */
  readonly ofCouncil: (
    council: string,
    after?: string,
  ) => Promise<{ readonly homes: readonly Home[]; readonly after?: string }>;
};

export type Councils = {
  readonly ofId: (id: string) => Promise<Council | undefined>;
  readonly save: (council: Council) => Promise<Saved>;
  /** A strong read. */
  readonly stored: (id: string) => Promise<Versioned<Council> | undefined>;
  /** Writes over what was read at that version, and nothing else. */
  readonly replace: (council: Versioned<Council>) => Promise<Saved>;
};

export type Carers = {
  readonly ofId: (council: string, id: string) => Promise<Carer | undefined>;
  readonly save: (carer: Carer) => Promise<Saved>;
  /** A strong read. */
  readonly stored: (council: string, id: string) => Promise<Versioned<Carer> | undefined>;
  /** Writes over what was read at that version, and nothing else. */
  readonly replace: (carer: Versioned<Carer>) => Promise<Saved>;
};

export type Officers = {
  readonly ofId: (council: string, id: string) => Promise<Officer | undefined>;
  readonly save: (officer: Officer) => Promise<Saved>;
};
