import { SECOND } from '../kernel/clock.ts';
import { faultName } from '../kernel/log.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import type { DeliveryKey } from './delivery.ts';
import { type Claimed, prepare } from './prepare.ts';
import { sendClaimed } from './send-claimed.ts';

/** Time that is over two seconds off, or not known, claims nothing (design, section 8). */
export const CLOCK_SKEW_ALLOWED = 2 * SECOND;

export type Delivered =
  | { readonly kind: 'delivered'; readonly claimed: number; readonly told: number; readonly failed: number }
  | { readonly kind: 'clock-not-trusted' };

const isSetBack =
  (needs: DeliverNeeds) =>
  async (key: DeliveryKey): Promise<boolean> => {
    try {
      const came = await needs.setBack(key, needs.clock());
      if (came === 'closed') needs.log('tick.row-closed', { council: key.council, kind: 'delivery' });
      return true;
    } catch (fault) {
      needs.log('deliver.fault', { council: key.council, fault: faultName(fault) });
      return false;
    }
  };

/**
 * Looks at the Deliveries that a bell or the index named (1 to 100). Each is read strongly, planned and claimed; those
 * claimed are worded, checked again right before the call, sent and recorded. One that throws does not stop the others:
 * the look is counted and its row set back; at the fifth it is closed and alarmed. `failed` are those that could not even
 * be set back: their bell has to come again.
 */
export const deliver =
  (needs: DeliverNeeds) =>
  async (keys: readonly DeliveryKey[]): Promise<Delivered> => {
    const skew = await needs.clockSkew();
    if (skew === undefined || Math.abs(skew) > CLOCK_SKEW_ALLOWED) {
      needs.log('deliver.clock-skew', skew === undefined ? {} : { ms: skew });
      return { kind: 'clock-not-trusted' };
    }
    const claims: Claimed[] = [];
    let failed = 0;
    for (const key of keys) {
      try {
        const prepared = await prepare(needs)(key);
        if (prepared.kind === 'claimed') claims.push(prepared);
      } catch (fault) {
        needs.log('deliver.fault', { council: key.council, fault: faultName(fault) });
        if (!(await isSetBack(needs)(key))) failed += 1;
      }
    }
    const sent = await sendClaimed(needs)(claims);
    return { kind: 'delivered', claimed: claims.length, told: sent.told, failed: failed + sent.failed };
  };
