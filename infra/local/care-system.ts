import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { echoHasher, idSealer } from '../../lambda/adapters/secrets/echo-ids.ts';
import { pairingSecrets } from '../../lambda/adapters/secrets/pairing-secrets.ts';
import { randomId } from '../../lambda/adapters/secrets/random-id.ts';
import { shardsOf } from '../../lambda/adapters/table/shards.ts';
import type { Table } from '../../lambda/adapters/table/table.ts';
import type { Channels } from '../../lambda/core/delivery/channel.ts';
import type { Clock } from '../../lambda/core/kernel/clock.ts';
import { faultName, type Log } from '../../lambda/core/kernel/log.ts';
import { localDate } from '../../lambda/core/kernel/uk-time.ts';
import type { TurnTold } from '../../lambda/skill/needs.ts';
import { type CareStores, careStores } from '../../lambda/wiring/care-stores.ts';
import { wireDeliver } from '../../lambda/wiring/deliver.ts';
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
  readonly log: Log;
  readonly clockSkew: () => number | undefined;
  /** Known late: the channels call an address that is known when the server listens. */
  readonly channels: () => Channels;
  /** Told what each turn of speech came to. */
  readonly onOutcome?: (told: TurnTold) => void;
};

/** The functions of one council on one machine, sharing a table, a clock and bells in memory. */
export type CareSystem = {
  readonly stores: CareStores;
  readonly skill: (envelope: RequestEnvelope) => Promise<ResponseEnvelope>;
  readonly tick: () => Promise<unknown>;
  readonly bell: LocalBell;
  /** Moves the clock forward; what falls due on the way happens, and the diary is planned on. */
  readonly goForward: (to: number) => Promise<void>;
  /** Writes the demo council, or plans the missing days of one that stands. */
  readonly seed: (apiEndpoint: string) => Promise<void>;
};

export const careSystem = (edges: CareEdges): CareSystem => {
  const { table, clock, realNow, log, keys } = edges;
  const stores = careStores(table, realNow);
  const lateChannels: Channels = {
    'smart-properties': {
      name: 'smart-properties',
      atOnce: 100,
      send: (messages) => edges.channels()['smart-properties'].send(messages),
    },
    'proactive-events': {
      name: 'proactive-events',
      atOnce: 1,
      send: (messages) => edges.channels()['proactive-events'].send(messages),
    },
  };
  const bell: LocalBell = localBell({
    clock: clock.now,
    answer: (deliveries) => deliver(deliveries),
    onFault: (fault) => log('deliver.fault', { fault: faultName(fault) }),
  });
  const shared = { table, bell, clock: clock.now, realNow, log, council: HARBOUR, newId: randomId };
  const deliver = wireDeliver({ ...shared, channels: lateChannels, clockSkew: edges.clockSkew });
  const tick = wireTick(shared);
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
      ...(edges.onOutcome === undefined ? {} : { onOutcome: edges.onOutcome }),
    }),
    tick,
    bell,
    goForward: async (to) => {
      await forward(to);
      await planOn();
    },
    seed: async (apiEndpoint) => {
      const now = clock.now();
      const pairing = {
        skillId: LOCAL_SKILL_ID,
        apiEndpoint,
        hashEcho: echoHasher(keys.hash),
        sealIds: idSealer(keys.seal),
      };
      await seedCouncil({ ...stores, ...pairing }, { startDate: localDate(now), now });
      await planOn();
    },
  };
};
