import { type Instant, MINUTE } from '../kernel/clock.ts';
import { type Delivery, isToEcho } from './delivery.ts';
import { HANDLING_RULES } from './handling.ts';

/** An appointment's message is sent again only when there is more than this left before it expires. */
const EARLY_ENOUGH = 15 * MINUTE;

/**
 * What follows when nobody knows whether a call took effect (promise G4): send once more, or hold it in the inbox, where
 * the ladder and the Resident's own question still find it. Asked of the Delivery as it was before that call, which may
 * have gone to several Echos.
 */
export const afterUnknown = (before: Delivery, now: Instant): 'send-again' | 'hold' => {
  const isFirst = before.attempts.every((attempt) => attempt.came !== 'unknown' || !isToEcho(attempt));
  switch (HANDLING_RULES[before.handling].onUnknown) {
    case 'resend-once':
      return isFirst ? 'send-again' : 'hold';
    case 'resend-if-early':
      return isFirst && before.expiresAt - now > EARLY_ENOUGH ? 'send-again' : 'hold';
    case 'hold':
      return 'hold';
  }
};
