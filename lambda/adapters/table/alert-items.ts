import type { Alert } from '../../core/alerts/alert.ts';
import type { Alerts, Chunk, Chunks } from '../../core/alerts/alerts.ts';
import type { Member, Members } from '../../core/alerts/audience.ts';
import type { AlertTemplates } from '../../core/alerts/template.ts';
import { laneOf } from '../../core/delivery/bell.ts';
import { DAY } from '../../core/kernel/clock.ts';
import type { Log } from '../../core/kernel/log.ts';
import { parseAlert, parseChunk, parseMember, parseTemplate } from './alert-schema.ts';
import {
  alertKey,
  alertListKey,
  alertListPk,
  chunkKey,
  memberKey,
  memberPk,
  resultKey,
  templateKey,
  templatePk,
} from './keys.ts';
import { listAll } from './list-all.ts';
import { readableItems } from './readable-items.ts';
import { dueIn, type ShardCounts, type ShardCountsOf } from './shards.ts';
import { overwriteItem, readItem, writeItem } from './stored.ts';
import type { NewItem, Table } from './table.ts';

/** Who was told is kept as long as the Deliveries are. */
export const CHUNKS_KEPT_FOR = 90 * DAY;

const ALERTS_ON_A_PAGE = 20;
const MEMBERS_ON_A_PAGE = 1_000;

const itemOf = (alert: Alert, counts: ShardCounts): NewItem => {
  const item = { key: alertKey(alert.council, alert.id), kind: 'alert', body: alert };
  if (alert.lookAt === undefined) return item;
  const lane = laneOf(alert.content.handling ?? 'notice');
  return { ...item, due: dueIn(alert.council, lane, alert.id, alert.lookAt, counts) };
};

/** Alerts; one that waits for its start, its expiry or a look stands in the due index at its `lookAt`. */
export const alertsIn = (table: Table, shardCountsOf: ShardCountsOf, log: Log): Alerts => ({
  ofId: (council, id) => readItem(table, alertKey(council, id), parseAlert, { strong: true }),
  save: async ({ value, version }) => {
    // The pointer first: one that points to nothing is passed over, an Alert without one would never be seen.
    if (version === 0)
      await table.put({ key: alertListKey(value.council, value.id), kind: 'alert-pointer', body: {} }, { ifNew: true });
    return writeItem(table, itemOf(value, await shardCountsOf(value.council)), version);
  },
  newest: async (council, after) => {
    const page = await table.list({
      pk: alertListPk(council),
      backwards: true,
      limit: ALERTS_ON_A_PAGE,
      strong: true,
      ...(after === undefined ? {} : { after }),
    });
    const read = await Promise.all(page.items.map(({ key }) => table.get(alertKey(council, key.sk), { strong: true })));
    const alerts = readableItems(
      read.flatMap((item) => item ?? []),
      parseAlert,
      log,
    );
    return page.after === undefined ? { alerts } : { alerts, after: page.after };
  },
});

/** Chunks: each written once, never changed. */
export const chunksIn = (table: Table, realNow: () => number): Chunks => ({
  ofNumber: async (council, alertId, number) =>
    (await readItem(table, chunkKey(council, alertId, number), parseChunk, { strong: true }))?.value,
  add: async (chunk: Chunk) => {
    const key = chunkKey(chunk.council, chunk.alertId, chunk.number);
    const item = { key, kind: 'chunk', body: chunk, expiresAt: realNow() + CHUNKS_KEPT_FOR };
    const written = await table.put(item, { ifNew: true });
    // The row of its results, so that it is tidied away at the same time; its marks may be there already.
    const results = resultKey(chunk.council, chunk.alertId, chunk.number);
    await table.put({ key: results, kind: 'result', body: {}, expiresAt: item.expiresAt }, { ifNew: true });
    if (written.kind === 'mine') return chunk;
    if (written.current === undefined) throw new Error('a chunk was refused and is not there');
    return parseChunk(written.current.body);
  },
});

/** The table does not keep the order of an object's names. */
const textInOrder = (member: Member): string =>
  JSON.stringify(
    Object.entries(member).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    (_name, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value).toSorted() : value,
  );

/** What Audiences are asked of. A row has no history: whoever writes last has read last, or is repaired by the next change. */
export const membersIn = (table: Table, log: Log): Members => ({
  page: async (council, after) => {
    const page = await table.list({
      pk: memberPk(council),
      limit: MEMBERS_ON_A_PAGE,
      ...(after === undefined ? {} : { after }),
    });
    const members = readableItems(page.items, parseMember, log);
    return page.after === undefined ? { members } : { members, after: page.after };
  },
  isKept: async (member) => {
    const item = await table.get(memberKey(member.council, member.homeId, member.residentId));
    return item !== undefined && textInOrder(parseMember(item.body)) === textInOrder(member);
  },
  save: async (member) => {
    const key = memberKey(member.council, member.homeId, member.residentId);
    await overwriteItem(table, { key, kind: 'member', body: member });
  },
});

export const alertTemplatesIn = (table: Table, log: Log): AlertTemplates => ({
  ofCouncil: async (council) => readableItems(await listAll(table, { pk: templatePk(council) }), parseTemplate, log),
  ofId: async (council, id) => (await readItem(table, templateKey(council, id), parseTemplate))?.value,
  save: async (template) => {
    await overwriteItem(table, { key: templateKey(template.council, template.id), kind: 'template', body: template });
  },
});
