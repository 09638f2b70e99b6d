import { isId } from '../../core/kernel/ids.ts';
import type { Key } from './table.ts';

/** All rounds of the bin lorries of one council. An id that may not stand in a key is a fault, because doors check ids before they come here. */
export const binRoundsKey = (council: string): Key => {
  if (!isId(council)) throw new RangeError('an id that may not stand in a key');
  return { pk: `C#${council}#BIN-ROUNDS`, sk: 'BIN-ROUNDS' };
};
