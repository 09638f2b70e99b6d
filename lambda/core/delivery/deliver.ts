import { atMostAtOnce } from '../kernel/at-most-at-once.ts';
import { SECOND } from '../kernel/clock.ts';
import { faultName } from '../kernel/log.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import type { DeliveryKey } from './delivery.ts';
import { type Prepared, prepare } from './prepare.ts';
import { readOnce } from './read-once.ts';
import { sendClaimed } from './send-claimed.ts';

/** Time that is over two seconds off, or not known, claims nothing (design, section 8). */
export const CLOCK_SKEW_ALLOWED = 2 * SECOND;

/** So many rows of a bell are read, planned and claimed at once: enough to hide the table's answer times. */
const PREPARED_AT_ONCE = 16;

/** Whether a machine whose clock is so far from the table's may decide anything by its time. Not known is not trusted. */
export const isClockTrusted = (skew: number | undefined): boolean =>
  skew !== undefined && Math.abs(skew) <= CLOCK_SKEW_ALLOWED;

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

type Prepare = ReturnType<typeof prepare>;

/** Prepares one Delivery. A fault is counted on its row and does not stop the others; `failed`: not even that could be done. */
const prepareOrSetBack =
  (needs: DeliverNeeds, prepareOne: Prepare) =>
  async (key: DeliveryKey): Promise<Prepared | { readonly kind: 'set-back' | 'failed' }> => {
    try {
      return await prepareOne(key);
    } catch (fault) {
      needs.log('deliver.fault', { council: key.council, fault: faultName(fault) });
      return { kind: (await isSetBack(needs)(key)) ? 'set-back' : 'failed' };
    }
  };

/**
 * Looks at the Deliveries that a bell or the index named (1 to 100). Each is read strongly, planned and claimed; those
 * claimed are worded, checked again right before the call, sent and recorded. One that throws, before its claim or after,
 * does not stop the others: the look is counted and its row set back; at the fifth in a row it is closed and alarmed.
 * `failed` are those that could not even be set back: their bell has to come again.
 */
export const deliver =
  (needs: DeliverNeeds) =>
  async (keys: readonly DeliveryKey[]): Promise<Delivered> => {
    const skew = await needs.clockSkew();
    if (!isClockTrusted(skew)) {
      needs.log('deliver.clock-skew', skew === undefined ? {} : { ms: skew });
      return { kind: 'clock-not-trusted' };
    }
    const reading = { ...needs, readSource: readOnce(needs.readSource) };
    const prepared = await atMostAtOnce(PREPARED_AT_ONCE, keys, prepareOrSetBack(needs, prepare(reading)));
    const claims = prepared.filter((one) => one.kind === 'claimed');
    let failed = prepared.filter((one) => one.kind === 'failed').length;
    const sent = await sendClaimed(needs)(claims);
    for (const key of sent.failed) if (!(await isSetBack(needs)(key))) failed += 1;
    return { kind: 'delivered', claimed: claims.length, told: sent.told, failed };
  };
