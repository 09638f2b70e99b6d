import { unmarshall } from '@aws-sdk/util-dynamodb';
import {
  bodyOf,
  bodyText,
  type Due,
  type DueCursor,
  type DueEntry,
  type Key,
  type Mark,
  type NewItem,
  refuseEmptyKey,
  type StoredItem,
  tableFault,
} from '../table/table.ts';
import { type Attributes, marshalled, type Plain } from './marshalled.ts';
import { DUE_AT, DUE_SHARD, KIND, PARTITION_KEY, SORT_KEY, TTL } from './table-definition.ts';

export const BODY = 'body';
export const VERSION = 'version';
export const WRITE_ID = 'writeId';
export const COUNT = 'count';
export const EXPIRES_AT = 'expiresAt';
export const RANK = 'rank';
export const VALUE = 'value';
const MARK_PREFIX = 'mark:';

/** Each mark is an attribute of its own, so that setting one needs no map to be there first and two first marks cannot race. */
export const markAttribute = (entry: string): string => `${MARK_PREFIX}${entry}`;

/** The key of a request. */
export const keyAttributes = ({ pk, sk }: Key): Attributes => {
  refuseEmptyKey(pk, sk);
  return marshalled({ [PARTITION_KEY]: pk, [SORT_KEY]: sk });
};

/** Where a query of the due index goes on. */
export const dueCursorAttributes = (shard: string, { key, at }: DueCursor): Attributes => ({
  ...keyAttributes(key),
  ...marshalled({ [DUE_SHARD]: shard, [DUE_AT]: at }),
});

/** What a put writes besides key, version and write id; `undefined` where the attribute must go. */
export const writtenAttributes = ({ kind, body, due, expiresAt }: NewItem): Record<string, Plain | undefined> => {
  if (due !== undefined) refuseEmptyKey(due.shard);
  return {
    [KIND]: kind,
    [BODY]: bodyText(body),
    [DUE_SHARD]: due?.shard,
    [DUE_AT]: due?.at,
    [EXPIRES_AT]: expiresAt,
    [TTL]: expiresAt === undefined ? undefined : ttlOf(expiresAt),
  };
};

/** Epoch seconds, rounded up: DynamoDB must not tidy an item away before its time. */
export const ttlOf = (expiresAt: number): number => Math.ceil(expiresAt / 1000);

/** The item that stands in these attributes, every one of them checked. */
export const itemOf = (attributes: Attributes): StoredItem => {
  const read: Record<string, unknown> = unmarshall(attributes);
  const due = dueOf(read);
  const expiresAt = optionalNumber(read, EXPIRES_AT);
  return {
    key: keyOf(read),
    kind: text(read, KIND),
    body: read[BODY] === undefined ? {} : bodyOf(text(read, BODY)),
    ...(due === undefined ? {} : { due }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    version: optionalNumber(read, VERSION) ?? 0,
    writeId: read[WRITE_ID] === undefined ? '' : text(read, WRITE_ID),
    marks: marksOf(read),
    count: optionalNumber(read, COUNT) ?? 0,
  };
};

/** The count after an addition. */
export const countOf = (attributes: Attributes): number => {
  const read: Record<string, unknown> = unmarshall(attributes);
  return number(read, COUNT);
};

/** One row of the due index. */
export const dueEntryOf = (attributes: Attributes): DueEntry => {
  const read: Record<string, unknown> = unmarshall(attributes);
  return { key: keyOf(read), kind: text(read, KIND), at: number(read, DUE_AT) };
};

const keyOf = (read: Record<string, unknown>): Key => ({ pk: text(read, PARTITION_KEY), sk: text(read, SORT_KEY) });

const dueOf = (read: Record<string, unknown>): Due | undefined =>
  read[DUE_AT] === undefined ? undefined : { shard: text(read, DUE_SHARD), at: number(read, DUE_AT) };

const marksOf = (read: Record<string, unknown>): Readonly<Record<string, Mark>> =>
  Object.fromEntries(
    Object.entries(read)
      .filter(([name]) => name.startsWith(MARK_PREFIX))
      .map(([name, value]) => [name.slice(MARK_PREFIX.length), markOf(value)]),
  );

const markOf = (value: unknown): Mark => {
  if (typeof value !== 'object' || value === null) throw malformed('a mark');
  const fields: Record<string, unknown> = { ...value };
  return { rank: number(fields, RANK), value: text(fields, VALUE) };
};

const text = (read: Record<string, unknown>, name: string): string => {
  const value = read[name];
  if (typeof value !== 'string') throw malformed(name);
  return value;
};

const number = (read: Record<string, unknown>, name: string): number => {
  const value = read[name];
  if (typeof value !== 'number') throw malformed(name);
  return value;
};

const optionalNumber = (read: Record<string, unknown>, name: string): number | undefined =>
  read[name] === undefined ? undefined : number(read, name);

const malformed = (what: string) => tableFault('malformed', `${what} is not as it was written`);
