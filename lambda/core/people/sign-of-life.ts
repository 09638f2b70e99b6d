import type { Instant } from '../kernel/clock.ts';

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
