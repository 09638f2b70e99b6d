import { alertsIn, alertTemplatesIn, chunksIn, membersIn } from '../adapters/table/alert-items.ts';
import { answersIn, listingsIn, unansweredIn } from '../adapters/table/answer-items.ts';
import { auditTrailIn } from '../adapters/table/audit-items.ts';
import { callBacksIn } from '../adapters/table/call-back-items.ts';
import { deliveriesIn } from '../adapters/table/delivery-items.ts';
import { diariesIn } from '../adapters/table/diary-items.ts';
import { dueIndexIn } from '../adapters/table/due-items.ts';
import { keepLeftOffIn } from '../adapters/table/left-off-items.ts';
import { mirrorsIn } from '../adapters/table/mirror-items.ts';
import { nightsIn } from '../adapters/table/night-items.ts';
import { echosIn, pairingCodesIn } from '../adapters/table/pairing-items.ts';
import { carersIn, councilsIn, homesIn, officersIn, residentsIn } from '../adapters/table/people-items.ts';
import { remindersIn } from '../adapters/table/reminder-items.ts';
import { residentPageIn } from '../adapters/table/resident-page.ts';
import { resultsIn } from '../adapters/table/result-items.ts';
import { safetyCountsIn } from '../adapters/table/safety-items.ts';
import { screenPairingsIn, screensIn } from '../adapters/table/screen-items.ts';
import { sendingSwitchesIn } from '../adapters/table/sending-items.ts';
import { homeSignsIn, setUpVisitsIn } from '../adapters/table/set-up-items.ts';
import type { ShardCountsOf } from '../adapters/table/shards.ts';
import type { Table } from '../adapters/table/table.ts';
import { toldLinksIn } from '../adapters/table/told-link-items.ts';
import { waitingRowsIn } from '../adapters/table/waiting-items.ts';
import { resultsKept } from '../core/alerts/results-kept.ts';
import { MINUTE } from '../core/kernel/clock.ts';
import type { Log } from '../core/kernel/log.ts';
import type { Council } from '../core/people/council.ts';
import type { Councils } from '../core/people/people.ts';

/** A council's row changes a few times a year; each process reads it at most once a minute. */
const COUNCIL_KEPT = MINUTE;

export type KnownCouncil = (council: string) => Promise<Council>;

/** Reads a council's row and keeps it for a minute of real time. Throws when there is no such council: that is a fault of the set-up. */
export const knownCouncil = (councils: Councils, realNow: () => number): KnownCouncil => {
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

/** Every store of the heart over one table. `realNow` is real time in epoch milliseconds; `log` hears of rows that cannot be read. */
export const careStores = (table: Table, realNow: () => number, log: Log) => {
  const councils = councilsIn(table);
  const councilOf = knownCouncil(councils, realNow);
  const shardCountsOf: ShardCountsOf = councilOf;
  const results = resultsIn(table);
  const plainDeliveries = deliveriesIn(table, shardCountsOf, log);
  return {
    councils,
    councilOf,
    residents: residentsIn(table),
    homes: homesIn(table, log),
    carers: carersIn(table),
    officers: officersIn(table),
    echos: echosIn(table),
    pairingCodes: pairingCodesIn(table),
    screens: screensIn(table),
    screenPairings: screenPairingsIn(table),
    diaries: diariesIn(table, log),
    mirrors: mirrorsIn(table, shardCountsOf, log),
    reminders: remindersIn(table, shardCountsOf, log),
    deliveries: resultsKept(plainDeliveries, results, log),
    /** Without the marks of results: for whoever sets them together. */
    plainDeliveries,
    alerts: alertsIn(table, shardCountsOf, log),
    chunks: chunksIn(table, realNow),
    results,
    members: membersIn(table, log),
    templates: alertTemplatesIn(table, log),
    answers: answersIn(table, log),
    listings: listingsIn(table, log),
    unanswered: unansweredIn(table),
    callBacks: callBacksIn(table, log),
    audit: auditTrailIn(table, log),
    dueIndex: dueIndexIn(table),
    switches: sendingSwitchesIn(table),
    nights: nightsIn(table),
    waitingRows: waitingRowsIn(table, shardCountsOf, log),
    toldLinks: toldLinksIn(table),
    setUpVisits: setUpVisitsIn(table, log),
    homeSigns: homeSignsIn(table),
    keepLeftOff: keepLeftOffIn(table),
    safetyCounts: safetyCountsIn(table),
    readPage: residentPageIn(table, log),
  };
};

export type CareStores = ReturnType<typeof careStores>;
