import { type Instant, MINUTE, SECOND } from '../kernel/clock.ts';

/** What can stand in the due index. A `mirror` is what Bellbird keeps on the Echos of one Resident, a `home-mirror` on those of a Home. */
export const DUE_KINDS = ['reminder', 'delivery', 'alert', 'mirror', 'home-mirror'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** One row to look at. The index lags: read the row strongly before doing anything. `id` is that of the Reminder, Delivery, Alert or Home. */
export type DueRef =
  | (OfResident & { readonly kind: 'reminder' })
  | (OfResident & { readonly kind: 'delivery' })
  | (OfResident & { readonly kind: 'mirror' })
  | (OfCouncil & { readonly kind: 'alert' })
  | (OfCouncil & { readonly kind: 'home-mirror' });

type OfCouncil = { readonly council: string; readonly id: string; readonly at: Instant };
type OfResident = OfCouncil & { readonly residentId: string };

export type DueRefOf<K extends DueKind> = Extract<DueRef, { readonly kind: K }>;

/** Urgent rows stand in shards of their own, so that they never queue behind routine ones (promise G10). */
export type Lane = 'urgent' | 'routine';
export type Shard = { readonly council: string; readonly lane: Lane; readonly number: number };

/** How far ahead a tick looks; also how close a new due time must be for its writer to ring the bell itself. */
export const LOOK_AHEAD = 120 * SECOND;

/** A Delivery whose bell was lost is found by the index this long after its time. */
export const LOST_BELL_AFTER = 20 * SECOND;

/** After this many looks that threw, a row is closed and alarmed, so that a bad row never blocks its shard. */
export const LOOKS_BEFORE_CLOSING = 5;

/** When to look again after the nth look that threw: 1, 2, 4, 8 minutes, and 16 from then on. */
export const lookAgainAt = (failedLooks: number, now: Instant): Instant =>
  now + MINUTE * 2 ** (Math.min(failedLooks, LOOKS_BEFORE_CLOSING) - 1);

/** A stable choice of shard from an id, so that a row never moves between shards while their number stays the same. */
export const shardOf = (id: string, shards: number): number => {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % shards;
};

export type DueIndex = {
  /** A page of what is due at or before `until` in a shard, by time. `after` is there when there may be more. */
  readonly due: (
    shard: Shard,
    until: Instant,
    after?: string,
  ) => Promise<{ readonly refs: readonly DueRef[]; readonly after?: string }>;
  /**
   * Counts a look that threw and moves the row on. From the fifth it says `closed`, which is alarmed: a Delivery is closed as
   * failed; a Reminder or an Alert is looked at again every 16 minutes, because one that left the index would never come again.
   */
  readonly setBack: (ref: DueRef, now: Instant) => Promise<'set-back' | 'closed' | 'gone'>;
};
