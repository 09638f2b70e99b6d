import { gatheredReads } from '../adapters/table/gathered-reads.ts';
import type { Table } from '../adapters/table/table.ts';
import type { Digest } from '../core/alerts/alerts.ts';
import { resultsGathered } from '../core/alerts/results-kept.ts';
import { askCallBack } from '../core/call-backs/ask-call-back.ts';
import type { Bell } from '../core/delivery/bell.ts';
import type { Channels } from '../core/delivery/channel.ts';
import type { TellRung } from '../core/delivery/climb.ts';
import { type Delivered, deliver } from '../core/delivery/deliver.ts';
import type { DeliverNeeds, Reach } from '../core/delivery/deliver-needs.ts';
import type { DeliveryKey } from '../core/delivery/delivery.ts';
import { nettedBell } from '../core/delivery/netted-bell.ts';
import { paceOf } from '../core/delivery/pace.ts';
import { type CarerMessages, tellCarer } from '../core/delivery/tell-carer.ts';
import { homeMirrorsKept } from '../core/home-mirror/home-mirrors-kept.ts';
import type { HomeEchos } from '../core/home-mirror/look-at-home.ts';
import type { Clock } from '../core/kernel/clock.ts';
import type { NewId } from '../core/kernel/ids.ts';
import type { Log } from '../core/kernel/log.ts';
import { type LiveProperty, takeInRooms } from '../core/pairing/room-list.ts';
import { lookAtMirror, type WakeSkill } from '../core/reminders/look-at-mirror.ts';
import { ringsItself } from '../core/reminders/rings-itself.ts';
import { tellUnplaced } from '../core/reminders/tell-unplaced.ts';
import { tellOnward } from '../core/safeguarding/tell-onward.ts';
import { readDispatch } from '../core/timetable/restored.ts';
import { carerWording, unplacedWording } from '../render/carer-wording.ts';
import { onwardWording } from '../render/onward-wording.ts';
import { wording } from '../render/wording.ts';
import { answerBells, type BellRecord } from '../worker/answer-bells.ts';
import { fencedLook } from '../worker/fenced.ts';
import { lookAtKeys } from '../worker/look-at-keys.ts';
import { type CareStores, careStores } from './care-stores.ts';
import { wireLookAtAlert } from './look-at-alert.ts';
import { wireLookAtHome } from './look-at-home.ts';
import { mirrorNeeds } from './mirror-needs.ts';
import { maySendAsked, sendingAsked } from './sending-asked.ts';
import { skewAsked } from './skew-asked.ts';
import { sourceReader } from './source-reader.ts';

export type DeliverEdges = {
  readonly table: Table;
  readonly channels: Channels;
  /** Absent: Carers are told on their page only. */
  readonly carerMessages?: CarerMessages;
  /** Absent: copies on Echos are not changed from afar. */
  readonly wakeSkill?: WakeSkill;
  /** Absent: nothing is kept on the screens of Echos. */
  readonly homeEchos?: HomeEchos;
  /** Absent: the council manages no Echos. */
  readonly property?: LiveProperty | undefined;
  readonly bell: Bell;
  readonly clock: Clock;
  readonly realNow: () => number;
  /** Waits so many milliseconds of real time. */
  readonly wait: (ms: number) => Promise<void>;
  /** Undefined until the table has answered lately. */
  readonly clockSkew: () => number | undefined;
  readonly council: string;
  /** Outside the table: while the council's own epoch is another, nothing is dispatched. */
  readonly dispatchEpoch: string;
  readonly newId: NewId;
  readonly digest: Digest;
  readonly log: Log;
};

/** The Resident and the Home's Echos, all read strongly. */
const reachIn =
  (stores: CareStores): Reach =>
  async (council, residentId) => {
    const resident = await stores.residents.ofId(council, residentId, { strong: true });
    if (resident === undefined) return undefined;
    const home = await stores.homes.ofId(council, resident.value.homeId);
    const echos = await Promise.all(
      (home?.value.echos ?? []).map((hash) => stores.echos.ofHash(council, hash, { strong: true })),
    );
    return { resident: resident.value, echos: echos.flatMap((echo) => (echo === undefined ? [] : [echo.value])) };
  };

/**
 * Climbing a rung. A Carer is told on their own page, where it stands first until somebody replies, and by text or e-mail;
 * the desk gets a call-back. Neither is a promise that anybody has seen it (promise G13).
 */
const rungTeller = (stores: CareStores, edges: Omit<DeliverEdges, 'dispatchEpoch'>): TellRung => {
  const ask = askCallBack({ callBacks: stores.callBacks, audit: stores.audit, clock: edges.clock, newId: edges.newId });
  const tell = tellCarer({ ...stores, ...edges, messages: edges.carerMessages, wording: carerWording });
  return async (delivery, resident, rung) => {
    const at = edges.clock();
    if (rung.tell.kind === 'carer') return tell(delivery, resident, rung.tell.carerId);
    const council = await stores.councilOf(resident.council);
    const asked = await ask({
      council,
      residentId: delivery.residentId,
      origin: 'no-reply',
      by: { kind: 'system', id: 'ladder' },
    });
    switch (asked.kind) {
      case 'call-asked':
      case 'call-already-asked':
        return { at, channel: 'desk', came: 'sent' };
      case 'nobody-rings-back':
      case 'try-again':
        return { at, channel: 'desk', came: 'refused', reason: asked.kind };
    }
  };
};

const mirrorLooker = (stores: CareStores, { wakeSkill, clock, log, carerMessages }: DeliverEdges) => {
  const look = lookAtMirror({
    ...mirrorNeeds(stores, clock),
    echosOf: async (council, hashes) => {
      const echos = await Promise.all(hashes.map((hash) => stores.echos.ofHash(council, hash, { strong: true })));
      return echos.flatMap((echo) => (echo === undefined ? [] : [echo.value]));
    },
    wakeSkill: wakeSkill ?? (async () => 'refused'),
    log,
  });
  const tell = tellUnplaced({
    ...mirrorNeeds(stores, clock),
    carers: stores.carers,
    reach: reachIn(stores),
    unplacedWords: unplacedWording,
    messages: carerMessages,
    log,
  });
  return async (council: string, residentId: string) => {
    await tell({ council, residentId });
    return look({ council, residentId });
  };
};

const dutyLooker = (stores: CareStores, { carerMessages, clock, log }: DeliverEdges) =>
  tellOnward({
    modes: stores.safetyModes,
    entries: stores.dutyEntries,
    messages: carerMessages,
    wording: onwardWording,
    clock,
    log,
  });

/** Everything that `deliver` needs, from the raw edges of one process. */
export const wireDeliver = (edges: Omit<DeliverEdges, 'dispatchEpoch'>) => {
  const stores = careStores(gatheredReads(edges.table), edges.realNow, edges.log);
  const bell = nettedBell(edges.bell, edges.log);
  const { clock } = edges;
  const told =
    edges.homeEchos === undefined
      ? stores.plainDeliveries
      : homeMirrorsKept({ ...stores, deliveries: stores.plainDeliveries }, { bell, clock }).deliveries;
  const needs: Omit<DeliverNeeds, 'deliveries'> = {
    maySend: maySendAsked(sendingAsked(stores, edges)),
    setBack: (key, now) => stores.dueIndex.setBack({ kind: 'delivery', ...key, at: now }, now),
    readSource: sourceReader(stores, edges.digest),
    reach: reachIn(stores),
    ringsItself: ringsItself(mirrorNeeds(stores, edges.clock)),
    channels: edges.channels,
    pace: paceOf(edges),
    wording,
    tellRung: rungTeller(stores, edges),
    bell,
    clock,
    clockSkew: skewAsked(stores, edges),
    newId: edges.newId,
    log: edges.log,
  };
  return async (keys: readonly DeliveryKey[]): Promise<Delivered> => {
    const gathered = resultsGathered(told, stores.results, edges.log);
    try {
      return await deliver({ ...needs, deliveries: gathered.deliveries })(keys);
    } finally {
      await gathered.mark();
    }
  };
};

/** Looks at whatever bells may name, Deliveries and Alerts, unless the council is fenced after a restore. */
export const wireLook = (edges: DeliverEdges) => {
  const stores = careStores(edges.table, edges.realNow, edges.log);
  const { council, dispatchEpoch: epoch, log, homeEchos, property, clock } = edges;
  const bell = nettedBell(edges.bell, log);
  const kept = homeEchos === undefined ? {} : homeMirrorsKept(stores, { bell, clock });
  const readSource = sourceReader(stores, edges.digest);
  return fencedLook({
    council,
    dispatch: () => readDispatch({ councils: stores.councils, council, epoch }),
    look: lookAtKeys({
      deliver: wireDeliver(edges),
      lookAtMirror: mirrorLooker(stores, edges),
      lookAtDuty: dutyLooker(stores, edges),
      lookAtAlert: wireLookAtAlert({ ...stores, ...kept }, { ...edges, bell }),
      ...(property === undefined ? {} : { takeInRooms: takeInRooms({ lists: stores.roomLists, property, clock }) }),
      ...(homeEchos === undefined
        ? {}
        : { lookAtHomeMirror: wireLookAtHome(stores, { ...edges, ...homeEchos, readSource }) }),
      log,
    }),
    log,
  });
};

/** Answers a batch of bells; returns the message ids that are to come again. */
export const wireAnswerBells = (
  edges: DeliverEdges,
): ((records: readonly BellRecord[]) => Promise<readonly string[]>) =>
  answerBells({ look: wireLook(edges), log: edges.log });
