import type { Deliveries } from '../delivery/deliveries.ts';
import { type Delivery, type DeliveryKey, deliveryId } from '../delivery/delivery.ts';
import { localDateTime } from '../kernel/uk-time.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Alert } from './alert.ts';

/** The key of what an Alert owes to one Resident; undefined before it is approved. */
export const alertDeliveryKey = (alert: Alert, residentId: string): DeliveryKey | undefined => {
  const { approval, council, content } = alert;
  if (approval === undefined) return undefined;
  const source = { kind: 'alert', alertId: alert.id, hash: approval.hash, mode: content.mode, chunk: 0 } as const;
  return { council, residentId, id: deliveryId(localDateTime(approval.startsAt), source) };
};

/** What an Alert owes to one Resident, read strongly; undefined when nothing was made. */
export const deliveryOfAlert =
  (needs: { readonly deliveries: Pick<Deliveries, 'ofKey'> }) =>
  async (alert: Alert, residentId: string): Promise<Versioned<Delivery> | undefined> => {
    const key = alertDeliveryKey(alert, residentId);
    return key === undefined ? undefined : needs.deliveries.ofKey(key);
  };
