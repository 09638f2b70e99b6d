import { deliveriesIn } from '../adapters/table/delivery-items.ts';
import { keepLeftOffIn } from '../adapters/table/left-off-items.ts';
import { echosIn } from '../adapters/table/pairing-items.ts';
import { councilsIn, residentsIn } from '../adapters/table/people-items.ts';
import { residentPageIn } from '../adapters/table/resident-page.ts';
import { resultsIn } from '../adapters/table/result-items.ts';
import { homeSignsIn } from '../adapters/table/set-up-items.ts';
import type { Table } from '../adapters/table/table.ts';
import { resultsKept } from '../core/alerts/results-kept.ts';
import { MINUTE } from '../core/kernel/clock.ts';
import type { Log } from '../core/kernel/log.ts';
import type { Council } from '../core/people/council.ts';
import type { Councils } from '../core/people/people.ts';

/** A council's row changes a few times a year; each process reads it at most once a minute. */
const COUNCIL_KEPT = MINUTE;

type KnownCouncil = (council: string) => Promise<Council>;

/** Reads a council's row and keeps it for a minute of real time. Throws when there is no such council: that is a fault of the set-up. */
const knownCouncil = (councils: Councils, realNow: () => number): KnownCouncil => {
  const kept = new Map<string, { readonly council: Council; readonly until: number }>();
  return async (id) => {
    const known = kept.get(id);
    if (known !== undefined && known.until > realNow()) return known.council;
    const council = await councils.ofId(id);
    if (council === undefined) throw new Error('the council of this deployment has no row in the table');
    kept.set(id, { council, until: realNow() + COUNCIL_KEPT });
    return council;
  };
};

/** What the commonest turns read and write. `realNow` is real time in epoch milliseconds; `log` hears of rows that cannot be read. */
export const turnStores = (table: Table, realNow: () => number, log: Log) => {
  const councils = councilsIn(table);
  const councilOf = knownCouncil(councils, realNow);
  const results = resultsIn(table);
  const plainDeliveries = deliveriesIn(table, councilOf, log);
  return {
    councils,
    councilOf,
    residents: residentsIn(table),
    echos: echosIn(table),
    deliveries: resultsKept(plainDeliveries, results, log),
    /** Without the marks of results: for whoever sets them together. */
    plainDeliveries,
    results,
    homeSigns: homeSignsIn(table),
    keepLeftOff: keepLeftOffIn(table),
    readPage: residentPageIn(table, log),
  };
};

export type TurnStores = ReturnType<typeof turnStores>;
