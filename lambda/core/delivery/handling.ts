import { HOUR, type Instant, MINUTE } from '../kernel/clock.ts';

/** How a message is treated. Residents hear "urgent", never "emergency". */
export const HANDLINGS = ['urgent', 'routine', 'appointment', 'notice', 'social'] as const;
export type Handling = (typeof HANDLINGS)[number];

/**
 * The rules of each handling, as data (design, section 8).
 * `speakUpTo`: a message later than this, in milliseconds, is not spoken any more. `whenLate`: what becomes of it then.
 * `onUnknown`: what an unknown outcome of a channel leads to. `againAfter`: milliseconds after the first telling. `speaksUnasked`: where an
 * Echo can, it says the words at once; otherwise it chimes, and they wait until somebody asks.
 */
export type HandlingRule = {
  readonly onUnknown: 'resend-once' | 'hold' | 'resend-if-early';
  readonly speakUpTo: number | 'until-expiry';
  readonly whenLate: 'missed' | 'expired';
  readonly quietHours: 'bypasses' | 'respects' | 'as-chosen';
  readonly againAfter: readonly number[];
  readonly speaksUnasked: boolean;
  readonly livesFor: number;
};

export const HANDLING_RULES: Readonly<Record<Handling, HandlingRule>> = {
  urgent: {
    onUnknown: 'resend-once',
    speakUpTo: 'until-expiry',
    whenLate: 'expired',
    quietHours: 'bypasses',
    againAfter: [10 * MINUTE, 30 * MINUTE],
    speaksUnasked: true,
    livesFor: 24 * HOUR,
  },
  routine: {
    onUnknown: 'hold',
    speakUpTo: 30 * MINUTE,
    whenLate: 'missed',
    // Confirmed when it was set: a reminder whose time was chosen inside quiet hours then speaks, and no other does.
    quietHours: 'as-chosen',
    againAfter: [],
    speaksUnasked: true,
    livesFor: 12 * HOUR,
  },
  appointment: {
    onUnknown: 'resend-if-early',
    speakUpTo: 'until-expiry',
    whenLate: 'expired',
    quietHours: 'respects',
    againAfter: [],
    speaksUnasked: true,
    livesFor: 48 * HOUR,
  },
  notice: {
    onUnknown: 'hold',
    speakUpTo: 'until-expiry',
    whenLate: 'expired',
    quietHours: 'respects',
    againAfter: [],
    speaksUnasked: true,
    livesFor: 48 * HOUR,
  },
  social: {
    onUnknown: 'hold',
    speakUpTo: HOUR,
    whenLate: 'expired',
    quietHours: 'respects',
    againAfter: [],
    speaksUnasked: false,
    livesFor: 12 * HOUR,
  },
};

/** Whether a message that was due at `dueAt` is too late to be spoken now. */
export const isTooLateToSpeak = (handling: Handling, dueAt: Instant, now: Instant): boolean => {
  const { speakUpTo } = HANDLING_RULES[handling];
  return speakUpTo !== 'until-expiry' && now - dueAt > speakUpTo;
};
