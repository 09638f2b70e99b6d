import { councilKey } from '../../../lambda/adapters/table/keys.ts';
import type { StoredItem, Table } from '../../../lambda/adapters/table/table.ts';
import { removeRow } from './erase-resident.ts';
import { councilOf, patternsOfKeys } from './pattern-of.ts';
import { overEveryRow, type WholeTable } from './whole-table.ts';

/** What still stands of a council: Residents whose service goes on, copies on Echos, and Echos and Screens that are paired. */
export type Standing = { readonly residents: number; readonly copies: number; readonly devices: number };

const listed = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

const kindOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;

/** Counts what still speaks to people in a council. Nothing may be erased before it is nothing. */
export const standingOfCouncil = async (whole: WholeTable, council: string): Promise<Standing> => {
  const patternOf = patternsOfKeys();
  const count = { residents: 0, copies: 0, devices: 0 };
  await overEveryRow(whole, ({ key, body }) => {
    if (councilOf(key) !== council) return;
    const name = patternOf(key);
    if (name === 'residentKey' && kindOf(body.presence) !== 'ended') count.residents += 1;
    if (name === 'mirrorKey') count.copies += listed(body.copies);
    if ((name === 'echoKey' || name === 'screenKey') && body.state === 'paired') count.devices += 1;
  });
  return count;
};

export const stillSpeaks = ({ residents, copies, devices }: Standing): boolean => residents + copies + devices > 0;

const isTheCouncil = ({ key }: StoredItem, council: string): boolean => {
  const { pk, sk } = councilKey(council);
  return key.pk === pk && key.sk === sk;
};

/**
 * Removes every row of a council, of any pattern and of none, and its own row last, so that a run that was broken off is simply run again. Other
 * councils are not touched. Returns how many went; `left` were written meanwhile, or could not be read.
 */
export const eraseCouncil = async (
  table: Table,
  whole: WholeTable,
  council: string,
): Promise<{ readonly removed: number; readonly left: number }> => {
  let removed = 0;
  let own: StoredItem | undefined;
  const remove = async (row: StoredItem) => {
    await removeRow(table, row);
    removed += 1;
  };
  await overEveryRow(whole, async (row) => {
    if (councilOf(row.key) !== council) return;
    if (isTheCouncil(row, council)) own = row;
    else await remove(row);
  });
  let left = await overEveryRow(whole, () => undefined);
  await overEveryRow(whole, (row) => {
    if (councilOf(row.key) === council && !isTheCouncil(row, council)) left += 1;
  });
  if (own !== undefined && left === 0) await remove(own);
  return { removed, left };
};
