import { lookAtAlert } from '../core/alerts/look-at-alert.ts';
import type { Bell } from '../core/delivery/bell.ts';
import { isClockTrusted } from '../core/delivery/deliver.ts';
import { type Clock, SECOND } from '../core/kernel/clock.ts';
import type { Log } from '../core/kernel/log.ts';
import type { CareStores } from './care-stores.ts';
import { maySendAsked, sendingAsked } from './sending-asked.ts';
import { skewAsked } from './skew-asked.ts';

/** A look goes on with an Alert's chunks for this long, and leaves the rest to the next one: a function lives a minute. */
const GOES_ON_FOR = 40 * SECOND;

/**
 * Looks at one Alert, for the worker of the clock and that of the bell. `bell` is netted. A machine whose clock cannot be trusted does
 * nothing: it would expire an Alert before its time. The Alert stays due, so that another machine looks.
 */
export const wireLookAtAlert = (
  stores: CareStores,
  edges: {
    readonly bell: Bell;
    readonly clock: Clock;
    readonly realNow: () => number;
    readonly clockSkew: () => number | undefined;
    readonly council: string;
    readonly log: Log;
  },
): ((council: string, alertId: string) => Promise<void>) => {
  const maySend = maySendAsked(sendingAsked(stores, edges));
  return async (council, alertId) => {
    const skew = await skewAsked(stores, edges)();
    if (!isClockTrusted(skew)) {
      edges.log('deliver.clock-skew', skew === undefined ? {} : { ms: skew });
      return;
    }
    const until = edges.realNow() + GOES_ON_FOR;
    const mayGoOn = () => edges.realNow() < until;
    return lookAtAlert({ ...stores, bell: edges.bell, clock: edges.clock, log: edges.log, maySend, mayGoOn })(
      council,
      alertId,
    );
  };
};
