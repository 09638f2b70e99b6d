import assert from 'node:assert/strict';
import { serve } from '@hono/node-server';
import { careSystem } from '../../infra/local/care-system.ts';
import { demoClock } from '../../infra/local/clock/demo-clock.ts';
import { HARBOUR } from '../../infra/local/demo-council/harbour-county-council.ts';
import { type Language, localAlexa, readLanguage } from '../../infra/local/local-alexa.ts';
import {
  ALEXA_API_PATH,
  localChannels,
  localClients,
  localHomeEchos,
  localWake,
} from '../../infra/local/local-channels.ts';
import { LOCAL_SKILL_ID } from '../../infra/local/skill-model.ts';
import { alexaApis } from '../../infra/local/virtual-alexa/alexa-apis.ts';
import { remindersOf } from '../../infra/local/virtual-alexa/reminders.ts';
import { alexaIds, type VirtualEcho } from '../../infra/local/virtual-alexa/virtual-echo.ts';
import { memoryTable } from '../../lambda/adapters/memory/memory-table.ts';
import { accountHasher, echoHasher, idSealer } from '../../lambda/adapters/secrets/echo-ids.ts';
import { announce } from '../../lambda/core/delivery/announce.ts';
import type { LogCode, LogFields } from '../../lambda/core/kernel/log.ts';
import { instantOf } from '../../lambda/core/kernel/uk-time.ts';
import type { SpeakingLevel } from '../../lambda/core/pairing/echo.ts';
import { changeReminder } from '../../lambda/core/reminders/change-reminder.ts';
import { mirrorsKept } from '../../lambda/core/reminders/mirrors-kept.ts';
import { type Placement, placementOf } from '../../lambda/core/reminders/placement.ts';
import type { Reminder } from '../../lambda/core/reminders/reminder.ts';
import { copyWords } from '../../lambda/render/copy-words.ts';
import { aCarer, aHome, anEcho, aResident } from './builders/people.ts';
import { aReminder } from './builders/things-told.ts';
import { countingIds } from './counting-ids.ts';
import { aCouncil } from './skill-home.ts';

export const KITCHEN: VirtualEcho = {
  echoId: 'kitchen',
  accountId: 'bill',
  kind: 'consumer',
  label: 'Bill, kitchen',
  screen: false,
};

const KEYS = {
  hash: 'hash',
  seal: 'seal',
  client: 'client+&',
  signIn: { privateKey: '', kid: '' },
  notify: 'notify',
};

let language: Promise<Language> | undefined;

export type PlacingSetUp = {
  readonly at?: string;
  readonly level?: SpeakingLevel;
  readonly reminders?: readonly Reminder[];
  /** Bill does not live alone: nobody is offered a routine. */
  readonly withRosa?: true;
  readonly mayRemind?: true;
  /** The Echo has a screen. */
  readonly withScreen?: true;
};

/**
 * Bill's home with one consumer Echo: the whole system over a table in memory, and the virtual Alexa on loopback. The clock stands
 * until it is moved; nothing is said unless the test says it.
 */
export const placingHome = async (setUp: PlacingSetUp = {}) => {
  const begin = instantOf(setUp.at ?? '2026-11-24T10:00');
  const clock = demoClock(() => begin, 0);
  const logged: { code: LogCode; fields: LogFields }[] = [];
  const log = (code: LogCode, fields: LogFields = {}): void => void logged.push({ code, fields });
  const table = memoryTable({ newWriteId: countingIds('write') });
  const address = Promise.withResolvers<number>();
  let answer = async (_request: Request): Promise<Response> => new Response(null, { status: 503 });
  const server = serve({ fetch: (request) => answer(request), port: 0, hostname: '127.0.0.1' }, ({ port }) =>
    address.resolve(port),
  );
  const baseUrl = `http://127.0.0.1:${await address.promise}`;
  const alexaUrl = `${baseUrl}${ALEXA_API_PATH}`;
  const needs = {
    keys: KEYS as unknown as Parameters<typeof localChannels>[0]['keys'],
    baseUrl,
    sender: 'Harbour County Council',
    clock: clock.now,
    realNow: clock.now,
  };
  const channels = localChannels(needs);
  const care = careSystem({
    table,
    clock,
    realNow: clock.now,
    keys: KEYS,
    dispatchEpoch: '1',
    log,
    clockSkew: () => 0,
    channels: () => channels,
    wakeSkill: localWake(needs),
    homeEchos: localHomeEchos(needs),
    alexaUrl,
  });
  await care.bell.pause();
  language ??= readLanguage();
  const refusals: string[] = [];
  const { alexa, world } = await localAlexa({
    language: await language,
    clock: clock.now,
    realNow: clock.now,
    echos: [{ ...KITCHEN, screen: setUp.withScreen === true }],
    load: async () => undefined,
    invokeSkill: care.skill,
    apiEndpoint: () => alexaUrl,
    refused: (why) => refusals.push(why),
  });
  let isLossy = false;
  const underWay: Promise<void>[] = [];
  const apis = alexaApis({
    world,
    basePath: ALEXA_API_PATH,
    clients: localClients(needs.keys),
    giveUpAfterMs: 5,
    tell: (account, event) => {
      if (!isLossy) alexa.tellSkill(account, event);
    },
    bringMessages: () => {
      if (isLossy) world.changeMessages(() => []);
      else underWay.push(alexa.passTime());
    },
  });
  answer = async (request) => (await apis.handle(request)) ?? new Response(null, { status: 404 });

  const ids = alexaIds(LOCAL_SKILL_ID, KITCHEN);
  const hash = echoHasher(KEYS.hash)(ids);
  const residents = setUp.withRosa === undefined ? ['bill'] : ['bill', 'rosa'];
  const { stores } = care;
  const of = { council: HARBOUR };
  await stores.councils.save(aCouncil({ id: HARBOUR }));
  for (const id of residents) await stores.residents.save({ value: aResident({ ...of, id }), version: 0 });
  await stores.homes.save({ value: aHome({ ...of, residents, echos: [hash] }), version: 0 });
  await stores.echos.save({
    value: anEcho({
      ...of,
      hash,
      residents,
      kind: 'consumer',
      speakingLevel: setUp.level ?? 'open',
      sealedIds: idSealer(KEYS.seal)(ids),
      apiEndpoint: alexaUrl,
      account: accountHasher(KEYS.hash)(ids.userId),
    }),
    version: 0,
  });
  for (const reminder of setUp.reminders ?? [])
    await stores.reminders.save({ value: { ...reminder, ...of }, version: 0 });
  if (setUp.mayRemind === true) await alexa.setReminders('bill', true);

  const kept = { ...stores, ...mirrorsKept(stores, { bell: care.bell, clock: clock.now }) };
  const carerNeeds = {
    ...kept,
    announce: announce({ deliveries: stores.deliveries, bell: care.bell, clock: clock.now }),
    clock: clock.now,
    newId: countingIds('rem'),
  };
  const bill = async () => (await stores.residents.ofId(HARBOUR, 'bill'))?.value ?? assert.fail();
  const request = async () => ({
    acting: { kind: 'carer' as const, carer: aCarer({ council: HARBOUR }) },
    resident: await bill(),
    canReply: true,
  });

  /** Lets what is under way come to an end: bells, messages, events. */
  const settle = async (): Promise<void> => {
    for (let n = 0; n < 4; n += 1) {
      await care.bell.drain();
      await Promise.all(underWay.splice(0));
      await alexa.passTime();
    }
  };
  const pass = async (minutes: number): Promise<void> => {
    const to = clock.now() + minutes * 60_000;
    await care.goForward(to, alexa.passTime);
    await care.bell.pause();
    await settle();
  };
  const say = async (words: string) => {
    const turn = await alexa.say('kitchen', words);
    await settle();
    return turn.spoken;
  };
  const mirror = async () => (await stores.mirrors.ofResident(HARBOUR, 'bill'))?.value;
  const remindersKnown = () => stores.reminders.ofResident(HARBOUR, 'bill');
  const placement = async (id = 'rem'): Promise<Placement | undefined> => {
    const reminder = (await remindersKnown()).find((one) => one.id === id);
    const echo = (await stores.echos.ofHash(HARBOUR, hash))?.value;
    return reminder === undefined
      ? undefined
      : placementOf(
          {
            reminder,
            resident: await bill(),
            echos: echo === undefined ? [] : [echo],
            mirror: await mirror(),
            now: clock.now(),
          },
          copyWords,
        );
  };
  return {
    alexa,
    world,
    apis,
    care,
    stores,
    kept,
    carerNeeds,
    request,
    clock,
    hash,
    logged,
    refusals,
    say,
    silence: async () => {
      const turn = await alexa.silence('kitchen');
      await settle();
      return turn.spoken;
    },
    settle,
    pass,
    mirror,
    placement,
    remindersKnown,
    /** Messages and events are lost from now on, or come again. */
    loses: (is: boolean) => {
      isLossy = is;
    },
    /** What rings on the Echo: its texts and rules. */
    onEcho: () =>
      remindersOf(world, 'bill')
        .map(({ reminder }) => reminder)
        .filter(({ status }) => status === 'ON'),
    heard: () => alexa.view('kitchen').recent.map(({ happening }) => happening),
    changeTime: async (id: string, time: string) => {
      const reminder = (await remindersKnown()).find((one) => one.id === id) ?? assert.fail();
      const { recurrence } = reminder;
      assert.ok(recurrence.kind !== 'once' && recurrence.kind !== 'every-n-hours');
      const wanted = {
        label: reminder.label,
        recurrence: { ...recurrence, time },
        ladder: [],
        quietHoursConfirmed: true,
      };
      const outcome = await changeReminder(carerNeeds)(
        { ...(await request()), reminderId: id, act: reminder.lastAct.number },
        wanted,
      );
      await settle();
      return outcome.kind;
    },
    close: () => void server.close(),
  };
};

export type PlacingHome = Awaited<ReturnType<typeof placingHome>>;

export const inPlacingHome = async (setUp: PlacingSetUp, use: (home: PlacingHome) => Promise<void>): Promise<void> => {
  const home = await placingHome(setUp);
  try {
    await use(home);
  } finally {
    home.close();
  }
};

/** Not daily, so that it is asked as a copy and never as a routine. */
export const aWeekdayReminder = (time = '12:00', more: Partial<Reminder> = {}): Reminder =>
  aReminder(`2026-11-25T${time}`, {
    recurrence: { kind: 'weekdays', time, from: '2026-11-24' },
    ...more,
  });
