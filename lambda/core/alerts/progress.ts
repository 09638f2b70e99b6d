import type { DeliveryState } from '../delivery/delivery.ts';
import type { Alert } from './alert.ts';
import type { Results } from './alerts.ts';

/** What came of an Alert for one Resident; `not-tried` until there is a result. */
export type ResultState = Exclude<DeliveryState, 'waiting' | 'claimed'> | 'not-tried';

export const RESULT_STATES = [
  'acknowledged',
  'spoken',
  'shown',
  'sent',
  'uncertain',
  'held',
  'not-tried',
  'unreachable',
  'failed',
  'missed',
  'cancelled',
  'superseded',
  'expired',
  'removed',
] as const satisfies readonly ResultState[];

/**
 * How far an Alert has come. `counts` add up to `made`, the Deliveries made; each Resident is counted once, in the furthest state there
 * is evidence for (promise G13). `notQueued`: the release ended before it came to them.
 */
export type AlertProgress = {
  readonly people: number;
  readonly made: number;
  readonly notQueued: number;
  readonly counts: Readonly<Record<ResultState, number>>;
};

export const resultOf = (state: DeliveryState | undefined): ResultState =>
  state === undefined || state === 'waiting' || state === 'claimed' ? 'not-tried' : state;

const noCounts = (): Record<ResultState, number> => ({
  acknowledged: 0,
  spoken: 0,
  shown: 0,
  sent: 0,
  uncertain: 0,
  held: 0,
  'not-tried': 0,
  unreachable: 0,
  failed: 0,
  missed: 0,
  cancelled: 0,
  superseded: 0,
  expired: 0,
  removed: 0,
});

/** How many the Audience holds: the number approved, and once all chunks are made, the number that was found. */
const peopleOf = (alert: Alert): number =>
  alert.releasedAt === undefined && alert.corrects === undefined
    ? Math.max(alert.approval?.people ?? 0, alert.deliveries)
    : alert.deliveries;

/** Counts what came of an Alert so far, from its results. */
export const alertProgress =
  (needs: { readonly results: Results }) =>
  async (alert: Alert): Promise<AlertProgress> => {
    const counts = noCounts();
    let marked = 0;
    for (const chunk of (await needs.results.ofAlert(alert.council, alert.id)).values()) {
      for (const state of chunk.values()) {
        counts[resultOf(state)] += 1;
        marked += 1;
      }
    }
    // A result may be marked a moment before the release has counted its chunk.
    const made = Math.max(alert.deliveries, marked);
    counts['not-tried'] += made - marked;
    const people = Math.max(peopleOf(alert), made);
    return { people, made, notQueued: people - made, counts };
  };
