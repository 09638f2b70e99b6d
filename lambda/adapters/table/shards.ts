import type { Lane, Shard } from '../../core/timetable/due.ts';
import { shardOf } from '../../core/timetable/due.ts';
import { shardKey } from './keys.ts';
import type { Due } from './table.ts';

/** How many shards a council's due index has; the numbers stand on its Council row. */
export type ShardCounts = { readonly urgentShards: number; readonly routineShards: number };
export type ShardCountsOf = (council: string) => Promise<ShardCounts>;

/** Every shard of a council, urgent ones first. */
export const shardsOf = (council: string, counts: ShardCounts): readonly Shard[] => [
  ...Array.from({ length: counts.urgentShards }, (_, number) => ({ council, lane: 'urgent' as const, number })),
  ...Array.from({ length: counts.routineShards }, (_, number) => ({ council, lane: 'routine' as const, number })),
];

/** Where a row stands in the due index: always in the same shard of its lane. */
export const dueIn = (council: string, lane: Lane, id: string, at: number, counts: ShardCounts): Due => {
  const shards = lane === 'urgent' ? counts.urgentShards : counts.routineShards;
  return { shard: shardKey({ council, lane, number: shardOf(id, shards) }), at };
};
