import * as v from 'valibot';
import type { Log } from '../../core/kernel/log.ts';
import { unreadableRow } from '../../core/kernel/unreadable.ts';
import type { HeldRule } from '../../core/reminders/held-rule.ts';
import { type Mirror, type Mirrors, WHY_NOT } from '../../core/reminders/mirror.ts';
import { mirrorKey } from './keys.ts';
import { number, parser, text } from './people-schema.ts';
import { dueIn, type ShardCountsOf } from './shards.ts';
import { type Parse, readItem, writeItem } from './stored.ts';
import type { NewItem, Table } from './table.ts';

const onEcho = { echo: text, link: number };

const heldRuleSchema = v.variant('kind', [
  v.object({ kind: v.literal('once'), at: text }),
  v.object({
    kind: v.literal('again'),
    on: v.union([v.literal('every-day'), v.array(v.picklist([1, 2, 3, 4, 5, 6, 7])), v.object({ dayOfMonth: number })]),
    times: v.array(text),
    from: text,
    until: v.exactOptional(text),
  }),
]) satisfies v.GenericSchema<unknown, HeldRule>;

export const parseMirror: Parse<Mirror> = parser(
  v.object({
    council: text,
    residentId: text,
    copies: v.array(
      v.object({
        ...onEcho,
        reminderId: text,
        state: v.picklist(['placing', 'standing', 'unsure', 'removing']),
        token: v.exactOptional(text),
        plan: text,
        told: text,
        since: number,
        endsAt: v.exactOptional(number),
        trouble: v.exactOptional(
          v.picklist([
            'no-permission',
            'not-declared',
            'device-cannot-ring',
            'too-many-on-echo',
            'time-has-passed',
            'not-valid',
            'try-later',
            'unknown',
            'no-token',
          ]),
        ),
        rangAt: v.exactOptional(number),
        version: v.exactOptional(text),
        moved: v.exactOptional(v.object({ rule: heldRuleSchema, at: number })),
      }),
    ),
    kept: v.array(v.object({ what: text, why: v.picklist(WHY_NOT), at: number })),
    anchors: v.array(v.object({ ...onEcho, time: text, seenAt: number })),
    hasWords: v.boolean(),
    touched: number,
    looks: number,
    lookAt: v.exactOptional(number),
    failedLooks: v.exactOptional(number),
    isLinkStale: v.exactOptional(v.literal(true)),
    unplaced: v.exactOptional(v.object({ checkAt: v.exactOptional(number), told: v.array(text) })),
  }),
);

/** One that cannot be read is alarmed here, because whoever reads it goes on without it. */
const readMirror =
  (log: Log): Parse<Mirror> =>
  (body) => {
    try {
      return parseMirror(body);
    } catch {
      log('table.unreadable-row', { kind: 'mirror' });
      throw unreadableRow(); // the parser's own message would quote the row
    }
  };

/** Mirrors, one row for each Resident; one with a `lookAt` or a check to make stands in the due index. */
export const mirrorsIn = (table: Table, shardCountsOf: ShardCountsOf, log: Log): Mirrors => ({
  ofResident: (council, residentId) =>
    readItem(table, mirrorKey(council, residentId), readMirror(log), { strong: true }),
  save: async ({ value, version }) => {
    const { council, residentId, lookAt = Infinity, unplaced } = value;
    const at = Math.min(lookAt, unplaced?.checkAt ?? Infinity);
    const item: NewItem = { key: mirrorKey(council, residentId), kind: 'mirror', body: value };
    if (at === Infinity) return writeItem(table, item, version);
    const due = dueIn(council, 'routine', residentId, at, await shardCountsOf(council));
    return writeItem(table, { ...item, due }, version);
  },
});
