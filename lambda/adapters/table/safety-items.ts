import type { SafetyCounts } from '../../core/safeguarding/count-safety.ts';
import { SAFETY_CLASSES, type SafetyClass } from '../../core/safeguarding/safety-class.ts';
import { safetyCountKey } from './keys.ts';
import type { Table } from './table.ts';

/** Far above what is said in a month; a counter that is full simply stops. */
const A_MONTH = 1_000_000;

/** One row a class and month, with a count and nothing else in it. */
export const safetyCountsIn = (table: Table): SafetyCounts => ({
  count: async (council, month, safety) => {
    await table.add(safetyCountKey(council, month, safety), 'safety-count', 1, A_MONTH);
  },
  ofMonth: async (council, month) => {
    const of = async (safety: SafetyClass): Promise<number> =>
      (await table.get(safetyCountKey(council, month, safety)))?.count ?? 0;
    const [urgent, selfHarm, abuse, tablets, mood] = await Promise.all(SAFETY_CLASSES.map(of));
    return {
      urgent: urgent ?? 0,
      'self-harm': selfHarm ?? 0,
      abuse: abuse ?? 0,
      'too-many-tablets': tablets ?? 0,
      'low-mood': mood ?? 0,
    };
  },
});
