import type { Deliveries } from '../delivery/deliveries.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { faultName, type Log } from '../kernel/log.ts';
import type { Results } from './alerts.ts';
import { isResult } from './reconcile-alert.ts';

/**
 * Deliveries that mark the result of an Alert after each write that gave one. The Delivery is the truth: a mark that cannot be set
 * is logged, counted as not tried, and set by the reconciler.
 */
export const resultsKept = (deliveries: Deliveries, results: Results, log: Log): Deliveries => {
  const mark = async (delivery: Delivery): Promise<void> => {
    const { source, council, residentId, state } = delivery;
    if (source.kind !== 'alert' || !isResult(state)) return;
    try {
      await results.mark({ council, alertId: source.alertId, chunk: source.chunk }, residentId, state);
    } catch (fault) {
      log('alert.not-marked', { council, fault: faultName(fault) });
    }
  };
  return {
    ...deliveries,
    save: async (delivery) => {
      const saved = await deliveries.save(delivery);
      if (saved.kind === 'saved') await mark(delivery.value);
      return saved;
    },
  };
};
