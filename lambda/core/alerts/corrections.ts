import type { Delivery } from '../delivery/delivery.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Alert } from './alert.ts';
import type { Alerts } from './alerts.ts';

/** The id of the nth correction of an Alert, from 1. There is a second one only after the first was itself stopped. */
export const correctionId = (alertId: string, number = 1): string =>
  number === 1 ? `${alertId}~correction` : `${alertId}~correction-${number}`;

/** The corrections of an Alert, the first one first; those after `before` and itself are left out. Strong reads. */
export const correctionsOf =
  (needs: { readonly alerts: Pick<Alerts, 'ofId'> }) =>
  async (council: string, alertId: string, before?: string): Promise<readonly Versioned<Alert>[]> => {
    const found: Versioned<Alert>[] = [];
    for (;;) {
      const id = correctionId(alertId, found.length + 1);
      const stored = id === before ? undefined : await needs.alerts.ofId(council, id);
      if (stored === undefined) return found;
      found.push(stored);
    }
  };

/** Whether the words themselves may have been heard or seen. A chime carries none, and what it announced was taken back since. */
export const mayHaveBeenHeard = (delivery: Delivery): boolean =>
  delivery.attempts.some(
    ({ channel, came }) => channel === 'smart-properties' && (came === 'sent' || came === 'unknown'),
  ) ||
  delivery.claim?.calling === true ||
  delivery.shownAt !== undefined ||
  delivery.readOutAt !== undefined ||
  delivery.spokenAt !== undefined ||
  delivery.acknowledged !== undefined;
