import type { Acted } from '../audit/act.ts';
import type { Instant } from '../kernel/clock.ts';
import type { Saved, Versioned } from '../kernel/version.ts';

/**
 * What was decided about forgetting one Resident (UK GDPR, article 17). `asked` by one Officer, `agreed` by another; then the operator
 * carries it out: `erased`. `taken-back`: it is not to be done. It holds no more of them than their id, and outlives everything else, so that
 * a restored table can be made to forget again.
 */
export type Erasure = Acted & {
  readonly council: string;
  readonly residentId: string;
  readonly state: 'asked' | 'agreed' | 'taken-back' | 'erased';
  readonly askedBy: string;
  readonly agreedBy?: string;
  /** When it was carried out last, also in a table that was restored. */
  readonly erasedAt?: Instant;
};

/** Erasures by Resident. Reads are strong. */
export type Erasures = {
  readonly ofResident: (council: string, residentId: string) => Promise<Versioned<Erasure> | undefined>;
  readonly save: (erasure: Versioned<Erasure>) => Promise<Saved>;
};

/**
 * Whether everybody who was erased before a restore has been erased again in the table of this epoch (promise G12 for those who are gone).
 * A strong read.
 */
export type ErasedAgain = (council: string, epoch: string) => Promise<boolean>;
