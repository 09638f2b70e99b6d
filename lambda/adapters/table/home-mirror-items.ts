import * as v from 'valibot';
import { HANDLINGS } from '../../core/delivery/handling.ts';
import type { HomeMirror, HomeMirrors } from '../../core/home-mirror/home-mirror.ts';
import type { Log } from '../../core/kernel/log.ts';
import { unreadableRow } from '../../core/kernel/unreadable.ts';
import { homeMirrorKey } from './keys-of-home-mirror.ts';
import { number, parser, text } from './people-schema.ts';
import { dueIn, type ShardCountsOf } from './shards.ts';
import { type Parse, readItem, writeItem } from './stored.ts';
import type { NewItem, Table } from './table.ts';

const onEcho = { echo: text, link: number };

const parseHomeMirror: Parse<HomeMirror> = parser(
  v.object({
    council: text,
    homeId: text,
    pins: v.array(
      v.object({
        ...onEcho,
        state: v.picklist(['not-known', 'empty', 'standing', 'no-screen']),
        pin: v.exactOptional(v.object({ alertId: text, handling: v.picklist(HANDLINGS), until: number })),
        trouble: v.exactOptional(text),
      }),
    ),
    widgets: v.array(
      v.object({
        ...onEcho,
        state: v.picklist(['not-known', 'empty', 'standing']),
        shown: v.exactOptional(v.object({ title: text, body: text, expiresAt: number })),
        queued: v.exactOptional(text),
        took: v.exactOptional(number),
        waiting: v.exactOptional(number),
        troubles: v.exactOptional(v.array(text)),
      }),
    ),
    touched: number,
    looks: number,
    lookAt: v.exactOptional(number),
    busyUntil: v.exactOptional(number),
    failedLooks: v.exactOptional(number),
  }),
);

/** One that cannot be read is alarmed here, because whoever reads it goes on without it. */
const readMirror =
  (log: Log): Parse<HomeMirror> =>
  (body) => {
    try {
      return parseHomeMirror(body);
    } catch {
      log('table.unreadable-row', { kind: 'home-mirror' });
      throw unreadableRow(); // the parser's own message would quote the row
    }
  };

/** Mirrors of Homes; one with a `lookAt` stands in the due index. */
export const homeMirrorsIn = (table: Table, shardCountsOf: ShardCountsOf, log: Log): HomeMirrors => ({
  ofHome: (council, homeId) => readItem(table, homeMirrorKey(council, homeId), readMirror(log), { strong: true }),
  save: async ({ value, version }) => {
    const { council, homeId, lookAt } = value;
    const item: NewItem = { key: homeMirrorKey(council, homeId), kind: 'home-mirror', body: value };
    if (lookAt === undefined) return writeItem(table, item, version);
    const due = dueIn(council, 'routine', homeId, lookAt, await shardCountsOf(council));
    return writeItem(table, { ...item, due }, version);
  },
});
