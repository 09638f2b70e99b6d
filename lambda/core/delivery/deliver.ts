import { atMostAtOnce } from '../kernel/at-most-at-once.ts';
import { type Instant, SECOND } from '../kernel/clock.ts';
import { faultName } from '../kernel/log.ts';
import { KEYS_ON_A_BELL } from './bell-message.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import type { DeliveryKey } from './delivery.ts';
import { makeCalls } from './make-calls.ts';
import { type Prepared, prepare } from './prepare.ts';
import { readOnce } from './read-once.ts';

/** Time that is over two seconds off, or not known, claims nothing (design, section 8). */
export const CLOCK_SKEW_ALLOWED = 2 * SECOND;

/** So many rows are read and planned at once: all that a bell names, so that what they read goes in few requests. */
const PREPARED_AT_ONCE = KEYS_ON_A_BELL;

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
  async (key: DeliveryKey, askedAt: Instant): Promise<Prepared | { readonly kind: 'set-back' | 'failed' }> => {
    try {
      return await prepareOne(key, askedAt);
    } catch (fault) {
      needs.log('deliver.fault', { council: key.council, fault: faultName(fault) });
      return { kind: (await isSetBack(needs)(key)) ? 'set-back' : 'failed' };
    }
  };

/**
 * Looks at the Deliveries that a bell or the index named (1 to 100). Each is read strongly and planned; those to be told are worded, wait for
 * their turn at the Channel, are checked and claimed right before the call, sent and recorded. One that throws, before its claim or after,
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
    const askedAt = needs.clock();
    const prepareOne = prepareOrSetBack(needs, prepare(reading));
    const prepared = await atMostAtOnce(PREPARED_AT_ONCE, keys, (key) => prepareOne(key, askedAt));
    const toTell = prepared.filter((one) => one.kind === 'to-tell');
    let failed = prepared.filter((one) => one.kind === 'failed').length;
    const sent = await makeCalls(needs)(toTell);
    for (const key of sent.failed) if (!(await isSetBack(needs)(key))) failed += 1;
    return { kind: 'delivered', claimed: sent.claimed, told: sent.told, failed };
  };
