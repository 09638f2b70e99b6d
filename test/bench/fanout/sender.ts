import { setTimeout as timeout } from 'node:timers/promises';
import { memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import { idSealer } from '../../../lambda/adapters/secrets/echo-ids.ts';
import { randomId } from '../../../lambda/adapters/secrets/random-id.ts';
import { sha256 } from '../../../lambda/adapters/secrets/sha256.ts';
import type { Table } from '../../../lambda/adapters/table/table.ts';
import type { Channels } from '../../../lambda/core/delivery/channel.ts';
import { deliveryOf, keyOf } from '../../../lambda/core/delivery/delivery.ts';
import { DAY } from '../../../lambda/core/kernel/clock.ts';
import { localDateTime } from '../../../lambda/core/kernel/uk-time.ts';
import { amazonChannels } from '../../../lambda/entry/amazon-channels.ts';
import { careStores } from '../../../lambda/wiring/care-stores.ts';
import { wireDeliver } from '../../../lambda/wiring/deliver.ts';
import { aCouncil, aHome, anEcho, aResident } from '../../support/builders/people.ts';
import { anAnnouncement, aVisit } from '../../support/builders/things-told.ts';
import { rawSockets } from './raw-sockets.ts';

const SEAL = Buffer.alloc(32, 7).toString('base64url');
const realNow = (): number => Date.now();
const wait = async (ms: number): Promise<void> => void (await timeout(ms));

/** The production channels, calling the measured Alexa. */
export const channelsAt = (url: string): Channels =>
  amazonChannels(
    {
      COUNCIL_SENDER: 'Harbour',
      SEAL_KEY: SEAL,
      LWA_TOKEN_URL: `${url}/token`,
      ALEXA_API_URL: url,
      PROACTIVE_EVENTS_PATH: '/v1/proactiveEvents',
      SKILL_CLIENT_ID: 'a',
      SKILL_CLIENT_SECRET: 'b',
      PROPERTIES_CLIENT_ID: 'a',
      PROPERTIES_CLIENT_SECRET: 'b',
      PROPERTIES_REFRESH_TOKEN: 'c',
    },
    { clock: realNow, realNow },
  );

/**
 * The members are made slab by slab, each with a table of its own that is let go afterwards: what grows with the county is the table's, not the
 * sender's.
 */
const SLAB = 500;
const ON_A_BELL = 100;

const slabOf = async (from: number, count: number) => {
  const table = memoryTable({ newWriteId: randomId });
  const log = (): void => {};
  const stores = careStores(table, realNow, log);
  const now = realNow();
  const due = localDateTime(now);
  await stores.councils.save(aCouncil());
  const keys = await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const [id, home, hash] = [`r${from + n}`, `h${from + n}`, `e${from + n}`];
      const { quietHours: _none, ...settings } = aResident().settings;
      await stores.residents.save({ value: aResident({ id, homeId: home, settings }), version: 0 });
      await stores.homes.save({ value: aHome({ id: home, residents: [id], echos: [hash] }), version: 0 });
      const sealedIds = idSealer(SEAL)({ userId: `amzn1.account.${from + n}`, deviceId: 'd' });
      const echo = anEcho({ hash, homeId: home, residents: [id], kind: 'consumer', sealedIds });
      await stores.echos.save({ value: echo, version: 0 });
      await stores.diaries.save({ value: aVisit({ residentId: id }), version: 0 });
      const told = anAnnouncement(due, 'urgent', { residentId: id, dueAt: now - 1_000, expiresAt: now + DAY });
      const delivery = deliveryOf(told, now);
      await stores.deliveries.add(delivery);
      return keyOf(delivery);
    }),
  );
  return { table, keys };
};

/** Rates in people, or requests, a second. `mostRss`: bytes. `processor`: its milliseconds for each person, while they are told. */
export type SenderRun = {
  readonly perSecond: number;
  readonly rawPerSecond: number;
  readonly sent: number;
  readonly mostRss: number;
  readonly processor: number;
};

export type SenderAsked = {
  readonly people: number;
  readonly bellsAtOnce: number;
  /** Raw sockets have so many requests under way. */
  readonly inFlight: number;
  readonly url: string;
};

/** Raw sockets are measured in the same process beside every so-manieth slab, so that both meet the same moments of a busy machine. */
const RAW_BESIDE = 10;
const RAW_REQUESTS = 2_000;

/**
 * `deliver` as it is deployed over tables in memory, each person with a consumer Echo: one call for each. Only the time of the telling counts, not
 * that of filling the tables.
 */
export const runSender = async ({ people, bellsAtOnce, inFlight, url }: SenderAsked): Promise<SenderRun> => {
  let slab = await slabOf(0, 0);
  // One worker for the whole run, as in service; the table under it is another for each slab.
  const table: Table = {
    get: (...asked) => slab.table.get(...asked),
    getMany: (...asked) => slab.table.getMany(...asked),
    put: (...asked) => slab.table.put(...asked),
    mark: (...asked) => slab.table.mark(...asked),
    markMany: (...asked) => slab.table.markMany(...asked),
    add: (...asked) => slab.table.add(...asked),
    list: (...asked) => slab.table.list(...asked),
    listDue: (...asked) => slab.table.listDue(...asked),
    remove: (...asked) => slab.table.remove(...asked),
  };
  const deliver = wireDeliver({
    table,
    channels: channelsAt(url),
    bell: { ring: async () => {} },
    clock: realNow,
    realNow,
    wait,
    clockSkew: () => 0,
    council: 'harbour',
    newId: randomId,
    digest: sha256,
    log: () => undefined,
  });
  let took = 0;
  let sent = 0;
  let mostRss = 0;
  let processor = 0;
  const raw: number[] = [];
  for (let from = 0; from < people; from += SLAB) {
    if ((from / SLAB) % RAW_BESIDE === 0) raw.push(await rawSockets(Number(new URL(url).port), RAW_REQUESTS, inFlight));
    slab = await slabOf(from, Math.min(SLAB, people - from));
    const { keys } = slab;
    const bells = Array.from({ length: Math.ceil(keys.length / ON_A_BELL) }, (_, n) =>
      keys.slice(n * ON_A_BELL, (n + 1) * ON_A_BELL),
    );
    const began = performance.now();
    const usedBefore = process.cpuUsage();
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let bell = bells[next++]; bell !== undefined; bell = bells[next++]) {
        const came = await deliver(bell);
        if (came.kind === 'delivered') sent += came.told;
      }
    };
    await Promise.all(Array.from({ length: bellsAtOnce }, worker));
    took += performance.now() - began;
    const { user, system } = process.cpuUsage(usedBefore);
    processor += (user + system) / 1_000;
    mostRss = Math.max(mostRss, process.memoryUsage().rss);
  }
  // The mean of rates over equally many requests is that of their times.
  const rawPerSecond = raw.length / raw.reduce((sum, rate) => sum + 1 / rate, 0);
  return { perSecond: people / (took / 1_000), rawPerSecond, sent, mostRss, processor: processor / people };
};
