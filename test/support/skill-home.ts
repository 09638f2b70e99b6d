import { memoryTable } from '../../lambda/adapters/memory/memory-table.ts';
import { echoHasher, idSealer } from '../../lambda/adapters/secrets/echo-ids.ts';
import { pairingSecrets } from '../../lambda/adapters/secrets/pairing-secrets.ts';
import type { Answer } from '../../lambda/core/answers/answer.ts';
import type { Listing } from '../../lambda/core/answers/listing.ts';
import type { BinRounds } from '../../lambda/core/bin-days/bin-rounds.ts';
import type { Delivery } from '../../lambda/core/delivery/delivery.ts';
import type { DiaryEntry } from '../../lambda/core/diary/diary-entry.ts';
import type { Clock, Instant } from '../../lambda/core/kernel/clock.ts';
import type { LogCode, LogFields } from '../../lambda/core/kernel/log.ts';
import { instantOf } from '../../lambda/core/kernel/uk-time.ts';
import type { EchoIds, SpeakingLevel } from '../../lambda/core/pairing/echo.ts';
import type { Council } from '../../lambda/core/people/council.ts';
import type { Resident } from '../../lambda/core/people/resident.ts';
import type { Reminder } from '../../lambda/core/reminders/reminder.ts';
import type { TurnTold } from '../../lambda/skill/needs.ts';
import { careStores } from '../../lambda/wiring/care-stores.ts';
import { wireSkill } from '../../lambda/wiring/skill.ts';
import { aHome } from './builders/people.ts';
import { openSetUpVisit } from './builders/set-up-visits.ts';
import { countingIds } from './counting-ids.ts';
import { type CountingTable, countingTable } from './counting-table.ts';

export const SKILL_ID = 'amzn1.ask.skill.test';
export const COUNCIL = 'harbour';
export const IDS: EchoIds = { userId: 'amzn1.ask.account.BILL', deviceId: 'amzn1.ask.device.KITCHEN' };

/** What stands in the table before anybody speaks. Times are UK wall times. */
export type HomeSetUp = {
  readonly at?: string;
  readonly level?: SpeakingLevel;
  readonly paired?: boolean;
  /** No set-up visit of the council is open; without more said one is, wherever no Echo is paired. */
  readonly visited?: false;
  readonly screen?: boolean;
  readonly managed?: boolean;
  readonly residents?: readonly Resident[];
  readonly diary?: readonly DiaryEntry[];
  /** Until when visits are planned; undefined: nobody has sent a plan. */
  readonly planned?: { readonly until: string; readonly asOf: string } | undefined;
  readonly reminders?: readonly Reminder[];
  readonly deliveries?: readonly Delivery[];
  readonly answers?: readonly Answer[];
  readonly listings?: readonly Listing[];
  readonly council?: Partial<Council>;
  /** The council's rounds; the Home lies on the first. */
  readonly binRounds?: BinRounds;
};

export type SkillHome = {
  readonly answer: (event: unknown) => Promise<unknown>;
  readonly stores: ReturnType<typeof careStores>;
  readonly counting: CountingTable;
  readonly told: TurnTold[];
  readonly logged: { readonly code: LogCode; readonly fields: LogFields }[];
  readonly ids: EchoIds;
  readonly hash: string;
  readonly screen: boolean;
  readonly clock: Clock;
  readonly secrets: ReturnType<typeof pairingSecrets>;
  readonly waitUntil: (at: string) => void;
};

export const aCouncil = (more: Partial<Council> = {}): Council => ({
  id: COUNCIL,
  name: 'Harbour County Council',
  phone: '01632 960100',
  staffedHours: ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, from: '08:30', to: '17:00' })),
  closedOn: [],
  diaryFreshForMinutes: 1440,
  areas: [],
  groups: [],
  urgentShards: 1,
  routineShards: 4,
  dispatchEpoch: '1',
  ...more,
});

const fresh = <T>(value: T) => ({ value, version: 0 });

const fill = async (stores: SkillHome['stores'], setUp: HomeSetUp, hash: string, now: Instant): Promise<void> => {
  const { residents = [], diary = [], reminders = [], deliveries = [], answers = [], listings = [] } = setUp;
  await stores.councils.save(aCouncil(setUp.council));
  await Promise.all([
    ...residents.map((one) => stores.residents.save(fresh(one))),
    ...diary.map((one) => stores.diaries.save(fresh(one))),
    ...reminders.map((one) => stores.reminders.save(fresh(one))),
    ...deliveries.map((one) => stores.deliveries.add(one)),
    ...answers.map((one) => stores.answers.save(one)),
    ...listings.map((one) => stores.listings.save(one)),
  ]);
  if (setUp.binRounds !== undefined) {
    await stores.binRounds.save(fresh(setUp.binRounds));
    const [first] = setUp.binRounds.collections;
    await stores.homes.save(fresh(aHome(first === undefined ? {} : { binRound: first.round })));
  }
  const planned = 'planned' in setUp ? setUp.planned : { until: '2026-12-31T23:59', asOf: '2026-11-24T07:00' };
  if (planned !== undefined)
    for (const { id } of residents)
      await stores.diaries.savePlan({
        council: COUNCIL,
        residentId: id,
        source: 'care-agency',
        coversUntil: planned.until,
        asOf: instantOf(planned.asOf),
      });
  if (setUp.paired === false) {
    if (setUp.visited !== false) await openSetUpVisit(stores, 'home', now);
    return;
  }
  await stores.echos.save(
    fresh({
      council: COUNCIL,
      hash,
      homeId: 'home',
      residents: residents.map(({ id }) => id),
      kind: setUp.managed === true ? ('managed' as const) : ('consumer' as const),
      speakingLevel: setUp.level ?? 'open',
      linkVersion: 1,
      state: 'paired' as const,
      sealedIds: 'sealed',
      apiEndpoint: 'https://api.eu.amazonalexa.com',
      notifications: { on: false, at: now },
    }),
  );
};

/** A Home with one Echo and the whole skill over a table in memory, at a clock that stands still until it is moved. */
export const skillHome = async (setUp: HomeSetUp): Promise<SkillHome> => {
  let now = instantOf(setUp.at ?? '2026-11-24T10:00');
  const clock = () => now;
  const counting = countingTable(memoryTable({ newWriteId: countingIds('write') }));
  const logged: { code: LogCode; fields: LogFields }[] = [];
  const stores = careStores(counting.table, clock, (code, fields = {}) => logged.push({ code, fields }));
  const hashEcho = echoHasher('a key');
  const ids = setUp.managed === true ? { ...IDS, endpointId: 'amzn1.alexa.endpoint.did.ONE' } : IDS;
  const hash = hashEcho(ids);
  await fill(stores, setUp, hash, now);
  const told: TurnTold[] = [];
  const secrets = pairingSecrets('a key');
  const answer = wireSkill({
    table: counting.table,
    council: COUNCIL,
    skillId: SKILL_ID,
    hashEcho,
    sealIds: idSealer('another key'),
    pairingSecrets: secrets,
    clock,
    bell: { ring: async () => undefined },
    realNow: clock,
    newId: countingIds('id'),
    log: (code, fields = {}) => logged.push({ code, fields }),
    onOutcome: (turn) => told.push(turn),
  });
  return {
    answer,
    stores,
    counting,
    told,
    logged,
    ids,
    hash,
    screen: setUp.screen === true,
    clock,
    secrets,
    waitUntil: (at) => {
      now = instantOf(at);
    },
  };
};
