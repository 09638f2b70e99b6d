import { noteErasedAgain } from '../../../lambda/adapters/table/erasure-items.ts';
import type { StoredItem, Table } from '../../../lambda/adapters/table/table.ts';
import type { CareStores } from '../../../lambda/wiring/care-stores.ts';
import { eraseResident } from './erase-resident.ts';
import { whoseRows } from './may-erase.ts';
import { councilOf, patternsOfKeys } from './pattern-of.ts';
import { overEveryRow, type WholeTable } from './whole-table.ts';

/** A table, from end to end and row by row. */
export type Restored = { readonly table: Table; readonly whole: WholeTable; readonly stores: CareStores };

/** The ids of everybody of a council who was erased, as the table from before a restore knows them. */
export const erasedIn = async (whole: WholeTable, council: string): Promise<readonly string[]> => {
  const patternOf = patternsOfKeys();
  const ids: string[] = [];
  const isErased = ({ key, body }: StoredItem): boolean =>
    councilOf(key) === council && patternOf(key) === 'erasureKey' && typeof body.erasedAt === 'number';
  await overEveryRow(whole, (row) => {
    if (isErased(row)) ids.push(row.key.sk);
  });
  return ids;
};

/**
 * Erases again, in a table that was restored, everybody on the list, and then notes it for the epoch: before that no Officer can let the council
 * go on (promise G12). Safe to run twice. `left` counts rows that still tell of somebody; while there are any, it is not noted.
 */
export const eraseAgain = async (
  { table, whole, stores }: Restored,
  council: string,
  epoch: string,
  ids: readonly string[],
): Promise<{ readonly erased: number; readonly left: number }> => {
  let erased = 0;
  let left = 0;
  for (const residentId of ids) {
    const whose = await whoseRows(stores, whole, council, residentId);
    if (whose === undefined) continue;
    const done = await eraseResident(table, whole, whose);
    erased += 1;
    left += done.left + done.unreadable;
  }
  if (left === 0) await noteErasedAgain(table, council, epoch);
  return { erased, left };
};
