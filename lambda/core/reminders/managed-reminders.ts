import type { LocalDateTime } from '../kernel/uk-time.ts';
import type { Echo } from '../pairing/echo.ts';

/**
 * A reminder as a managed Echo holds it, in UK wall time. `text` is what is said and shown. `at` is the first time; `rules` (RFC 5545, as
 * Alexa takes them) say when it comes again, until the end of `until` where that is given.
 */
export type HeldReminder = {
  readonly text: string;
  readonly at: LocalDateTime;
  readonly rules?: readonly string[];
  readonly until?: LocalDateTime;
};

/** Why nothing was changed, or that nobody knows whether it was. `unreachable` is for this Echo; `refused` may be tried again. */
export type NotHeld =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * Reminders on Echos that the council manages: made from afar and without a conversation, which no consumer Echo allows. An Echo
 * holds at most 250. `list` names every one that is ours there, so that a placing nobody knows the end of can be found again.
 */
export type ManagedReminders = {
  readonly place: (echo: Echo, reminder: HeldReminder) => Promise<{ kind: 'placed'; id: string } | NotHeld>;
  readonly change: (
    echo: Echo,
    id: string,
    reminder: HeldReminder,
  ) => Promise<{ kind: 'changed' } | { kind: 'gone' } | NotHeld>;
  readonly remove: (id: string) => Promise<{ kind: 'removed' } | NotHeld>;
  readonly list: (
    echo: Echo,
  ) => Promise<{ kind: 'listed'; reminders: readonly { readonly id: string; readonly text: string }[] } | NotHeld>;
};
