import {
  type BellKey,
  isAlertKey,
  isDeliveryKey,
  isHomeMirrorKey,
  isMirrorKey,
  isRoomsKey,
} from '../core/delivery/bell.ts';
import type { Delivered } from '../core/delivery/deliver.ts';
import type { DeliveryKey } from '../core/delivery/delivery.ts';
import { faultName, type Log } from '../core/kernel/log.ts';

type Needs = {
  readonly deliver: (keys: readonly DeliveryKey[]) => Promise<Delivered>;
  readonly lookAtAlert: (council: string, alertId: string) => Promise<void>;
  readonly lookAtMirror: (council: string, residentId: string) => Promise<unknown>;
  /** Absent: nothing is kept there. */
  readonly lookAtHomeMirror?: (council: string, homeId: string) => Promise<unknown>;
  /** Absent: the council manages no Echos. */
  readonly takeInRooms?: (council: string) => Promise<unknown>;
  readonly lookAtDuty: (council: string) => Promise<void>;
  readonly log: Log;
};

type Looked = { readonly kind: 'alert' | 'mirror' | 'home-mirror' | 'rooms' | 'duty'; readonly done: Promise<unknown> };

const nothing = Promise.resolve();

const lookAt = (needs: Needs, key: Exclude<BellKey, DeliveryKey>): Looked => {
  const { council } = key;
  if (isAlertKey(key)) return { kind: 'alert', done: needs.lookAtAlert(council, key.alertId) };
  if (isMirrorKey(key)) return { kind: 'mirror', done: needs.lookAtMirror(council, key.mirrorOf) };
  if (isHomeMirrorKey(key))
    return { kind: 'home-mirror', done: needs.lookAtHomeMirror?.(council, key.mirrorOfHome) ?? nothing };
  if (isRoomsKey(key)) return { kind: 'rooms', done: needs.takeInRooms?.(council) ?? nothing };
  return { kind: 'duty', done: needs.lookAtDuty(council) };
};

/**
 * Looks at what one bell names. Deliveries are told in groups; anything else that throws is logged and not counted as a failed
 * Delivery: its row still stands, so that the next tick looks again.
 */
export const lookAtKeys =
  (needs: Needs) =>
  async (keys: readonly BellKey[]): Promise<Delivered> => {
    for (const key of keys) {
      if (isDeliveryKey(key)) continue;
      const { kind, done } = lookAt(needs, key);
      await done.catch((fault: unknown) =>
        needs.log('tick.look-failed', { council: key.council, kind, fault: faultName(fault) }),
      );
    }
    const deliveries = keys.filter(isDeliveryKey);
    return deliveries.length === 0 ? { kind: 'delivered', claimed: 0, told: 0, failed: 0 } : needs.deliver(deliveries);
  };
