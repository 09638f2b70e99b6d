import type { Deliveries } from '../delivery/deliveries.ts';
import type { Delivery, DeliveryState } from '../delivery/delivery.ts';
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

type Chunk = Parameters<Results['markMany']>[0];

/** Deliveries whose results are marked later and together. */
export type ResultsGathered = {
  readonly deliveries: Deliveries;
  /** Marks every result since the last time, in few requests; one that cannot be marked is logged, and set by the reconciler. */
  readonly mark: () => Promise<void>;
};

/**
 * The same for a worker that tells a chunk at once: its marks lie in one row, so they are set together when the looks are done. Nobody is told by
 * a mark: until then the counts say "not tried yet", and a worker that dies before leaves the same gap as one that dies between two writes.
 */
export const resultsGathered = (deliveries: Deliveries, results: Results, log: Log): ResultsGathered => {
  let gathered = new Map<string, { readonly at: Chunk; readonly states: Map<string, DeliveryState> }>();
  const gather = ({ source, council, residentId, state }: Delivery): void => {
    if (source.kind !== 'alert' || !isResult(state)) return;
    const at = { council, alertId: source.alertId, chunk: source.chunk };
    const which = JSON.stringify([at.council, at.alertId, at.chunk]);
    const found = gathered.get(which) ?? { at, states: new Map<string, DeliveryState>() };
    found.states.set(residentId, state);
    gathered.set(which, found);
  };
  return {
    deliveries: {
      ...deliveries,
      save: async (delivery) => {
        const saved = await deliveries.save(delivery);
        if (saved.kind === 'saved') gather(delivery.value);
        return saved;
      },
    },
    mark: async () => {
      const all = [...gathered.values()];
      gathered = new Map();
      await Promise.all(
        all.map(async ({ at, states }) => {
          try {
            await results.markMany(at, states);
          } catch (fault) {
            log('alert.not-marked', { council: at.council, count: states.size, fault: faultName(fault) });
          }
        }),
      );
    },
  };
};
