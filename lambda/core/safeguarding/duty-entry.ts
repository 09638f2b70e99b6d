import type { Acted } from '../audit/act.ts';
import type { Instant } from '../kernel/clock.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { SafetyClass } from './safety-class.ts';

export const DUTY_STATES = ['waiting', 'taken', 'done'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/**
 * Safety words that were said at a Home: the class and when, never the words. `residentId` is there if it was known who spoke. `takenBy`: by
 * when somebody is to have taken it. `owner`: the Officer who did. `toldOnwardAt`: when somebody else was told that nobody had.
 */
export type DutyEntry = Acted & {
  readonly council: string;
  readonly id: string;
  readonly at: Instant;
  readonly homeId: string;
  readonly residentId?: string;
  readonly safety: SafetyClass;
  readonly takenBy: Instant;
  readonly state: DutyState;
  readonly owner?: string;
  readonly toldOnwardAt?: Instant;
};

/** Only the pages of the duty read these. All reads are strong. */
export type DutyEntries = {
  readonly ofId: (council: string, at: Instant, id: string) => Promise<Versioned<DutyEntry> | undefined>;
  readonly save: (entry: Versioned<DutyEntry>) => Promise<Saved>;
  /** Everything that is kept, oldest first: what is done goes after ninety days. */
  readonly ofCouncil: (council: string) => Promise<readonly DutyEntry[]>;
};

/** Nobody took it in time. */
export const isOverdue = ({ state, takenBy }: DutyEntry, now: Instant): boolean =>
  state === 'waiting' && takenBy <= now;

/** What the audit trail keeps of an entry: that it was handled and by whom, and nothing of who spoke or why. */
export const dutyRecord = ({ state, owner, lastAct }: DutyEntry) => ({
  state,
  ...(owner === undefined ? {} : { owner }),
  lastAct,
});

export const dutyItem = (id: string): string => `DUTY#${id}`;
