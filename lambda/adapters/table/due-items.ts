import { CLOSED_STATES } from '../../core/delivery/delivery.ts';
import type { DueIndex, DueRef } from '../../core/timetable/due.ts';
import { LOOKS_BEFORE_CLOSING, lookAgainAt } from '../../core/timetable/due.ts';
import { dueOf } from './due-row.ts';
import { alertKey, deliveryKey, mirrorKey, reminderKey, shardKey } from './keys.ts';
import { homeMirrorKey } from './keys-of-home-mirror.ts';
import { resultsIn } from './result-items.ts';
import type { DueCursor, Json, JsonObject, Key, StoredItem, Table } from './table.ts';

const ON_A_PAGE = 100;

const cursorOf = (after: string | undefined): { readonly after?: DueCursor } => {
  if (after === undefined) return {};
  const [at, pk, sk] = after.split('\u0000');
  if (at === undefined || pk === undefined || sk === undefined) throw new RangeError('a cursor that is none');
  return { after: { key: { pk, sk }, at: Number(at) } };
};

const textOf = (cursor: DueCursor): string => [cursor.at, cursor.key.pk, cursor.key.sk].join('\u0000');

const looksOf = (item: StoredItem): number => {
  const looks: Json | undefined = item.body.failedLooks;
  return typeof looks === 'number' ? looks : 0;
};

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Somebody claimed this Delivery and then met a fault; the claim keeps doubled bells away until it ends. */
const isClaimed = ({ body: { claim } }: StoredItem, now: number): boolean =>
  isObject(claim) && typeof claim.until === 'number' && claim.until > now;

/** Bells come doubled and ticks look ahead: a further look before the time to which the row was set back does not count. */
const isBeforeItsTime = (item: StoredItem, now: number): boolean =>
  looksOf(item) > 0 && item.due !== undefined && item.due.at > now && !isClaimed(item, now);

const FINAL: readonly Json[] = ['acknowledged', ...CLOSED_STATES];

/** A Delivery closed as failed, which its counts then show, and out of the index. The row may be one that cannot be parsed. */
const closedItem = ({ due: _due, ...item }: StoredItem, failedLooks: number): StoredItem => {
  const { lookAt: _lookAt, claim: _claim, ...body } = item.body;
  const isFinal = FINAL.includes(body.state ?? null);
  const closed = isFinal ? body : { ...body, state: 'failed', reason: 'looks-failed' };
  return { ...item, body: { ...closed, failedLooks } };
};

/** The row as it asks to be looked at again later; a Delivery says so itself as well. */
const setBackTo = (item: StoredItem, failedLooks: number, now: number): StoredItem => {
  if (item.due === undefined) return item;
  const at = lookAgainAt(failedLooks, now);
  const look = item.kind === 'delivery' || item.kind === 'mirror' || item.kind === 'home-mirror' ? { lookAt: at } : {};
  return { ...item, due: { ...item.due, at }, body: { ...item.body, ...look, failedLooks } };
};

const keyOf = (ref: DueRef): Key => {
  switch (ref.kind) {
    case 'reminder':
      return reminderKey(ref.council, ref.residentId, ref.id);
    case 'delivery':
      return deliveryKey(ref.council, ref.residentId, ref.id);
    case 'alert':
      return alertKey(ref.council, ref.id);
    case 'mirror':
      return mirrorKey(ref.council, ref.residentId);
    case 'home-mirror':
      return homeMirrorKey(ref.council, ref.id);
  }
};

/** An Alert's counts show a Delivery that was closed because its looks failed, even where its row cannot be parsed. */
const markFailed = async (table: Table, ref: DueRef, { body }: StoredItem): Promise<void> => {
  const { source, state } = body;
  if (ref.kind !== 'delivery' || state !== 'failed' || !isObject(source)) return;
  const { alertId, chunk } = source;
  if (typeof alertId !== 'string' || typeof chunk !== 'number') return;
  await resultsIn(table).mark({ council: ref.council, alertId, chunk }, ref.residentId, 'failed');
};

/** The due index over the table. Rows of no known kind are passed over: they belong to features of a newer version. */
export const dueIndexIn = (table: Table): DueIndex => ({
  due: async (shard, until, after) => {
    const page = await table.listDue({ shard: shardKey(shard), until, limit: ON_A_PAGE, ...cursorOf(after) });
    const refs = page.entries.flatMap((entry) => {
      const named = dueOf(entry.key);
      return named === undefined ? [] : [{ ...named, at: entry.at }];
    });
    return page.after === undefined ? { refs } : { refs, after: textOf(page.after) };
  },
  setBack: async (ref, now) => {
    const key = keyOf(ref);
    for (;;) {
      const item = await table.get(key, { strong: true });
      if (item?.due === undefined) return 'gone';
      if (isBeforeItsTime(item, now)) return 'set-back';
      const failedLooks = looksOf(item) + 1;
      const isOver = failedLooks >= LOOKS_BEFORE_CLOSING;
      const isClosing = isOver && item.kind === 'delivery';
      const next = isClosing ? closedItem(item, failedLooks) : setBackTo(item, failedLooks, now);
      const written = await table.put(next, { ifVersion: item.version });
      if (written.kind !== 'mine') continue;
      if (isClosing) await markFailed(table, ref, next);
      return isOver ? 'closed' : 'set-back';
    }
  },
});
