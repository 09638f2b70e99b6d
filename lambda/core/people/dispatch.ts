import type { Acted } from '../audit/act.ts';
import type { Instant } from '../kernel/clock.ts';
import type { Council } from './council.ts';

/** The epoch of a council that was never restored. */
export const FIRST_EPOCH = '1';

/** How many Deliveries, occurrences of Reminders and Alerts were closed unsent. */
export type ClosedUnsent = { readonly delivery: number; readonly reminder: number; readonly alert: number };

export const NOTHING_CLOSED: ClosedUnsent = { delivery: 0, reminder: 0, alert: 0 };

/**
 * An Officer lets a council that was restored send again. Whatever was due at `cutOff` or before is closed unsent first: `shard` and
 * `after` say how far that has come. The council's epoch then becomes `epoch`, and `doneAt` is when.
 */
export type DispatchRelease = Acted & {
  readonly cutOff: Instant;
  readonly epoch: string;
  readonly shard: number;
  readonly after?: string;
  readonly closed: ClosedUnsent;
  readonly doneAt?: Instant;
};

/**
 * The fence of promise G12. The council's own epoch is restored together with the table; that of the setting, which stands outside
 * the table, is raised for a restore. `open`: they are the same, and things are told. `fenced`: nothing is dispatched. `releasing`:
 * an Officer has let the council go on, and what was due is being closed unsent.
 */
export type DispatchState = 'open' | 'fenced' | 'releasing';

export const dispatchState = (
  { dispatchEpoch, release }: Pick<Council, 'dispatchEpoch' | 'release'>,
  setting: string,
): DispatchState => {
  if (dispatchEpoch === setting) return 'open';
  return release !== undefined && release.doneAt === undefined && release.epoch === setting ? 'releasing' : 'fenced';
};
