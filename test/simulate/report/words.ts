import type { StoredItem } from '../../../lambda/adapters/table/table.ts';
import type { Alert } from '../../../lambda/core/alerts/alert.ts';
import {
  type BellKey,
  isAlertKey,
  isDeliveryKey,
  isDutyKey,
  isHomeMirrorKey,
  isMirrorKey,
} from '../../../lambda/core/delivery/bell.ts';
import type { Message } from '../../../lambda/core/delivery/channel.ts';
import type { Delivery } from '../../../lambda/core/delivery/delivery.ts';
import type { Echo } from '../../../lambda/core/pairing/echo.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import type { Reminder } from '../../../lambda/core/reminders/reminder.ts';
import type { Telling } from '../people/world.ts';

/** `24 10:03:12.512`: the day of the month and the time, in UTC. */
export const clockWords = (at: number): string => new Date(at).toISOString().slice(8, 23).replace('T', ' ');

const dueWords = (item: StoredItem): string =>
  item.due === undefined ? 'waits for nothing' : `looked at again ${clockWords(item.due.at)}`;

const deliveryWords = (delivery: Delivery): string => {
  const { residentId, id, state, reason, claim, again, attempts } = delivery;
  const parts = [
    `the Delivery ${residentId} ${id}: ${state}`,
    ...(reason === undefined ? [] : [`(${reason})`]),
    ...(claim === undefined
      ? []
      : [`claim ${claim.token} until ${clockWords(claim.until)}${claim.calling ? ', calling' : ''}`]),
    ...(again > 0 ? [`again ${again}`] : []),
    ...(attempts.length > 0 ? [`attempts ${attempts.map(({ came }) => came).join(' ')}`] : []),
  ];
  return parts.join(' ');
};

const alertWords = ({ id, state, chunks, deliveries, stop }: Alert): string =>
  `the Alert ${id}: ${state}, ${chunks} chunks, ${deliveries} Deliveries${stop === undefined ? '' : `, stop walked ${stop.walked}`}`;

/** What was written, in the words of the house. */
export const writtenWords = (item: StoredItem): string => {
  const body: unknown = item.body;
  const version = `(version ${item.version})`;
  switch (item.kind) {
    case 'delivery':
      return `${deliveryWords(body as Delivery)} ${version}, ${dueWords(item)}`;
    case 'alert':
      return `${alertWords(body as Alert)} ${version}, ${dueWords(item)}`;
    case 'reminder': {
      const { id, state, next } = body as Reminder;
      return `the Reminder ${id}: ${state}, next ${next?.local ?? 'never'} ${version}`;
    }
    case 'resident': {
      const { id, presence, consent, isPractice } = body as Resident;
      return `the Resident ${id}: ${presence.kind}, consent ${consent.state}${isPractice ? ', practice' : ''}`;
    }
    case 'echo': {
      const { hash, state, linkVersion } = body as Echo;
      return `the Echo ${hash}: ${state}, link ${linkVersion}`;
    }
    default:
      return `${item.kind} ${item.key.sk}`;
  }
};

export const bellWords = (keys: readonly BellKey[]): string =>
  keys
    .map((key) => {
      if (isAlertKey(key)) return key.alertId;
      if (isDutyKey(key)) return 'duty';
      if (isHomeMirrorKey(key)) return `mirror of ${key.mirrorOfHome}`;
      if (isMirrorKey(key)) return `mirror ${key.mirrorOf}`;
      return isDeliveryKey(key) ? `${key.residentId} ${key.id}` : 'the list of rooms';
    })
    .join('; ');

export const callWords = (
  { echo, reference, speech }: Message,
  came: Telling['came'],
  fate: string | undefined,
): string =>
  `CALL for ${echo.hash} (${echo.kind}) ${reference}: the Echo ${came === 'nothing' ? 'does nothing' : came}${
    fate === undefined ? '' : `; answer: ${fate}`
  }; "${speech.slice(0, 60)}"`;
