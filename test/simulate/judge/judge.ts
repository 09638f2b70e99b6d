import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { careStores } from '../../../lambda/wiring/care-stores.ts';
import type { FaultyTable } from '../edges/faulty-table.ts';
import type { Run } from '../edges/run.ts';
import type { County } from '../people/county.ts';
import { judgeAlerts } from './judge-alerts.ts';
import { judgeAudit } from './judge-audit.ts';
import { judgeDeliveries } from './judge-deliveries.ts';
import { judgeOwed } from './judge-owed.ts';
import { judgeTellings } from './judge-tellings.ts';

export type Ended = {
  readonly run: Run;
  readonly table: FaultyTable;
  readonly county: County;
  readonly begin: Instant;
  readonly calmFrom: Instant;
  readonly end: Instant;
};

/** Judges a run that has come to its end: whatever was broken is noted in its world. */
export const judge = async ({ run, table, county, begin, calmFrom, end }: Ended): Promise<void> => {
  const { world, time, log } = run;
  const stores = careStores(table.plain, time.now, log);
  judgeTellings(world);
  judgeDeliveries(world, county, calmFrom, end);
  judgeOwed(world, begin, end);
  await judgeAlerts(world, stores, calmFrom, end);
  await judgeAudit(world, table.plain);
};
