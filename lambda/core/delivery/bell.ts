import type { Lane } from '../timetable/due.ts';
import type { DeliveryKey } from './delivery.ts';
import type { Handling } from './handling.ts';

/** The longest a bell can be delayed (Amazon SQS `DelaySeconds`), in milliseconds. */
export const LONGEST_BELL = 15 * 60_000;

/** What a bell may name: a Delivery, a mirror, or an Alert whose release, stop or expiry is to be looked at. */
export type AlertKey = { readonly council: string; readonly alertId: string };
/** What Bellbird keeps on the Echos of a Resident. */
export type MirrorBellKey = { readonly council: string; readonly mirrorOf: string };
/** What Bellbird keeps on the Echos of a Home by itself. */
export type HomeMirrorBellKey = { readonly council: string; readonly mirrorOfHome: string };
/** The list of the rooms of a council's property, which somebody wants read. */
export type RoomsBellKey = { readonly council: string; readonly rooms: 'list' };
/** The list of safety words of a council's duty, when something on it was not taken in time. */
export type DutyBellKey = { readonly council: string; readonly duty: true };
export type BellKey = DeliveryKey | AlertKey | MirrorBellKey | HomeMirrorBellKey | RoomsBellKey | DutyBellKey;

export const isAlertKey = (key: BellKey): key is AlertKey => 'alertId' in key;
export const isMirrorKey = (key: BellKey): key is MirrorBellKey => 'mirrorOf' in key;
export const isHomeMirrorKey = (key: BellKey): key is HomeMirrorBellKey => 'mirrorOfHome' in key;
export const isRoomsKey = (key: BellKey): key is RoomsBellKey => 'rooms' in key;
export const isDutyKey = (key: BellKey): key is DutyBellKey => 'duty' in key;
export const isDeliveryKey = (key: BellKey): key is DeliveryKey => 'residentId' in key;

/**
 * "Look at these keys", now or after a delay in milliseconds. A bell carries nothing else; it may be lost, doubled or
 * early, and the table is always asked again.
 */
export type Bell = { readonly ring: (keys: readonly BellKey[], lane: Lane, delay: number) => Promise<void> };

export const laneOf = (handling: Handling): Lane => (handling === 'urgent' ? 'urgent' : 'routine');
