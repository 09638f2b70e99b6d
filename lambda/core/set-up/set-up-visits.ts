import type { Instant } from '../kernel/clock.ts';
import type { LocalDate } from '../kernel/uk-time.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { SetUpVisit } from './set-up-visit.ts';

/** The latest set-up visit of each Home. */
export type SetUpVisits = {
  /** A strong read. */
  readonly ofHome: (council: string, homeId: string) => Promise<Versioned<SetUpVisit> | undefined>;
  /** Writes the visit, and after it what points to it. `conflict`: somebody else wrote meanwhile. */
  readonly save: (visit: Versioned<SetUpVisit>) => Promise<Saved>;
  /** Whether any visit of a council is open. It may say yes for a few minutes too long, and never no while one is. */
  readonly isAnyOpen: (council: string, now: Instant) => Promise<boolean>;
  /** Visits that were opened between two dates, both inclusive, the earliest first; of a Home that was visited again only the latest. */
  readonly openedBetween: (council: string, from: LocalDate, to: LocalDate) => Promise<readonly SetUpVisit[]>;
};
