import type { Acted } from '../audit/act.ts';
import { type Instant, MINUTE } from '../kernel/clock.ts';
import { addDays, atTime, instantOf, localDate, weekdayOf } from '../kernel/uk-time.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { Contact } from '../people/contact.ts';
import type { StaffedHours } from '../people/council.ts';

/**
 * The named duty to which safety words are passed on. `hours`: when somebody looks, UK wall time, one window a weekday. `responseMinutes`:
 * within how many minutes of those hours an entry is to be taken. `lead`: the safeguarding lead with whom it was chosen. `onward`: who is
 * told when an entry was not taken in time.
 */
export type DutyQueue = {
  readonly name: string;
  readonly hours: readonly StaffedHours[];
  readonly responseMinutes: number;
  readonly lead: string;
  readonly onward: { readonly name: string; readonly contact: Contact };
};

/** What becomes of safety words beside the fixed answer: a count of class and month, or an entry on the list of a duty as well. */
export type SafetyMode = Acted &
  ({ readonly kind: 'count-only' } | { readonly kind: 'duty'; readonly queue: DutyQueue });

/** A council without a row counts only. */
export type SafetyModes = {
  /** A strong read. */
  readonly of: (council: string) => Promise<Versioned<SafetyMode> | undefined>;
  readonly save: (council: string, mode: Versioned<SafetyMode>) => Promise<Saved>;
};

/** Hours that never come within this many days are as good as none. */
const LOOKED_AHEAD = 60;

/** By when an entry is to be taken: only minutes inside the hours of the duty count, and none on a day when the office is shut. */
export const takenBy = (
  { hours, responseMinutes }: Pick<DutyQueue, 'hours' | 'responseMinutes'>,
  closedOn: readonly string[],
  at: Instant,
): Instant => {
  let left = responseMinutes * MINUTE;
  for (let day = 0; day < LOOKED_AHEAD; day += 1) {
    const date = addDays(localDate(at), day);
    for (const { weekday, from, to } of closedOn.includes(date) ? [] : hours) {
      if (weekday !== weekdayOf(date)) continue;
      const begins = Math.max(at, instantOf(atTime(date, from)));
      const lasts = instantOf(atTime(date, to)) - begins;
      if (lasts >= left) return begins + left;
      left -= Math.max(0, lasts);
    }
  }
  return at + responseMinutes * MINUTE;
};
