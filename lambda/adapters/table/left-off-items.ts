import type { KeepLeftOff, LeftOff } from '../../core/pairing/left-off.ts';
import { leftOffKey } from './keys.ts';
import type { StoredItem, Table } from './table.ts';

/** One row for each Resident, with a mark for each Echo: it is read with everything else about them, and written in one request. */
export const keepLeftOffIn =
  (table: Table): KeepLeftOff =>
  async (council, residentId, { echo, at, state }) => {
    await table.mark(leftOffKey(council, residentId), 'left-off', echo, { rank: at, value: state });
  };

/** Where conversations broke off, of a row that may be missing. */
export const leftOffsOf = (item: StoredItem | undefined): readonly LeftOff[] =>
  Object.entries(item?.marks ?? {}).map(([echo, { rank, value }]) => ({ echo, at: rank, state: value }));
