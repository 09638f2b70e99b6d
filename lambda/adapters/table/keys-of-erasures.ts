import { isId } from '../../core/kernel/ids.ts';
import type { Key } from './table.ts';

const inCouncil = (council: string, what: string, sk: string): Key => {
  if (!isId(council) || !isId(sk)) throw new RangeError('an id that may not stand in a key');
  return { pk: `C#${council}#${what}`, sk };
};

/** What was decided about forgetting a Resident. It outlives everything else about them, and holds no more than their id. */
export const erasureKey = (council: string, resident: string): Key => inCouncil(council, 'ERASURES', resident);

/** Says that in a table which was restored for this epoch everybody who was erased before was erased again. */
export const erasedAgainKey = (council: string, epoch: string): Key => inCouncil(council, 'ERASED-AGAIN', epoch);
