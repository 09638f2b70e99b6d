import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import type { DueIndex, Shard } from '../../../lambda/core/timetable/due.ts';

/** The first time later than `after` and not later than `upTo` at which any of the shards has something due. */
export const nextDueIn =
  (needs: { readonly index: DueIndex; readonly shards: () => Promise<readonly Shard[]> }) =>
  async (after: Instant, upTo: Instant): Promise<Instant | undefined> => {
    const firstOf = async (shard: Shard): Promise<Instant | undefined> => {
      let cursor: string | undefined;
      do {
        const page = await needs.index.due(shard, upTo, cursor);
        const found = page.refs.find((ref) => ref.at > after);
        if (found !== undefined) return found.at;
        cursor = page.after;
      } while (cursor !== undefined);
      return undefined;
    };
    const firsts = await Promise.all((await needs.shards()).map(firstOf));
    return firsts.filter((at) => at !== undefined).sort((a, b) => a - b)[0];
  };
