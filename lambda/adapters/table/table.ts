import { withUnknown } from './unknown-fields.ts';

/**
 * The one storage port. A fact is one item; a write is one item with one condition.
 * Every write is safe to send twice: whoever implements this gives each write a fresh write id and,
 * when a condition fails, reads strongly and says whether the item is already ours (`mine`) or somebody else's (`conflict`).
 */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/** Both parts are built by `keys.ts` only. */
export type Key = { readonly pk: string; readonly sk: string };

/** `at` is epoch milliseconds UTC: "look at me again then". `shard` is a `dueShard` key. */
export type Due = { readonly shard: string; readonly at: number };

/** What a caller writes. `expiresAt` is epoch milliseconds UTC; it only tidies, so readers check it themselves. */
export type NewItem = {
  readonly key: Key;
  readonly kind: string;
  readonly body: JsonObject;
  readonly due?: Due;
  readonly expiresAt?: number;
};

/**
 * One entry of the item's map of marks: the highest rank wins, in whatever order the marks arrive.
 * Of two values with one rank the greater wins (by UTF-8 bytes), so that order never matters.
 */
export type Mark = { readonly rank: number; readonly value: string };

/**
 * What stands in the table. `version` begins at 1 and rises by one with each `put`; marks and counts do not raise it.
 * An item that so far was only marked or counted has version 0, an empty body and an empty write id.
 */
export type StoredItem = NewItem & {
  readonly version: number;
  readonly writeId: string;
  readonly marks: Readonly<Record<string, Mark>>;
  readonly count: number;
};

/** `ifNew`: nobody has put the item yet (it may already carry marks or a count). It is the same as `ifVersion: 0`. */
export type PutCondition = { readonly ifNew: true } | { readonly ifVersion: number };

/** `mine`: the item now stands as asked, whether by this try or by an earlier one whose answer was lost. */
export type Written =
  | { readonly kind: 'mine'; readonly item: StoredItem }
  | { readonly kind: 'conflict'; readonly current: StoredItem | undefined };

/** `marked`: the entry now stands as asked, also when an earlier try had set it. */
export type Marked = { readonly kind: 'marked' } | { readonly kind: 'outranked'; readonly by: Mark };

/** `total` is the count as it now stands. */
export type Added =
  | { readonly kind: 'added'; readonly total: number }
  | { readonly kind: 'full'; readonly total: number };

/** `removed`: no such item stands in the table now. */
export type Removed = { readonly kind: 'removed' } | { readonly kind: 'conflict'; readonly current: StoredItem };

/**
 * A range inside one partition. `from` and `to` are inclusive sort keys; `prefix` excludes them.
 * Order is by sort key (by its UTF-8 bytes), ascending unless `backwards`. `limit` is at least 1 and counts items.
 */
export type Range = {
  readonly pk: string;
  readonly prefix?: string;
  readonly from?: string;
  readonly to?: string;
  readonly backwards?: boolean;
  readonly limit: number;
  /** The sort key after which to go on, from the page before. */
  readonly after?: string;
  readonly strong?: boolean;
};

/** `after` is there exactly when there may be more; the next page may yet be empty. */
export type Page = { readonly items: readonly StoredItem[]; readonly after?: string };

export type DueQuery = {
  readonly shard: string;
  /** Epoch milliseconds UTC, inclusive. */
  readonly until: number;
  readonly limit: number;
  readonly after?: DueCursor;
};
export type DueCursor = { readonly key: Key; readonly at: number };
/** The index lags: a hint where to look, never a fact to act on. */
export type DueEntry = { readonly key: Key; readonly kind: string; readonly at: number };
export type DuePage = { readonly entries: readonly DueEntry[]; readonly after?: DueCursor };

/** "A single operation can retrieve up to 16 MB of data, which can contain as many as 100 items" (Amazon, `BatchGetItem`). */
export const MOST_READ_AT_ONCE = 100;

/**
 * An expression is at most 4 KB long and has at most 300 operators or functions (Amazon, "Service, account, and table quotas"); one mark takes
 * about 110 letters and six operators.
 */
export const MOST_MARKED_AT_ONCE = 25;

/** Slices of at most so many, in order. */
export const slicesOf = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));

/** A fault is thrown as a `TableFault`: no method throws anything else, and no message holds a key or a body. */
export type Table = {
  /** The item, or undefined. `strong` sees every write that was answered before. */
  readonly get: (key: Key, options?: { readonly strong?: boolean }) => Promise<StoredItem | undefined>;
  /**
   * Strong reads of several items, in the order of their keys, in requests of at most `MOST_READ_AT_ONCE` distinct keys. It is no picture of one
   * moment: each item is as it stood at some instant of its request.
   */
  readonly getMany: (keys: readonly Key[]) => Promise<readonly (StoredItem | undefined)[]>;
  /** Writes the whole item (marks and count of a replaced item are kept) if the condition holds. */
  readonly put: (item: NewItem, condition: PutCondition) => Promise<Written>;
  /** Sets one entry of the item's map if its rank is higher than what stands there; makes the item if it is missing. */
  readonly mark: (key: Key, kind: string, entry: string, mark: Mark) => Promise<Marked>;
  /**
   * The same for several entries of one item, in requests of at most `MOST_MARKED_AT_ONCE`. A fault may leave some of them set; asking again
   * is safe.
   */
  readonly markMany: (key: Key, kind: string, marks: ReadonlyMap<string, Mark>) => Promise<void>;
  /**
   * Adds to the item's count, never past `atMost`; makes the item if it is missing. `expiresAt` is set on an item that has none.
   * A retry may count twice: use it only where that is safe.
   */
  readonly add: (
    key: Key,
    kind: string,
    n: number,
    atMost: number,
    options?: { readonly expiresAt?: number },
  ) => Promise<Added>;
  readonly list: (range: Range) => Promise<Page>;
  /** What the due index shows at or before `until` in one shard, by time. Eventually consistent. */
  readonly listDue: (query: DueQuery) => Promise<DuePage>;
  /** Removes the item if its version still holds; an item already gone counts as removed. */
  readonly remove: (key: Key, condition: { readonly ifVersion: number }) => Promise<Removed>;
};

/**
 * `throttled`: too much at once, tried again in vain. `unreachable`: no answer came, so a write may or may not stand.
 * `refused`: the table did not accept what was asked. `malformed`: what stands there is not what this code writes.
 */
export type TableFaultCode = 'throttled' | 'unreachable' | 'refused' | 'malformed';

export type TableFault = Error & { readonly name: 'TableFault'; readonly code: TableFaultCode };

/** `detail` says what went wrong without saying for whom: never a key, never a value. */
export const tableFault = (code: TableFaultCode, detail: string): TableFault =>
  Object.assign(new Error(`table: ${code}, ${detail}`), { name: 'TableFault', code } as const);

/** Every implementation refuses an empty key alike; the engines differ. */
export const refuseEmptyKey = (...parts: readonly string[]): void => {
  if (parts.includes('')) throw tableFault('refused', 'a key is empty');
};

/**
 * The text in which every implementation stores a body, so that what is read is exactly what was written, whatever its names and letters.
 * Refuses what JSON would lose in silence (RFC 8259 has no number that is not finite). What a value carries of another release is written too.
 */
export const bodyText = (body: JsonObject): string => JSON.stringify(body, refuseLoss);

const refuseLoss = (_name: string, value: unknown): unknown => {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) {
    throw tableFault('refused', 'a body holds what JSON cannot');
  }
  return withUnknown(value);
};

/** The body that `bodyText` wrote. */
export const bodyOf = (text: string): JsonObject => {
  const parsed = parsedOrUndefined(text);
  if (!isJsonObject(parsed)) throw tableFault('malformed', 'a body is not a JSON object');
  return parsed;
};

const parsedOrUndefined = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the parser's own message would quote the text
  }
};

/** Asked of what `JSON.parse` gave, whose inside is JSON whatever it is. */
const isJsonObject = (parsed: unknown): parsed is JsonObject =>
  typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
