import type { Clock } from '../core/kernel/clock.ts';
import { faultName, type Log } from '../core/kernel/log.ts';
import type { Collected } from '../core/timetable/collect-due.ts';
import type { Shard } from '../core/timetable/due.ts';

export type TickNeeds<S extends Shard> = {
  /** Every shard that is to be looked through, urgent ones first. */
  readonly shards: () => Promise<readonly S[]>;
  readonly collect: (shard: S) => Promise<Collected>;
  readonly clock: Clock;
  readonly log: Log;
};

export type Ticked = Collected & { readonly failedShards: number };

/**
 * The minute bell. Looks through each shard once, urgent ones first; a shard that cannot be read is logged and does not
 * keep the others waiting. Safe to run twice at once, or not at all for a while: the next one finds the same truth.
 */
export const tick =
  <S extends Shard>(needs: TickNeeds<S>) =>
  async (): Promise<Ticked> => {
    const began = needs.clock();
    const sum = { looked: 0, failed: 0, closed: 0, failedShards: 0 };
    for (const shard of await needs.shards()) {
      try {
        const collected = await needs.collect(shard);
        sum.looked += collected.looked;
        sum.failed += collected.failed;
        sum.closed += collected.closed;
      } catch (fault) {
        sum.failedShards += 1;
        needs.log('tick.shard-failed', {
          council: shard.council,
          shard: `${shard.lane}-${shard.number}`,
          fault: faultName(fault),
        });
      }
    }
    needs.log('tick.done', { count: sum.looked, ms: needs.clock() - began });
    return sum;
  };
