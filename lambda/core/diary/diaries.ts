import type { LocalDate, LocalDateTime } from '../kernel/uk-time.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { DiaryEntry, DiaryPlan } from './diary-entry.ts';

export type Diaries = {
  readonly ofId: (
    council: string,
    residentId: string,
    at: LocalDateTime,
    id: string,
  ) => Promise<Versioned<DiaryEntry> | undefined>;
  readonly save: (entry: Versioned<DiaryEntry>) => Promise<Saved>;
  /** Entries that begin from one local date to another, both inclusive, in order of time; cancelled ones too. */
  readonly between: (
    council: string,
    residentId: string,
    from: LocalDate,
    to: LocalDate,
  ) => Promise<readonly DiaryEntry[]>;
  readonly planOf: (council: string, residentId: string) => Promise<DiaryPlan | undefined>;
  readonly savePlan: (plan: DiaryPlan) => Promise<Saved>;
};
