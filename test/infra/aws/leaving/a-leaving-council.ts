import type { WholeTable } from '../../../../infra/aws/leaving/whole-table.ts';
import { seedCouncil } from '../../../../infra/local/demo-council/seed-council.ts';
import { careStores } from '../../../../lambda/wiring/care-stores.ts';
import { aBackedUpTable, type Backup } from '../../../support/builders/a-backed-up-table.ts';
import { aClock } from '../../../support/builders/a-clock.ts';
import { NOW, PAIRING, START } from '../../local/demo-council/demo-stores.ts';

/** Whatever stood when the first page was read: rows that are removed meanwhile do not move the pages, as in a Scan. */
export const scanOf = (backUp: () => Promise<Backup>): WholeTable => {
  let taken: Backup = [];
  return {
    page: async (after) => {
      if (after === undefined) taken = await backUp();
      const from = Number(after ?? 0);
      const rows = taken.slice(from, from + 500);
      return { rows, unreadable: 0, ...(from + 500 < taken.length ? { after: String(from + 500) } : {}) };
    },
  };
};

/** The demo council in a table that can be read from end to end. */
export const aLeavingCouncil = async () => {
  const { table, backUp } = aBackedUpTable();
  const clock = aClock('2026-11-24T10:00');
  const stores = careStores(table, clock, () => undefined);
  await seedCouncil({ ...stores, ...PAIRING }, { startDate: START, now: NOW });
  return { table, backUp, whole: scanOf(backUp), stores, clock };
};

export type LeavingCouncil = Awaited<ReturnType<typeof aLeavingCouncil>>;
