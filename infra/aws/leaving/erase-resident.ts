import type { JsonObject, StoredItem, Table } from '../../../lambda/adapters/table/table.ts';
import { livesAlone, names, seenFor, type Whose } from './about-resident.ts';
import { emptiedEntry, isEmptied } from './emptied-audit.ts';
import type { PatternName } from './held-rows.ts';
import { fateOf } from './pattern-of.ts';
import { overEveryRow, type WholeTable } from './whole-table.ts';

/** How many rows went, were changed, and stay with an id that leads to nobody. `left`: rows that still tell of them; then it is run again. */
export type Erased = {
  readonly removed: number;
  readonly changed: number;
  readonly pseudonyms: number;
  readonly left: number;
  readonly unreadable: number;
};

type Done = 'removed' | 'changed' | 'stays';

/** Removes a row, whoever writes to it meanwhile. */
export const removeRow = async (table: Table, row: StoredItem): Promise<void> => {
  for (let { version } = row; ; ) {
    const removed = await table.remove(row.key, { ifVersion: version });
    if (removed.kind === 'removed') return;
    version = removed.current.version;
  }
};

/** Writes a row anew as `change` has it, whoever writes to it meanwhile. What waits for a time goes on waiting. */
const rewrite = async (table: Table, row: StoredItem, change: (body: JsonObject) => JsonObject): Promise<void> => {
  for (let now: StoredItem | undefined = row; now !== undefined; ) {
    const { key, kind, body, due, expiresAt, version } = now;
    const item = {
      key,
      kind,
      body: change(body),
      ...(due === undefined ? {} : { due }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
    };
    const written = await table.put(item, version === 0 ? { ifNew: true } : { ifVersion: version });
    if (written.kind === 'mine') return;
    now = written.current;
  }
};

const without =
  (residentId: string) =>
  (body: JsonObject): JsonObject => {
    const { residents } = body;
    return Array.isArray(residents) ? { ...body, residents: residents.filter((id) => id !== residentId) } : body;
  };

const isEmpty = ({ residents }: JsonObject): boolean => Array.isArray(residents) && residents.length === 0;

/** The set-up visit of a Home in which somebody still lives, without the Reminder that was tried on this one. */
const withoutTest = (body: JsonObject): JsonObject => {
  const { test: _test, ...rest } = body;
  return rest;
};

/** Rows that tell what else belongs to the Resident go last, so that a run that was broken off finds everything again. */
const LAST = ['echoKey', 'screenKey', 'homeKey', 'residentKey'] as const satisfies readonly PatternName[];

/** What becomes of one row that tells of them. */
const eraseRow = async (table: Table, whose: Whose, row: StoredItem, name: PatternName): Promise<Done> => {
  const { residentId } = whose;
  const remove = async (): Promise<Done> => {
    await removeRow(table, row);
    return 'removed';
  };
  const change = async (how: (body: JsonObject) => JsonObject): Promise<Done> => {
    await rewrite(table, row, how);
    return 'changed';
  };
  switch (fateOf(name)) {
    case 'own':
    case 'names':
      return remove();
    case 'shared':
      return isEmpty(without(residentId)(row.body)) ? remove() : changeIfNamed(row, residentId, change);
    case 'carer':
      return change(without(residentId));
    case 'home':
      if (livesAlone(whose)) return remove();
      return name === 'setUpVisitKey' && names(row.body.test, residentId) ? change(withoutTest) : 'stays';
    case 'audit':
      return isEmptied(row.body) || row.key.pk.includes('#AUD#ERASURE#') ? 'stays' : change(emptiedEntry);
    case 'pseudonym':
    case 'nobody':
      return 'stays';
  }
};

const changeIfNamed = async (
  row: StoredItem,
  residentId: string,
  change: (how: (body: JsonObject) => JsonObject) => Promise<Done>,
): Promise<Done> => (names(row.body, residentId) ? change(without(residentId)) : 'stays');

/** Whether a row still tells of them when all is done. */
const isLeft = (whose: Whose, row: StoredItem, name: PatternName): boolean => {
  switch (fateOf(name)) {
    case 'own':
    case 'names':
      return true;
    case 'shared':
    case 'carer':
      return names(row.body, whose.residentId);
    case 'home':
      return livesAlone(whose);
    case 'audit':
      return !isEmptied(row.body) && !row.key.pk.includes('#AUD#ERASURE#');
    case 'pseudonym':
    case 'nobody':
      return false;
  }
};

/**
 * Takes one Resident out of every row of the table, and looks once more whether anything is left. Safe to run twice and to break off: the rows by
 * which the others are found go last. Whoever calls it has made sure that nothing stands on an Echo and that two Officers agreed.
 */
export const eraseResident = async (table: Table, whole: WholeTable, whose: Whose): Promise<Erased> => {
  const seen = seenFor(whose);
  const count = { removed: 0, changed: 0, stays: 0 };
  const last = new Map<PatternName, StoredItem[]>(LAST.map((name) => [name, []]));
  const erase = async (row: StoredItem, name: PatternName) => {
    count[await eraseRow(table, whose, row, name)] += 1;
  };
  const unreadable = await overEveryRow(whole, async (row) => {
    const what = seen(row);
    if (what === undefined || !what.isAbout) return;
    const later = last.get(what.name);
    if (later === undefined) await erase(row, what.name);
    else later.push(row);
  });
  for (const [name, rows] of last) for (const row of rows) await erase(row, name);
  let left = 0;
  let pseudonyms = 0;
  await overEveryRow(whole, (row) => {
    const what = seen(row);
    if (what === undefined || !what.isAbout) return;
    if (isLeft(whose, row, what.name)) left += 1;
    else if (fateOf(what.name) === 'pseudonym') pseudonyms += 1;
  });
  return { removed: count.removed, changed: count.changed, pseudonyms, left, unreadable };
};
