import assert from 'node:assert/strict';
import { memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import { sha256 } from '../../../lambda/adapters/secrets/sha256.ts';
import type { Table } from '../../../lambda/adapters/table/table.ts';
import { readAlertSource } from '../../../lambda/core/alerts/alert-source.ts';
import { announce } from '../../../lambda/core/delivery/announce.ts';
import { isAlertKey } from '../../../lambda/core/delivery/bell.ts';
import { type Delivered, deliver } from '../../../lambda/core/delivery/deliver.ts';
import type { DeliverNeeds } from '../../../lambda/core/delivery/deliver-needs.ts';
import type { Delivery, DeliveryKey } from '../../../lambda/core/delivery/delivery.ts';
import type { Rung } from '../../../lambda/core/delivery/ladder.ts';
import type { Pace } from '../../../lambda/core/delivery/pace.ts';
import { type CarerMessages, tellCarer } from '../../../lambda/core/delivery/tell-carer.ts';
import type { DiaryEntry } from '../../../lambda/core/diary/diary-entry.ts';
import { readDiarySource } from '../../../lambda/core/diary/read-diary-source.ts';
import { type Instant, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf, type LocalDateTime } from '../../../lambda/core/kernel/uk-time.ts';
import type { Echo } from '../../../lambda/core/pairing/echo.ts';
import type { Carer } from '../../../lambda/core/people/carer.ts';
import type { Council } from '../../../lambda/core/people/council.ts';
import type { Home } from '../../../lambda/core/people/home.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import type { Reminder } from '../../../lambda/core/reminders/reminder.ts';
import { readReminderSource } from '../../../lambda/core/reminders/reminder-announcement.ts';
import { pairingGate } from '../../../lambda/core/set-up/may-pair.ts';
import { readDispatch } from '../../../lambda/core/timetable/restored.ts';
import { carerWording } from '../../../lambda/render/carer-wording.ts';
import { careStores } from '../../../lambda/wiring/care-stores.ts';
import { wireLookAtAlert } from '../../../lambda/wiring/look-at-alert.ts';
import { maySendAsked, sendingAsked } from '../../../lambda/wiring/sending-asked.ts';
import { wireTick } from '../../../lambda/wiring/tick.ts';
import { fencedLook } from '../../../lambda/worker/fenced.ts';
import { lookAtKeys } from '../../../lambda/worker/look-at-keys.ts';
import { countingIds } from '../counting-ids.ts';
import { aClock, type FixedClock } from './a-clock.ts';
import { aHookedTable } from './a-hooked-table.ts';
import { aCouncil, aHome, anEcho, aResident } from './people.ts';
import { recordingBell, recordingChannels, recordingLog, recordingPace } from './recorders.ts';

/** What stands in the table at first. Without more said: Bill at home, with one managed Echo in the kitchen. */
export type SetUp = {
  readonly at?: LocalDateTime;
  readonly council?: Council;
  readonly residents?: readonly Resident[];
  readonly homes?: readonly Home[];
  readonly echos?: readonly Echo[];
  readonly reminders?: readonly Reminder[];
  readonly entries?: readonly DiaryEntry[];
  readonly deliveries?: readonly Delivery[];
  readonly carers?: readonly Carer[];
  /** How Carers are sent texts; without it a rung to one is only noted. */
  readonly messages?: CarerMessages;
  /** The most Messages that one announcement call takes. */
  readonly atOnce?: number;
  readonly table?: Table;
  /** The turns of calls; without it every call goes at once. */
  readonly pace?: (clock: FixedClock) => Pace;
  /** The table holds everything already: it was restored. */
  readonly isRestored?: boolean;
  /** The setting outside the table. */
  readonly dispatchEpoch?: string;
};

type Stores = ReturnType<typeof careStores>;

const fresh = <T>(value: T) => ({ value, version: 0 });

const fill = async (stores: Stores, setUp: SetUp): Promise<void> => {
  await stores.councils.save(setUp.council ?? aCouncil());
  await Promise.all([
    ...(setUp.residents ?? [aResident()]).map((one) => stores.residents.save(fresh(one))),
    ...(setUp.homes ?? [aHome()]).map((one) => stores.homes.save(fresh(one))),
    ...(setUp.echos ?? [anEcho()]).map((one) => stores.echos.save(fresh(one))),
    ...(setUp.reminders ?? []).map((one) => stores.reminders.save(fresh(one))),
    ...(setUp.entries ?? []).map((one) => stores.diaries.save(fresh(one))),
    ...(setUp.deliveries ?? []).map((one) => stores.deliveries.add(one)),
    ...(setUp.carers ?? []).map((one) => stores.carers.save(one)),
  ]);
};

/**
 * The heart as it runs: every store over a table in memory, the minute tick and the worker, with a clock, a bell, channels
 * and a log that the test holds in its hand.
 */
export const aCareService = async (setUp: SetUp = {}) => {
  const clock = aClock(setUp.at);
  const dispatchEpoch = setUp.dispatchEpoch ?? '1';
  const hooked = aHookedTable(setUp.table ?? memoryTable({ newWriteId: countingIds('write') }));
  const log = recordingLog();
  const stores = careStores(hooked.table, clock, log.log);
  if (setUp.isRestored !== true) await fill(stores, setUp);
  const bell = recordingBell(clock);
  const turns = recordingPace(clock);
  const channels = recordingChannels(clock, setUp.atOnce);
  const newId = countingIds('id');
  const rungs: { readonly delivery: string; readonly tell: Rung['tell']; readonly at: Instant }[] = [];

  const readReminder = readReminderSource(stores);
  const readDiary = readDiarySource(stores);
  const readAlert = readAlertSource({ ...stores, digest: sha256 });
  const tellByMessage = tellCarer({ ...stores, clock, log: log.log, messages: setUp.messages, wording: carerWording });
  const deliverNeeds: DeliverNeeds = {
    deliveries: stores.deliveries,
    maySend: maySendAsked(sendingAsked(stores, { council: 'harbour', realNow: clock })),
    readSource: async (announcement) => {
      const { source } = announcement;
      if (source.kind === 'reminder') return readReminder(announcement, source);
      return source.kind === 'diary' ? readDiary(announcement, source) : readAlert(announcement, source);
    },
    reach: async (council, residentId) => {
      const resident = await stores.residents.ofId(council, residentId, { strong: true });
      if (resident === undefined) return undefined;
      const home = await stores.homes.ofId(council, resident.value.homeId);
      const hashes = home?.value.echos ?? [];
      const echos = await Promise.all(hashes.map((hash) => stores.echos.ofHash(council, hash, { strong: true })));
      return { resident: resident.value, echos: echos.flatMap((echo) => echo?.value ?? []) };
    },
    channels: channels.channels,
    pace: setUp.pace?.(clock) ?? turns.pace,
    wording: ({ content }, _resident, aloud) => ({
      speech: aloud ? `${content.kind} ${content.kind === 'alert' ? content.text : content.at}` : 'You have a message.',
      title: 'Bellbird',
    }),
    tellRung: async (delivery, resident, { tell }) => {
      rungs.push({ delivery: delivery.id, tell, at: clock() });
      if (tell.kind === 'carer' && setUp.messages !== undefined) return tellByMessage(delivery, resident, tell.carerId);
      return { at: clock(), channel: tell.kind === 'desk' ? 'desk' : 'carer-page', came: 'sent' };
    },
    bell: bell.bell,
    clock,
    setBack: (key, now) => stores.dueIndex.setBack({ kind: 'delivery', ...key, at: now }, now),
    clockSkew: async () => 0,
    newId,
    log: log.log,
  };
  /** What the use cases of diary, reminders, pairing and call-backs are given. */
  const needs = {
    ...stores,
    codes: stores.pairingCodes,
    gate: pairingGate({ ...stores, clock }),
    clock,
    newId,
    digest: sha256,
    log: log.log,
    bell: bell.bell,
    announce: announce({ deliveries: stores.deliveries, bell: bell.bell, clock }),
  };

  const tick = wireTick({
    table: hooked.table,
    bell: bell.bell,
    clock,
    realNow: clock,
    clockSkew: () => 0,
    log: log.log,
    council: 'harbour',
    dispatchEpoch,
  });
  const worker = deliver(deliverNeeds);
  const lookUnfenced = lookAtKeys({
    deliver: worker,
    lookAtMirror: async () => undefined,
    lookAtDuty: async () => undefined,
    lookAtAlert: wireLookAtAlert(stores, {
      bell: bell.bell,
      clock,
      realNow: clock,
      clockSkew: () => 0,
      council: 'harbour',
      log: log.log,
    }),
    log: log.log,
  });
  const fence = { councils: stores.councils, council: 'harbour', epoch: dispatchEpoch };
  const look = fencedLook({
    council: 'harbour',
    dispatch: () => readDispatch(fence),
    look: lookUnfenced,
    log: log.log,
  });
  const answerBells = async (): Promise<void> => {
    for (let due = bell.take(); due.length > 0; due = bell.take()) for (const { keys } of due) await look(keys);
  };

  /** Looks at the Alerts whose bells are due; the bells of Deliveries go on waiting. */
  const answerAlertBells = async (): Promise<void> => {
    const due = bell.take();
    const deliveries = due.filter(({ keys }) => !keys.some(isAlertKey));
    for (const { keys, lane } of deliveries) await bell.bell.ring(keys, lane === 'urgent' ? 'urgent' : 'routine', 0);
    for (const { keys } of due) if (keys.some(isAlertKey)) await look(keys);
  };

  const theDelivery = async (key: DeliveryKey): Promise<Delivery> => {
    const stored = await stores.deliveries.ofKey(key);
    assert.ok(stored, 'there is no such delivery');
    return stored.value;
  };

  return {
    clock,
    table: hooked.table,
    hooked,
    stores,
    needs,
    deliverNeeds,
    bell,
    channels,
    turns,
    log,
    rungs: rungs as readonly (typeof rungs)[number][],
    tick,
    answerBells,
    answerAlertBells,
    theDelivery,
    deliver: (...deliveries: readonly DeliveryKey[]): Promise<Delivered> => worker(deliveries),
    /** All Deliveries of a Resident in these weeks, by time. */
    deliveriesOf: (residentId = 'bill', council = 'harbour'): Promise<readonly Delivery[]> =>
      stores.deliveries.between(council, residentId, '2026-01-01', '2028-12-31'),
    /** Lets time pass as it does in service: a tick each minute, and each bell at its time. */
    runTo: async (at: LocalDateTime): Promise<void> => {
      const end = instantOf(at);
      while (clock() < end) {
        const nextTick = (Math.floor(clock() / MINUTE) + 1) * MINUTE;
        clock.moveTo(Math.min(end, nextTick, bell.next() ?? end));
        if (clock() % MINUTE === 0) await tick();
        await answerBells();
      }
    },
    /** Writes a new state of something over what stands. */
    change: async <T>(
      store: { readonly save: (one: { value: T; version: number }) => Promise<{ readonly kind: string }> },
      found: Promise<{ readonly value: T; readonly version: number } | undefined>,
      more: Partial<T>,
    ): Promise<void> => {
      const stored = await found;
      assert.ok(stored);
      const saved = await store.save({ value: { ...stored.value, ...more }, version: stored.version });
      assert.equal(saved.kind, 'saved');
    },
  };
};

export type CareService = Awaited<ReturnType<typeof aCareService>>;
