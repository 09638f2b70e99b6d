import type { Table } from '../adapters/table/table.ts';
import { askCallBack } from '../core/call-backs/ask-call-back.ts';
import type { ReadSource } from '../core/delivery/announcement.ts';
import type { Bell } from '../core/delivery/bell.ts';
import type { Channels } from '../core/delivery/channel.ts';
import type { TellRung } from '../core/delivery/climb.ts';
import { deliver } from '../core/delivery/deliver.ts';
import type { Reach } from '../core/delivery/deliver-needs.ts';
import type { Attempt } from '../core/delivery/delivery.ts';
import { nettedBell } from '../core/delivery/netted-bell.ts';
import { readDiarySource } from '../core/diary/read-diary-source.ts';
import type { Clock, Instant } from '../core/kernel/clock.ts';
import type { NewId } from '../core/kernel/ids.ts';
import type { Log } from '../core/kernel/log.ts';
import { localDate } from '../core/kernel/uk-time.ts';
import { holdsOn } from '../core/people/circle-of-care.ts';
import type { Resident } from '../core/people/resident.ts';
import { readReminderSource } from '../core/reminders/reminder-announcement.ts';
import { wording } from '../render/wording.ts';
import { answerBells, type BellRecord } from '../worker/answer-bells.ts';
import { type CareStores, careStores } from './care-stores.ts';

export type DeliverEdges = {
  readonly table: Table;
  readonly channels: Channels;
  readonly bell: Bell;
  readonly clock: Clock;
  readonly realNow: () => number;
  /** Undefined until the table has answered lately. */
  readonly clockSkew: () => number | undefined;
  readonly council: string;
  readonly newId: NewId;
  readonly log: Log;
};

const sourceReader = (stores: CareStores): ReadSource => {
  const reminder = readReminderSource(stores);
  const diary = readDiarySource(stores);
  return async (announcement) => {
    const { source } = announcement;
    return source.kind === 'reminder' ? reminder(announcement, source) : diary(announcement, source);
  };
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

/** A Carer whose place in the circle has ended is not told, and the page says so. */
const onCarersPage = (resident: Resident, carerId: string, at: Instant): Attempt =>
  resident.circle.some((member) => member.carerId === carerId && holdsOn(member, localDate(at)))
    ? { at, channel: 'carer-page', came: 'sent' }
    : { at, channel: 'carer-page', came: 'refused', reason: 'not-in-the-circle' };

/**
 * Climbing a rung. A Carer is told on their own page, where it stands first until somebody replies; the desk gets a
 * call-back. Neither is a promise that anybody has seen it (promise G13).
 */
const rungTeller = (stores: CareStores, edges: DeliverEdges): TellRung => {
  const ask = askCallBack({ callBacks: stores.callBacks, audit: stores.audit, clock: edges.clock, newId: edges.newId });
  return async (delivery, resident, rung) => {
    const at = edges.clock();
    if (rung.tell.kind === 'carer') return onCarersPage(resident, rung.tell.carerId, at);
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

/** Asks the table for its time when nothing has been heard of it lately, so that a cold start does not turn its first bell away. */
const skewAsked = (stores: CareStores, edges: DeliverEdges) => async (): Promise<number | undefined> => {
  const known = edges.clockSkew();
  if (known !== undefined) return known;
  await stores.councils.ofId(edges.council);
  return edges.clockSkew();
};

/** Everything that `deliver` needs, from the raw edges of one process. */
export const wireDeliver = (edges: DeliverEdges) => {
  const stores = careStores(edges.table, edges.realNow);
  return deliver({
    deliveries: stores.deliveries,
    setBack: (key, now) => stores.dueIndex.setBack({ kind: 'delivery', ...key, at: now }, now),
    readSource: sourceReader(stores),
    reach: reachIn(stores),
    channels: edges.channels,
    wording,
    tellRung: rungTeller(stores, edges),
    bell: nettedBell(edges.bell, edges.log),
    clock: edges.clock,
    clockSkew: skewAsked(stores, edges),
    newId: edges.newId,
    log: edges.log,
  });
};

/** Answers a batch of bells; returns the message ids that are to come again. */
export const wireAnswerBells = (
  edges: DeliverEdges,
): ((records: readonly BellRecord[]) => Promise<readonly string[]>) =>
  answerBells({ deliver: wireDeliver(edges), log: edges.log });
