import { alertsIn, alertTemplatesIn, chunksIn, membersIn } from '../adapters/table/alert-items.ts';
import { answersIn, listingsIn, unansweredIn } from '../adapters/table/answer-items.ts';
import { auditTrailIn } from '../adapters/table/audit-items.ts';
import { binRoundsIn } from '../adapters/table/bin-round-items.ts';
import { callBacksIn } from '../adapters/table/call-back-items.ts';
import { diariesIn } from '../adapters/table/diary-items.ts';
import { dueIndexIn } from '../adapters/table/due-items.ts';
import { dutyEntriesIn, safetyModesIn } from '../adapters/table/duty-items.ts';
import { erasedAgainIn, erasuresIn } from '../adapters/table/erasure-items.ts';
import { forgetRequestsIn } from '../adapters/table/forget-items.ts';
import { homeMirrorsIn } from '../adapters/table/home-mirror-items.ts';
import { mirrorsIn } from '../adapters/table/mirror-items.ts';
import { nightsIn } from '../adapters/table/night-items.ts';
import { pairingCodesIn } from '../adapters/table/pairing-items.ts';
import { carersIn, homesIn, officersIn } from '../adapters/table/people-items.ts';
import { remindersIn } from '../adapters/table/reminder-items.ts';
import { roomListsIn } from '../adapters/table/room-list-items.ts';
import { safetyCountsIn } from '../adapters/table/safety-items.ts';
import { screenPairingsIn, screensIn } from '../adapters/table/screen-items.ts';
import { sendingSwitchesIn } from '../adapters/table/sending-items.ts';
import { setUpVisitsIn } from '../adapters/table/set-up-items.ts';
import type { ShardCountsOf } from '../adapters/table/shards.ts';
import type { Table } from '../adapters/table/table.ts';
import { toldLinksIn } from '../adapters/table/told-link-items.ts';
import { waitingRowsIn } from '../adapters/table/waiting-items.ts';
import type { Log } from '../core/kernel/log.ts';
import { type TurnStores, turnStores } from './turn-stores.ts';

/** Every store of the heart over one table. `realNow` is real time in epoch milliseconds; `log` hears of rows that cannot be read. */
export const careStores = (
  table: Table,
  realNow: () => number,
  log: Log,
  turn: TurnStores = turnStores(table, realNow, log),
) => {
  const shardCountsOf: ShardCountsOf = turn.councilOf;
  return {
    ...turn,
    homes: homesIn(table, log),
    carers: carersIn(table),
    officers: officersIn(table),
    pairingCodes: pairingCodesIn(table),
    screens: screensIn(table),
    screenPairings: screenPairingsIn(table),
    diaries: diariesIn(table, log),
    mirrors: mirrorsIn(table, shardCountsOf, log),
    homeMirrors: homeMirrorsIn(table, shardCountsOf, log),
    reminders: remindersIn(table, shardCountsOf, log),
    alerts: alertsIn(table, shardCountsOf, log),
    chunks: chunksIn(table, realNow),
    members: membersIn(table, log),
    templates: alertTemplatesIn(table, log),
    binRounds: binRoundsIn(table, log),
    answers: answersIn(table, log),
    listings: listingsIn(table, log),
    unanswered: unansweredIn(table),
    callBacks: callBacksIn(table, log),
    audit: auditTrailIn(table, log),
    dueIndex: dueIndexIn(table),
    erasures: erasuresIn(table),
    erasedAgain: erasedAgainIn(table),
    switches: sendingSwitchesIn(table),
    nights: nightsIn(table),
    waitingRows: waitingRowsIn(table, shardCountsOf, log),
    toldLinks: toldLinksIn(table),
    setUpVisits: setUpVisitsIn(table, log),
    roomLists: roomListsIn(table),
    safetyCounts: safetyCountsIn(table),
    forgetRequests: forgetRequestsIn(table, log),
    safetyModes: safetyModesIn(table),
    dutyEntries: dutyEntriesIn(table, log),
  };
};

export type CareStores = ReturnType<typeof careStores>;
