import { entryDigest } from '../../../lambda/adapters/table/audit-items.ts';
import type { JsonObject } from '../../../lambda/adapters/table/table.ts';

const ACT_KEPT = ['number', 'at', 'by', 'did'] as const;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isEmptied = (body: JsonObject): boolean => isObject(body.after) && body.after.erased === true;

/**
 * An entry of the audit trail without what it tells of a person: who did what, when, to which id stays; words, names and the reason go. It keeps
 * the digest of what it was, so that the chain still holds (G11).
 */
export const emptiedEntry = (body: JsonObject): JsonObject => {
  const { act } = body;
  const kept = isObject(act) ? Object.fromEntries(ACT_KEPT.flatMap((name) => [[name, act[name] ?? '']])) : {};
  const { council = '', item = '', previous = '' } = body;
  return { council, item, act: kept, after: { erased: true }, previous, was: entryDigest(body) };
};
