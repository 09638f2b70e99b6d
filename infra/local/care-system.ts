import { setTimeout as timeout } from 'node:timers/promises';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { alexaReminders } from '../../lambda/adapters/alexa/echo-reminders.ts';
import { CHIMES_AT_ONCE } from '../../lambda/adapters/alexa/proactive-events-channel.ts';
import { accountHasher, echoHasher, idSealer } from '../../lambda/adapters/secrets/echo-ids.ts';
import { pairingSecrets } from '../../lambda/adapters/secrets/pairing-secrets.ts';
import { randomId } from '../../lambda/adapters/secrets/random-id.ts';
import { sha256 } from '../../lambda/adapters/secrets/sha256.ts';
import { shardsOf } from '../../lambda/adapters/table/shards.ts';
import type { Table } from '../../lambda/adapters/table/table.ts';
import type { Channels } from '../../lambda/core/delivery/channel.ts';
import type { CarerMessages } from '../../lambda/core/delivery/tell-carer.ts';
import type { HomeEchos } from '../../lambda/core/home-mirror/look-at-home.ts';
import type { Clock } from '../../lambda/core/kernel/clock.ts';
import { faultName, type Log } from '../../lambda/core/kernel/log.ts';
import { localDate } from '../../lambda/core/kernel/uk-time.ts';
import type { WakeSkill } from '../../lambda/core/reminders/look-at-mirror.ts';
import type { TurnTold } from '../../lambda/skill/needs.ts';
import { type CareStores, careStores } from '../../lambda/wiring/care-stores.ts';
import { wireLook } from '../../lambda/wiring/deliver.ts';
import { wireSkill } from '../../lambda/wiring/skill.ts';
import { wireTick } from '../../lambda/wiring/tick.ts';
import type { DemoClock } from './clock/demo-clock.ts';
import { goForward } from './clock/go-forward.ts';
import { type LocalBell, localBell } from './clock/local-bell.ts';
import { nextDueIn } from './clock/next-due.ts';
import { HARBOUR } from './demo-council/harbour-county-council.ts';
import { seedCouncil } from './demo-council/seed-council.ts';
import { topUp } from './demo-council/top-up.ts';
import { LOCAL_SKILL_ID } from './skill-model.ts';

export type CareEdges = {
  readonly table: Table;
  readonly clock: DemoClock;
  readonly realNow: Clock;
  readonly keys: { readonly hash: string; readonly seal: string };
  readonly dispatchEpoch: string;
  readonly log: Log;
  readonly clockSkew: () => number | undefined;
  /** Known late: the channels call an address that is known when the server listens. */
  readonly channels: () => Channels;
  /** Absent: Carers are told on their page only. */
  readonly carerMessages?: CarerMessages;
  /** Wakes the skill for an account, by the virtual Alexa. Absent, with `alexaUrl`: nothing is placed on Echos. */
  readonly wakeSkill?: WakeSkill;
  /** What is kept on the screens of Echos. Absent: nothing is. */
  readonly homeEchos?: HomeEchos;
  /** Where the Alexa APIs are, without a slash at the end. */
  readonly alexaUrl?: string;
  /** Watches the bells of this machine. */
  readonly watchBell?: (bell: LocalBell) => LocalBell;
  /** Told what each turn of speech came to. */
  readonly onOutcome?: (told: TurnTold) => void;
};

/** The functions of one council on one machine, sharing a table, a clock and bells in memory. */
export type CareSystem = {
  readonly stores: CareStores;
  readonly skill: (envelope: RequestEnvelope) => Promise<ResponseEnvelope>;
  readonly tick: () => Promise<unknown>;
  readonly bell: LocalBell;
  /** Moves the clock forward; what falls due on the way happens, and the diary is planned on. `alsoAt` is done at each moment on the way. */
  readonly goForward: (to: number, alsoAt?: () => Promise<void>) => Promise<void>;
  /** Writes the demo council, or plans the missing days of one that stands. */
  readonly seed: (apiEndpoint: string) => Promise<void>;
};

export const careSystem = (edges: CareEdges): CareSystem => {
  const { table, clock, realNow, log, keys, dispatchEpoch } = edges;
  const stores = careStores(table, realNow, log);
  const lateChannels: Channels = {
    'smart-properties': {
      name: 'smart-properties',
      atOnce: 100,
      send: (messages) => edges.channels()['smart-properties'].send(messages),
    },
    'proactive-events': {
      name: 'proactive-events',
      atOnce: CHIMES_AT_ONCE,
      send: (messages) => edges.channels()['proactive-events'].send(messages),
    },
  };
  const plainBell: LocalBell = localBell({
    clock: clock.now,
    answer: (keys) => look(keys),
    onFault: (fault) => log('deliver.fault', { fault: faultName(fault) }),
  });
  const bell = edges.watchBell?.(plainBell) ?? plainBell;
  const shared = {
    table,
    bell,
    clock: clock.now,
    realNow,
    log,
    council: HARBOUR,
    dispatchEpoch,
    newId: randomId,
    digest: sha256,
  };
  const messages = edges.carerMessages === undefined ? {} : { carerMessages: edges.carerMessages };
  const wait = async (ms: number): Promise<void> => void (await timeout(ms));
  const wake = edges.wakeSkill === undefined ? {} : { wakeSkill: edges.wakeSkill };
  const homeEchos = edges.homeEchos === undefined ? {} : { homeEchos: edges.homeEchos };
  const placing =
    edges.alexaUrl === undefined
      ? {}
      : {
          echoReminders: alexaReminders({ apiUrl: edges.alexaUrl, clock: clock.now }),
          hashAccount: accountHasher(keys.hash),
        };
  const look = wireLook({
    ...shared,
    ...messages,
    ...wake,
    ...homeEchos,
    wait,
    channels: lateChannels,
    clockSkew: edges.clockSkew,
  });
  const tick = wireTick({ ...shared, clockSkew: edges.clockSkew });
  const shards = async () => shardsOf(HARBOUR, await stores.councilOf(HARBOUR));
  const forward = goForward({ clock, bell, tick, nextDue: nextDueIn({ index: stores.dueIndex, shards }) });
  const planOn = () => topUp(stores, { today: localDate(clock.now()) });
  return {
    stores,
    skill: wireSkill({
      ...shared,
      skillId: LOCAL_SKILL_ID,
      hashEcho: echoHasher(keys.hash),
      sealIds: idSealer(keys.seal),
      pairingSecrets: pairingSecrets(keys.hash),
      ...placing,
      ...(edges.onOutcome === undefined ? {} : { onOutcome: edges.onOutcome }),
    }),
    tick,
    bell,
    goForward: async (to, alsoAt) => {
      await forward(to, alsoAt);
      await planOn();
    },
    seed: async (apiEndpoint) => {
      const now = clock.now();
      const pairing = {
        skillId: LOCAL_SKILL_ID,
        apiEndpoint,
        hashEcho: echoHasher(keys.hash),
        hashAccount: accountHasher(keys.hash),
        sealIds: idSealer(keys.seal),
      };
      await seedCouncil({ ...stores, ...pairing }, { startDate: localDate(now), now });
      await planOn();
    },
  };
};
