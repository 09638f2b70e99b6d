import type { Instant } from '../kernel/clock.ts';
import type { LocalDate } from '../kernel/uk-time.ts';

export const AWAY_REASONS = ['hospital', 'respite', 'holiday'] as const;
export type AwayReason = (typeof AWAY_REASONS)[number];

/** Why the service ended. Kept for the council's records; never spoken, shown on a Screen or logged. */
export const ENDED_REASONS = ['moved', 'left', 'died'] as const;
export type EndedReason = (typeof ENDED_REASONS)[number];

/**
 * At home, away (until when, or not known), or ended: moved, left or died. Ended is silent at once and for ever. `until` is when
 * they are expected; nobody is home before somebody says so. `cameHomeAt`: they were away before; each Reminder is confirmed first.
 */
export type Presence =
  | { readonly kind: 'home'; readonly cameHomeAt?: Instant }
  | { readonly kind: 'away'; readonly reason: AwayReason; readonly since: LocalDate; readonly until?: LocalDate }
  | { readonly kind: 'ended'; readonly since: LocalDate; readonly reason?: EndedReason };

/** A text that differs whenever where somebody is differs: a form carries it, to say what its writer had seen. */
export const presenceMark = (presence: Presence): string => {
  switch (presence.kind) {
    case 'home':
      return `home.${presence.cameHomeAt ?? ''}`;
    case 'away':
      return `away.${presence.reason}.${presence.since}.${presence.until ?? ''}`;
    case 'ended':
      return `ended.${presence.since}`;
  }
};
