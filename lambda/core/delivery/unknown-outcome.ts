import { type Instant, MINUTE } from '../kernel/clock.ts';
import type { Delivery } from './delivery.ts';
import { HANDLING_RULES } from './handling.ts';

/** An appointment's message is sent again only when there is more than this left before it expires. */
const EARLY_ENOUGH = 15 * MINUTE;

const unknownsOf = (delivery: Delivery): number =>
  delivery.attempts.filter((attempt) => attempt.came === 'unknown').length;

/**
 * What follows when nobody knows whether a call took effect (promise G4): send once more, or hold it in the inbox, where
 * the ladder and the Resident's own question still find it. Asked after the unknown attempt was written down.
 */
export const afterUnknown = (delivery: Delivery, now: Instant): 'send-again' | 'hold' => {
  const isFirst = unknownsOf(delivery) <= 1;
  switch (HANDLING_RULES[delivery.handling].onUnknown) {
    case 'resend-once':
      return isFirst ? 'send-again' : 'hold';
    case 'resend-if-early':
      return isFirst && delivery.expiresAt - now > EARLY_ENOUGH ? 'send-again' : 'hold';
    case 'hold':
      return 'hold';
  }
};
