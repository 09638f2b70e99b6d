import { type BellKey, isAlertKey, isDeliveryKey, isDutyKey, isMirrorKey } from '../core/delivery/bell.ts';
import type { Delivered } from '../core/delivery/deliver.ts';
import type { DeliveryKey } from '../core/delivery/delivery.ts';
import { faultName, type Log } from '../core/kernel/log.ts';

type Needs = {
  readonly deliver: (keys: readonly DeliveryKey[]) => Promise<Delivered>;
  readonly lookAtAlert: (council: string, alertId: string) => Promise<void>;
  readonly lookAtMirror: (council: string, residentId: string) => Promise<unknown>;
  readonly lookAtDuty: (council: string) => Promise<void>;
  readonly log: Log;
};

/**
 * Looks at what one bell names. Deliveries are told in groups; an Alert, a mirror or a duty that throws is logged and not counted as a
 * failed Delivery: its row still stands, so that the next tick looks again.
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
    for (const { council } of keys.filter(isDutyKey)) {
      try {
        await needs.lookAtDuty(council);
      } catch (fault) {
        needs.log('tick.look-failed', { council, kind: 'duty', fault: faultName(fault) });
      }
    }
    const deliveries = keys.filter(isDeliveryKey);
    return deliveries.length === 0 ? { kind: 'delivered', claimed: 0, told: 0, failed: 0 } : needs.deliver(deliveries);
  };
