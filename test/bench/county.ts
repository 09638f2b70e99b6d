import { setTimeout as timeout } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { demoClock } from '../../infra/local/clock/demo-clock.ts';
import { localBell } from '../../infra/local/clock/local-bell.ts';
import { openPort } from '../../infra/local/http/listen.ts';
import { localAlexa, readLanguage } from '../../infra/local/local-alexa.ts';
import { ALEXA_API_PATH, localChannels, localClients } from '../../infra/local/local-channels.ts';
import { localTable } from '../../infra/local/local-table.ts';
import { LOCAL_SKILL_ID } from '../../infra/local/skill-model.ts';
import { alexaApis } from '../../infra/local/virtual-alexa/alexa-apis.ts';
import { alexaIds, type VirtualEcho } from '../../infra/local/virtual-alexa/virtual-echo.ts';
import type { World } from '../../infra/local/virtual-alexa/world.ts';
import { memoryTable } from '../../lambda/adapters/memory/memory-table.ts';
import { echoHasher, idSealer } from '../../lambda/adapters/secrets/echo-ids.ts';
import { randomId } from '../../lambda/adapters/secrets/random-id.ts';
import { sha256 } from '../../lambda/adapters/secrets/sha256.ts';
import type { Table } from '../../lambda/adapters/table/table.ts';
import { membersKept } from '../../lambda/core/alerts/members-kept.ts';
import { ringAlert } from '../../lambda/core/alerts/ring-alert.ts';
import type { Bell, BellKey } from '../../lambda/core/delivery/bell.ts';
import type { Channels } from '../../lambda/core/delivery/channel.ts';
import { HOUR } from '../../lambda/core/kernel/clock.ts';
import type { Log } from '../../lambda/core/kernel/log.ts';
import { localDateTime } from '../../lambda/core/kernel/uk-time.ts';
import type { Echo } from '../../lambda/core/pairing/echo.ts';
import { careStores } from '../../lambda/wiring/care-stores.ts';
import { wireLook } from '../../lambda/wiring/deliver.ts';
import { wireTick } from '../../lambda/wiring/tick.ts';
import { aCouncil, aHome, aResident } from '../support/builders/people.ts';
import { inTemporaryFolder } from '../support/temporary-folder.ts';

const KEYS = {
  hash: 'h'.repeat(43),
  seal: Buffer.alloc(32, 7).toString('base64url'),
  client: 'c'.repeat(43),
  cookie: 'k'.repeat(43),
};
const AT_ONCE = 64;

/** What a Home of the county has, by its number: of eight, four a managed Echo, two one that chimes, one a silent one, one none. */
export type Has = 'managed' | 'chiming' | 'silent' | 'nothing';
const HAS: readonly Has[] = ['managed', 'chiming', 'managed', 'silent', 'managed', 'chiming', 'managed', 'nothing'];

const numbered = (n: number): string => String(n).padStart(6, '0');

const echoOf = (n: number, hasAll: readonly Has[]): VirtualEcho | undefined => {
  const place = { echoId: `echo-${numbered(n)}`, accountId: `amzn1.account.${numbered(n)}`, label: '', screen: false };
  const has = hasAll[n % hasAll.length];
  if (has === 'nothing') return undefined;
  return has === 'managed'
    ? { ...place, kind: 'managed', unitId: `unit.${numbered(n)}`, endpointId: `endpoint.${numbered(n)}` }
    : { ...place, kind: 'consumer' };
};

const inWaves = async (count: number, work: (n: number) => Promise<unknown>): Promise<void> => {
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < count; n = next++) await work(n);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};

type Stores = ReturnType<typeof careStores>;

const seedHome = async (stores: Stores, n: number, has: readonly Has[]): Promise<void> => {
  const home = `home-${numbered(n)}`;
  const resident = `resident-${numbered(n)}`;
  const virtual = echoOf(n, has);
  const echos: Echo[] = [];
  if (virtual !== undefined) {
    const seen = alexaIds(LOCAL_SKILL_ID, virtual);
    const ids = {
      userId: seen.userId,
      deviceId: seen.deviceId,
      ...(virtual.kind === 'managed' ? { endpointId: virtual.endpointId } : {}),
    };
    echos.push({
      council: 'harbour',
      hash: echoHasher(KEYS.hash)(ids),
      homeId: home,
      residents: [resident],
      kind: virtual.kind,
      speakingLevel: 'open',
      linkVersion: 1,
      state: 'paired',
      sealedIds: idSealer(KEYS.seal)(ids),
      apiEndpoint: 'http://127.0.0.1',
      notifications: { on: has[n % has.length] === 'chiming', at: 0 },
    });
  }
  for (const echo of echos) await stores.echos.save({ value: echo, version: 0 });
  await stores.homes.save({
    value: aHome({ id: home, residents: [resident], echos: echos.map(({ hash }) => hash) }),
    version: 0,
  });
  await membersKept(stores, () => undefined).residents.save({
    value: aResident({ id: resident, homeId: home, fullName: `Resident ${numbered(n)}`, circle: [] }),
    version: 0,
  });
};

/** The same table, counting the requests that read and those that write. */
const readsAndWrites = (table: Table) => {
  let reads = 0;
  let writes = 0;
  const reading =
    <A extends readonly unknown[], R>(ask: (...asked: A) => R) =>
    (...asked: A): R => {
      reads += 1;
      return ask(...asked);
    };
  const writing =
    <A extends readonly unknown[], R>(ask: (...asked: A) => R) =>
    (...asked: A): R => {
      writes += 1;
      return ask(...asked);
    };
  let rows = 0;
  return {
    table: {
      get: reading((...asked: Parameters<Table['get']>) => {
        rows += 1;
        return table.get(...asked);
      }),
      getMany: reading((keys: Parameters<Table['getMany']>[0]) => {
        rows += keys.length;
        return table.getMany(keys);
      }),
      list: reading(table.list),
      listDue: reading(table.listDue),
      put: writing(table.put),
      mark: writing(table.mark),
      markMany: writing(table.markMany),
      add: writing(table.add),
      remove: writing(table.remove),
    },
    reads: () => reads,
    rows: () => rows,
    writes: () => writes,
  };
};

const heardOn = (world: World, kind: 'announcement' | 'chime') => {
  const counts = world.echos
    .map(({ echoId }) => world.echo(echoId).events.filter(({ happening }) => happening.kind === kind).length)
    .filter((count) => count > 0);
  return { echos: counts.length, most: counts.reduce((most, count) => Math.max(most, count), 0) };
};

/** Bells that several workers of one process answer at once, until nothing is left. */
const workersBell = (workers: number, answer: (keys: readonly BellKey[]) => Promise<unknown>) => {
  let waiting: { readonly at: number; readonly keys: readonly BellKey[] }[] = [];
  let busy = 0;
  const take = () => {
    const due = waiting.find(({ at }) => at <= Date.now());
    if (due !== undefined) waiting = waiting.filter((one) => one !== due);
    return due;
  };
  const worker = async (): Promise<void> => {
    while (busy > 0 || waiting.length > 0) {
      const bell = take();
      if (bell === undefined) {
        await timeout(2);
        continue;
      }
      busy += 1;
      await answer(bell.keys).finally(() => {
        busy -= 1;
      });
    }
  };
  const ring: Bell['ring'] = async (keys, _lane, delay) => void waiting.push({ at: Date.now() + delay, keys });
  return { ring, drain: async () => void (await Promise.all(Array.from({ length: workers }, worker))) };
};

export type CountyOptions = {
  /** Instead of the virtual Alexa. */
  readonly channels?: Channels;
  /** What the Homes have, in turn. */
  readonly has?: readonly Has[];
  /** So many bells are answered at once; without it one. */
  readonly workers?: number;
  /** A table in memory instead of the embedded engine. */
  readonly inMemory?: true;
};

/** A county of so many Homes, each with one Resident: the embedded engine, the worker, and a virtual Alexa over HTTP. */
export const openCounty = async (
  people: number,
  { channels: others, has = HAS, workers, inMemory }: CountyOptions = {},
) => {
  const realNow = () => Date.now();
  const wait = async (ms: number): Promise<void> => void (await timeout(ms));
  const clock = demoClock(realNow, 0);
  const faults: string[] = [];
  const log: Log = (code, fields) => {
    if (fields?.fault !== undefined) faults.push(`${code} ${fields.fault}`);
  };
  let closeFolder = (): void => {};
  const dataDir = await new Promise<string>((resolve) => {
    void inTemporaryFolder(async (folder) => {
      resolve(folder);
      await new Promise<void>((done) => {
        closeFolder = done;
      });
    });
  });
  const memory = { table: memoryTable({ newWriteId: randomId }), clockSkew: () => 0, close: async () => {} };
  const local = inMemory === true ? memory : await localTable(dataDir, realNow);
  const counting = readsAndWrites(local.table);
  const stores = careStores(counting.table, realNow, log);
  await stores.councils.save(aCouncil());
  await inWaves(people, (n) => seedHome(stores, n, has));

  const port = await openPort(0);
  const { world, alexa } = await localAlexa({
    language: await readLanguage(),
    clock: clock.now,
    realNow,
    echos: Array.from({ length: people }, (_, n) => echoOf(n, has)).flatMap((echo) => echo ?? []),
    load: async () => undefined,
    invokeSkill: async () => ({ version: '1.0', response: {} }),
    apiEndpoint: () => port.url,
    refused: (why) => faults.push(why),
  });
  for (let n = 0; n < people; n += 1)
    if (has[n % has.length] === 'chiming')
      world.changeAccount(`amzn1.account.${numbered(n)}`, (account) => ({ ...account, notificationsOn: true }));
  const apis = alexaApis({ world, basePath: ALEXA_API_PATH, clients: localClients(KEYS) });
  port.serve(
    getRequestListener(async (request) => (await apis.handle(request)) ?? new Response(null, { status: 404 })),
  );

  const channels =
    others ?? localChannels({ keys: KEYS, baseUrl: port.url, sender: 'Harbour', clock: clock.now, realNow });
  const oneByOne = localBell({
    clock: clock.now,
    answer: (keys) => look(keys),
    onFault: (fault) => faults.push(String(fault)),
  });
  await oneByOne.pause();
  const bell = workers === undefined ? oneByOne : workersBell(workers, (keys) => look(keys));
  const edges = {
    table: counting.table,
    bell,
    clock: clock.now,
    realNow,
    log,
    council: 'harbour',
    newId: randomId,
    wait,
  };
  const look = wireLook({ ...edges, dispatchEpoch: '1', digest: sha256, channels, clockSkew: local.clockSkew });
  let from = { reads: 0, rows: 0, writes: 0 };
  return {
    stores,
    needs: {
      ...stores,
      clock: clock.now,
      newId: randomId,
      digest: sha256,
      ring: ringAlert({ bell, clock: clock.now }),
    },
    localIn: (hours: number) => localDateTime(clock.now() + hours * HOUR),
    drain: bell.drain,
    /** The minute bell: it finds what was set back and has no bell of its own. */
    tick: wireTick({ ...edges, dispatchEpoch: '1', clockSkew: local.clockSkew }),
    isReleasing: async (id: string) => (await stores.alerts.ofId('harbour', id))?.value.state === 'releasing',
    theAlert: async (id: string) => {
      const stored = await stores.alerts.ofId('harbour', id);
      if (stored === undefined) throw new Error('there is no such alert');
      return stored;
    },
    count: {
      start: () => {
        from = { reads: counting.reads(), rows: counting.rows(), writes: counting.writes() };
      },
      stop: () => ({
        reads: counting.reads() - from.reads,
        rows: counting.rows() - from.rows,
        writes: counting.writes() - from.writes,
      }),
    },
    alexa: {
      echo: alexa,
      announced: () => heardOn(world, 'announcement'),
      chimed: () => heardOn(world, 'chime'),
    },
    faults: faults as readonly string[],
    close: async () => {
      await port.close();
      await local.close();
      closeFolder();
    },
  };
};

export type County = Awaited<ReturnType<typeof openCounty>>;
