import type { LocalDate } from '../kernel/uk-time.ts';

export const AWAY_REASONS = ['hospital', 'respite', 'holiday'] as const;
export type AwayReason = (typeof AWAY_REASONS)[number];

/** At home, away (until when, or not known), or ended: moved, left or died. Ended is silent at once and for ever. */
export type Presence =
  | { readonly kind: 'home' }
  | { readonly kind: 'away'; readonly reason: AwayReason; readonly since: LocalDate; readonly until?: LocalDate }
  | { readonly kind: 'ended'; readonly since: LocalDate };
