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
  readonly log: Log;
};

/**
 * Looks at what one bell names. Deliveries are told in groups; an Alert or a mirror that throws is logged and not counted as a
 * failed Delivery: its row stands in the due index, so that the next tick looks again.
 */
export const lookAtKeys =
  (needs: Needs) =>
  async (keys: readonly BellKey[]): Promise<Delivered> => {
    for (const { council, alertId } of keys.filter(isAlertKey)) {
      try {
        await needs.lookAtAlert(council, alertId);
      } catch (fault) {
        needs.log('tick.look-failed', { council, kind: 'alert', fault: faultName(fault) });
      }
    }
    for (const { council, mirrorOf } of keys.filter(isMirrorKey)) {
      try {
        await needs.lookAtMirror(council, mirrorOf);
      } catch (fault) {
        needs.log('tick.look-failed', { council, kind: 'mirror', fault: faultName(fault) });
      }
    }
    for (const { council, mirrorOfHome } of keys.filter(isHomeMirrorKey)) {
      try {
        await needs.lookAtHomeMirror?.(council, mirrorOfHome);
      } catch (fault) {
        needs.log('tick.look-failed', { council, kind: 'home-mirror', fault: faultName(fault) });
      }
    }
    for (const { council } of keys.filter(isRoomsKey)) {
      try {
        await needs.takeInRooms?.(council);
      } catch (fault) {
        needs.log('tick.look-failed', { council, kind: 'rooms', fault: faultName(fault) });
      }
    }
    const deliveries = keys.filter(isDeliveryKey);
    return deliveries.length === 0 ? { kind: 'delivered', claimed: 0, told: 0, failed: 0 } : needs.deliver(deliveries);
  };
