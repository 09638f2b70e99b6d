import { demoCouncil } from '../../../../infra/local/demo-council/demo-council.ts';
import { HARBOUR_COUNTY_COUNCIL } from '../../../../infra/local/demo-council/harbour-county-council.ts';
import type { EchoPairing } from '../../../../infra/local/demo-council/pair-echos.ts';
import type { SeedNeeds } from '../../../../infra/local/demo-council/seed-council.ts';
import { memoryTable } from '../../../../lambda/adapters/memory/memory-table.ts';
import { keyedHash } from '../../../../lambda/adapters/secrets/keyed-hash.ts';
import { alertTemplatesIn, membersIn } from '../../../../lambda/adapters/table/alert-items.ts';
import { answersIn, listingsIn } from '../../../../lambda/adapters/table/answer-items.ts';
import { binRoundsIn } from '../../../../lambda/adapters/table/bin-round-items.ts';
import { callBacksIn } from '../../../../lambda/adapters/table/call-back-items.ts';
import { diariesIn } from '../../../../lambda/adapters/table/diary-items.ts';
import { echosIn } from '../../../../lambda/adapters/table/pairing-items.ts';
import {
  carersIn,
  councilsIn,
  homesIn,
  officersIn,
  residentsIn,
} from '../../../../lambda/adapters/table/people-items.ts';
import { remindersIn } from '../../../../lambda/adapters/table/reminder-items.ts';
import type { Table } from '../../../../lambda/adapters/table/table.ts';
import type { Instant } from '../../../../lambda/core/kernel/clock.ts';
import { instantOf } from '../../../../lambda/core/kernel/uk-time.ts';

/** A Tuesday. */
export const START = '2026-11-24';
export const NOW: Instant = instantOf('2026-11-24T10:00');

export const PAIRING: EchoPairing = {
  skillId: 'amzn1.ask.skill.demo',
  apiEndpoint: 'http://127.0.0.1:4000',
  hashEcho: ({ userId, deviceId, endpointId }) => keyedHash('a key')('echo', endpointId ?? `${userId} ${deviceId}`),
  sealIds: (ids) => Buffer.from(JSON.stringify(ids)).toString('base64url'),
};

export const demo = (startDate = START, now = NOW) => demoCouncil(startDate, now, PAIRING);

export const newTable = (): Table => {
  let writes = 0;
  return memoryTable({
    newWriteId: () => {
      writes += 1;
      return `write-${writes}`;
    },
  });
};

export const storesIn = (table: Table): SeedNeeds => ({
  councils: councilsIn(table),
  officers: officersIn(table),
  carers: carersIn(table),
  homes: homesIn(table, () => undefined),
  residents: residentsIn(table),
  echos: echosIn(table),
  diaries: diariesIn(table, () => undefined),
  reminders: remindersIn(
    table,
    async () => HARBOUR_COUNTY_COUNCIL,
    () => undefined,
  ),
  answers: answersIn(table, () => undefined),
  listings: listingsIn(table, () => undefined),
  members: membersIn(table, () => undefined),
  templates: alertTemplatesIn(table, () => undefined),
  binRounds: binRoundsIn(table, () => undefined),
  callBacks: callBacksIn(table, () => undefined),
  ...PAIRING,
});
