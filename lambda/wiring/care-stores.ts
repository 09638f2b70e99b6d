import { answersIn, unansweredIn } from '../adapters/table/answer-items.ts';
import { auditTrailIn } from '../adapters/table/audit-items.ts';
import { callBacksIn } from '../adapters/table/call-back-items.ts';
import { deliveriesIn } from '../adapters/table/delivery-items.ts';
import { diariesIn } from '../adapters/table/diary-items.ts';
import { dueIndexIn } from '../adapters/table/due-items.ts';
import { echosIn, pairingCodesIn } from '../adapters/table/pairing-items.ts';
import { carersIn, councilsIn, homesIn, officersIn, residentsIn } from '../adapters/table/people-items.ts';
import { remindersIn } from '../adapters/table/reminder-items.ts';
import { residentPageIn } from '../adapters/table/resident-page.ts';
import type { ShardCountsOf } from '../adapters/table/shards.ts';
import type { Table } from '../adapters/table/table.ts';
import { MINUTE } from '../core/kernel/clock.ts';
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

/** Every store of the heart over one table. `realNow` is real time in epoch milliseconds. */
export const careStores = (table: Table, realNow: () => number) => {
  const councils = councilsIn(table);
  const councilOf = knownCouncil(councils, realNow);
  const shardCountsOf: ShardCountsOf = councilOf;
  return {
    councils,
    councilOf,
    residents: residentsIn(table),
    homes: homesIn(table),
    carers: carersIn(table),
    officers: officersIn(table),
    echos: echosIn(table),
    pairingCodes: pairingCodesIn(table),
    diaries: diariesIn(table),
    reminders: remindersIn(table, shardCountsOf),
    deliveries: deliveriesIn(table, shardCountsOf),
    answers: answersIn(table),
    unanswered: unansweredIn(table),
    callBacks: callBacksIn(table),
    audit: auditTrailIn(table),
    dueIndex: dueIndexIn(table),
    readPage: residentPageIn(table),
  };
};

export type CareStores = ReturnType<typeof careStores>;
