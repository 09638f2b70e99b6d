import type { Instant } from '../kernel/clock.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Echo } from '../pairing/echo.ts';
import { channelOf } from './channel.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import { type Attempt, type Delivery, keyOf, lookAfterTelling, settled, settledUntil } from './delivery.ts';
import { record, risen } from './record.ts';
import { afterUnknown } from './unknown-outcome.ts';

/** The attempt of a call whose end nobody recorded: it may have been made. */
const leftAttempt = (echos: readonly Echo[], at: Instant): Attempt => {
  const [echo] = echos;
  // The Echo may be gone since: then the Channel is not known any more, and a managed Echo is the one that would have spoken.
  const channel = echo === undefined ? 'smart-properties' : channelOf(echo);
  return { at, channel, came: 'unknown', reason: 'claim-ended' };
};

/** A repeat whose claim ended in a call counts as told, as far as anybody knows. Nothing is written yet. */
export const noteLeftCall = (
  stored: Versioned<Delivery>,
  echos: readonly Echo[],
  now: Instant,
): Versioned<Delivery> => {
  const { value: left, version } = stored;
  if (left.claim?.calling !== true) return stored;
  const noted = {
    ...left,
    claim: { ...left.claim, calling: false },
    attempts: [...left.attempts, leftAttempt(echos, now)],
  };
  return { value: noted, version };
};

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
    const attempt = leftAttempt(echos, now);
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
