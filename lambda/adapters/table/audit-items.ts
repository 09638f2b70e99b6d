import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { AuditEntry, AuditTrail } from '../../core/audit/audit-trail.ts';
import type { Log } from '../../core/kernel/log.ts';
import { auditKey, auditPk } from './keys.ts';
import { listAll } from './list-all.ts';
import { actSchema, parser } from './people-schema.ts';
import { readableItems } from './readable-items.ts';
import type { JsonObject, Table } from './table.ts';

const parseEntry = parser(
  v.object({ council: v.string(), item: v.string(), act: actSchema, after: v.unknown(), previous: v.string() }),
);

const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as it will be read back: plain JSON. */
const plain = (value: unknown): JsonObject => {
  const read: unknown = JSON.parse(JSON.stringify(value));
  if (!isJsonObject(read)) throw new TypeError('an audit entry is not an object');
  return read;
};

/** Object keys in order, because the table does not keep it. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, canonical(value[name])]),
  );
};

/**
 * The SHA-256 digest of an entry; each entry of an item carries that of the one before, so a changed byte is seen. One whose content was erased with
 * the person it told of carries its own from before (docs/decisions/0033), so that the chain goes on.
 */
export const entryDigest = (body: JsonObject): string =>
  typeof body.was === 'string' && isJsonObject(body.after) && body.after.erased === true
    ? body.was
    : createHash('sha256')
        .update(JSON.stringify(canonical(body)))
        .digest('hex');

/** The audit trail: one row for each act, put only if new, chained for each item. */
export const auditTrailIn = (table: Table, log: Log): AuditTrail => {
  const digestBefore = async ({ council, item, act }: AuditEntry): Promise<string> => {
    const before = await table.get(auditKey(council, item, act.number - 1), { strong: true });
    return before === undefined ? '' : entryDigest(before.body);
  };
  return {
    append: async (entry) => {
      const key = auditKey(entry.council, entry.item, entry.act.number);
      if ((await table.get(key, { strong: true })) !== undefined) return { kind: 'already-there' };
      const body = plain({ ...entry, previous: await digestBefore(entry) });
      const written = await table.put({ key, kind: 'audit', body }, { ifNew: true });
      return { kind: written.kind === 'mine' ? 'new' : 'already-there' };
    },
    of: async (council, item) =>
      readableItems(await listAll(table, { pk: auditPk(council, item), strong: true }), parseEntry, log),
  };
};
