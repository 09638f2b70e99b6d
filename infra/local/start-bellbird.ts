import { getRequestListener } from '@hono/node-server';
import { type Clock, type Instant, SECOND } from '../../lambda/core/kernel/clock.ts';
import { faultName, type Log } from '../../lambda/core/kernel/log.ts';
import { type CareSystem, careSystem } from './care-system.ts';
import { type DemoClock, demoClock } from './clock/demo-clock.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { type DemoEcho, demoEchos } from './demo-council/demo-echos.ts';
import { DEMO_HOMES } from './demo-council/demo-homes.ts';
import { HARBOUR, HARBOUR_COUNTY_COUNCIL } from './demo-council/harbour-county-council.ts';
import { echoHomes } from './echo-homes.ts';
import { echoPage } from './echo-page/echo-page.ts';
import { openPort } from './http/listen.ts';
import { isThisMachine } from './http/loopback-only.ts';
import { routes } from './http/routes.ts';
import { skillDoor } from './http/skill-door.ts';
import { openLivingRoom } from './living-room/open-living-room.ts';
import { happenings } from './living-room/watch/happenings.ts';
import { type Watch, watchBellbird } from './living-room/watch/watch-bellbird.ts';
import { type Language, type LocalAlexa, localAlexa, readLanguage } from './local-alexa.ts';
import { localCarerMessages, localNotify } from './local-carer-messages.ts';
import { ALEXA_API_PATH, localChannels, localClients, localHomeEchos, localWake } from './local-channels.ts';
import { localConsole } from './local-console.ts';
import { localScreen } from './local-screen.ts';
import type { LocalSettings } from './local-settings.ts';
import { type LocalTable, localTable } from './local-table.ts';
import { minuteBell } from './minute-bell.ts';
import { PHRASES } from './phrases.ts';
import { LOCAL_SKILL_ID } from './skill-model.ts';
import { alexaApis } from './virtual-alexa/alexa-apis.ts';
import type { VirtualAlexa } from './virtual-alexa/virtual-alexa.ts';
import type { VirtualNotify } from './virtual-notify/virtual-notify.ts';

/** The whole system, running. `alexa`, `notify` and `goForward` are what its pages use, for tests that follow a journey. */
export type Bellbird = {
  readonly url: string;
  readonly alexa: VirtualAlexa;
  readonly notify: VirtualNotify;
  readonly now: Clock;
  readonly goForward: (to: Instant) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Machine = {
  readonly url: string;
  readonly folder: DataFolder;
  readonly local: LocalTable;
  readonly clock: DemoClock;
  readonly realNow: Clock;
  readonly log: Log;
  readonly watch: Watch;
};

const careOn = ({ url, folder, local, clock, realNow, log, watch }: Machine): CareSystem => {
  const { keys } = folder;
  const sender = HARBOUR_COUNTY_COUNCIL.name;
  const channels = watch.channels(localChannels({ keys, baseUrl: url, sender, clock: clock.now, realNow }));
  return careSystem({
    table: local.table,
    clockSkew: local.clockSkew,
    clock,
    realNow,
    keys,
    dispatchEpoch: folder.dispatchEpoch,
    log,
    channels: () => channels,
    carerMessages: localCarerMessages({ keys, baseUrl: url }),
    homeEchos: localHomeEchos({ keys, baseUrl: url, sender, clock: clock.now, realNow }),
    wakeSkill: localWake({ keys, baseUrl: url, sender, clock: clock.now, realNow }),
    alexaUrl: `${url}${ALEXA_API_PATH}`,
    watchBell: watch.bell,
  });
};

/** Residents who agreed to notifications in the Alexa app do so when the demo begins; afterwards the app's own word holds. */
const alexaOn = async (
  { url, folder, clock, realNow, log }: Machine,
  care: CareSystem,
  echos: readonly DemoEcho[],
  language: Language,
): Promise<LocalAlexa> => {
  const isNew = (await folder.readAlexa()) === undefined;
  const local = await localAlexa({
    language,
    clock: clock.now,
    realNow,
    echos,
    load: folder.readAlexa,
    save: folder.writeAlexa,
    invokeSkill: care.skill,
    apiEndpoint: () => `${url}${ALEXA_API_PATH}`,
    refused: (why) => log('skill.fault', { reason: why }),
  });
  const agreed = new Set(echos.filter((echo) => echo.notificationsOn).map((echo) => echo.accountId));
  if (isNew) for (const account of agreed) await local.alexa.setNotifications(account, true);
  return local;
};

/**
 * Starts the whole system on one port of this machine: table, clock and bells, skill, console with its sign-in, virtual
 * Alexa, pages. Throws a `StartProblem` for what whoever started it can mend.
 */
export const startBellbird = async (settings: LocalSettings, realNow: Clock, log: Log): Promise<Bellbird> => {
  const folder = await openDataFolder(settings.dataDir, settings.reset);
  const port = await openPort(settings.port);
  const { url } = port;
  const plain = await localTable(folder.tablePath, realNow).catch(async (problem: unknown) => {
    await port.close();
    throw problem;
  });
  const clock = demoClock(realNow, await folder.readAhead());
  const happened = happenings(clock.now);
  const watch = watchBellbird(happened);
  const local: LocalTable = { ...plain, table: watch.table(plain.table) };
  const machine: Machine = { url, folder, local, clock, realNow, log, watch };

  const care = careOn(machine);
  const notify = localNotify({ keys: folder.keys, clock: clock.now, realNow });
  await care.seed(`${url}${ALEXA_API_PATH}`);
  const echos = demoEchos(DEMO_HOMES, LOCAL_SKILL_ID);
  const language = await readLanguage();
  const { invocationName } = language;
  const { world, alexa } = await alexaOn(machine, care, echos, language);
  const pages = localConsole({
    ...machine,
    table: local.table,
    bell: care.bell,
    clock: clock.now,
    keys: folder.keys,
    dispatchEpoch: folder.dispatchEpoch,
  });
  const ticking = await minuteBell(care.tick, realNow, log);
  const closing = new AbortController();
  const alexasClock = setInterval(() => void alexa.passTime(), SECOND);
  watch.echos(alexa, echos);
  watch.begin();

  const goForward = async (to: Instant): Promise<void> => {
    await care.goForward(to, alexa.passTime);
    watch.clockMoved(to);
    await folder.writeAhead(clock.ahead());
  };
  const room = openLivingRoom({
    url,
    clock: clock.now,
    goForward,
    alexa,
    echos,
    readPage: care.stores.readPage,
    carers: care.stores.carers,
    notify,
    happenings: happened,
    invocationName,
    onFault: (fault) => log('console.fault', { kind: 'living-room', fault: faultName(fault) }),
    closing: closing.signal,
  });
  const route = routes({
    now: clock.now,
    goForward,
    isUp: async () => ({ table: (await care.stores.councils.ofId(HARBOUR)) !== undefined, clock: ticking.isRinging() }),
    skill: skillDoor({ skillId: LOCAL_SKILL_ID, invoke: care.skill }),
    echo: echoPage({
      virtualAlexa: alexa,
      homes: echoHomes(echos),
      phrases: PHRASES,
      invocationName,
      closing: closing.signal,
    }),
    screen: localScreen({ ...machine, table: local.table, stores: care.stores, clock: clock.now, keys: folder.keys }),
    livingRoom: room.answer,
    alexaApis: alexaApis({
      world,
      basePath: ALEXA_API_PATH,
      clients: localClients(folder.keys),
      tell: alexa.tellSkill,
      bringMessages: () => void alexa.passTime(),
    }).handle,
    notify: notify.handle,
    console: pages.answer,
  });
  const listener = getRequestListener(route);
  port.serve((request, response) => {
    const isSignIn = isThisMachine(request.headers.host) && pages.signIn(request, response);
    return isSignIn || listener(request, response);
  });

  const close = async (): Promise<void> => {
    ticking.stop();
    clearInterval(alexasClock);
    closing.abort();
    await room.close();
    await care.bell.pause();
    await port.close();
    await world.settle();
    await folder.writeAhead(clock.ahead());
    await local.close();
  };
  return { url, alexa, notify, now: clock.now, goForward, close };
};
