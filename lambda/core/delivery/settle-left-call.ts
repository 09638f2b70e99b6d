import type { Instant } from '../kernel/clock.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Echo } from '../pairing/echo.ts';
import { channelOf } from './channel.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import { type Attempt, type Delivery, keyOf, lookAfterTelling, settled, settledUntil } from './delivery.ts';
import { record, risen } from './record.ts';
import { afterUnknown } from './unknown-outcome.ts';

/**
 * A claim ended while its holder was calling: the call may have been made, so it is an attempt nobody knows the end of.
 * Returns the Delivery when it is to be planned again, or undefined when it is held as uncertain.
 */
export const settleLeftCall =
  (needs: DeliverNeeds) =>
  async (
    stored: Versioned<Delivery>,
    echos: readonly Echo[],
    now: Instant,
  ): Promise<Versioned<Delivery> | undefined> => {
    const left = stored.value;
    if (left.claim?.calling !== true) return stored;
    const [echo] = echos;
    const channel = echo === undefined ? 'desk' : channelOf(echo);
    const attempt: Attempt = { at: now, channel, came: 'unknown', reason: 'claim-ended' };
    const noted = (delivery: Delivery): Delivery => ({ ...delivery, attempts: [...delivery.attempts, attempt] });
    if (afterUnknown(left, now) === 'send-again') return { value: noted(settled(left)), version: stored.version };
    const change = (delivery: Delivery): Delivery | undefined => {
      if (delivery.claim?.token !== left.claim?.token) return undefined;
      const uncertain = { ...noted(delivery), state: risen(delivery, 'uncertain') };
      return settledUntil(uncertain, lookAfterTelling(uncertain));
    };
    await record(needs.deliveries)(keyOf(left), change, stored);
    return undefined;
  };
