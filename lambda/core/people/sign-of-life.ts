import type { Instant } from '../kernel/clock.ts';
import { daysBetween, type LocalDate, localDate } from '../kernel/uk-time.ts';

/**
 * What tells that a Home's things work and that somebody is there: somebody opened the skill; the Echo understood what was asked; a Reminder was heard to
 * ring; a Screen showed a Card while its page was visible; OK was pressed on it. Sending is none of them (promise G13).
 */
export const SIGNS = ['opened', 'asked', 'reminder-rang', 'card-shown', 'pressed'] as const;
export type Sign = (typeof SIGNS)[number];

/** When each was last seen. */
export type SignsOfLife = { readonly [S in Sign]?: Instant };

/** The last signs of a Home. `note` keeps the latest of each kind, in whatever order they arrive; it is safe to repeat. */
export type HomeSigns = {
  readonly note: (council: string, homeId: string, sign: Sign, at: Instant) => Promise<void>;
  readonly ofHome: (council: string, homeId: string) => Promise<SignsOfLife>;
};

/** The last sign of all, or undefined: there has never been one. */
export const lastSign = (signs: SignsOfLife): { readonly sign: Sign; readonly at: Instant } | undefined =>
  SIGNS.flatMap((sign) => {
    const at = signs[sign];
    return at === undefined ? [] : [{ sign, at }];
  }).reduce<{ readonly sign: Sign; readonly at: Instant } | undefined>(
    (last, one) => (last === undefined || one.at > last.at ? one : last),
    undefined,
  );

/** A Home is quiet after this many days without a sign of life. It may be well all the same: nobody may have asked anything. */
export const QUIET_AFTER = 3;

export const isQuiet = (signs: SignsOfLife, today: LocalDate): boolean => {
  const last = lastSign(signs);
  return last === undefined || daysBetween(localDate(last.at), today) >= QUIET_AFTER;
};
