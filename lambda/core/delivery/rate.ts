import { type Instant, MINUTE, SECOND } from '../kernel/clock.ts';
import type { Lane } from '../timetable/due.ts';

/**
 * How fast a Channel may be asked, as far as we know. Amazon publishes no rates for these calls; its guidance is to take a refusal (429) as normal
 * and to slow down. `perSecond` counts Messages. `tokens` are Messages that may go at `at`; a call may leave a debt. `risesBy`: by how
 * large a part of itself it rises a second while calls wait for it; `cutAt`: when it fell last. `seen`: what came of the calls since `seenFrom`. `restsUntil`: it asked not to be called before.
 */
export type Rate = {
  readonly perSecond: number;
  readonly tokens: number;
  readonly at: Instant;
  readonly risesBy: number;
  readonly cutAt: Instant;
  readonly seenFrom: Instant;
  readonly seen: { readonly taken: number; readonly refused: number; readonly largest: number };
  readonly wasShort: boolean;
  readonly restsUntil: Instant;
};

/** Messages a second at first. */
const FIRST_RATE = 200;
const SLOWEST_RATE = 1;
const FASTEST_RATE = 5_000;
/** What was not used is kept for a tenth of a second at most, so that no second has much more than its rate. */
const KEPT_FOR = 0.1;
/** Of what is kept, so much is for urgent Messages only. */
const URGENT_RESERVE = 0.2;
/** What came is looked at so often: while it rises fast, and near a limit, where a few calls more say more. */
const SEEN_FOR = { fast: SECOND / 4, slow: SECOND } as const;
/** The rate rises by so large a part of itself a second: fast while nothing has been refused, slowly from a limit, and then faster. */
const RISES_AT_FIRST = 4;
const RISES_AFTER_CUT = 0.02;
const RISES_FASTER = 1.5;
const FAST = 0.5;
/** So large a share of refusals says nothing about the rate. */
const ORDINARY_REFUSALS = 0.02;
/** A Channel that asks for a longer rest is asked again after this all the same. */
const LONGEST_REST = 5 * MINUTE;

const cap = ({ perSecond }: Rate): number => Math.max(1, perSecond * KEPT_FOR);

export const firstRate = (now: Instant): Rate => ({
  perSecond: FIRST_RATE,
  tokens: FIRST_RATE * KEPT_FOR,
  at: now,
  risesBy: RISES_AT_FIRST,
  cutAt: 0,
  seenFrom: now,
  seen: { taken: 0, refused: 0, largest: 0 },
  wasShort: false,
  restsUntil: 0,
});

const refilled = (rate: Rate, now: Instant): Rate => {
  const came = (rate.perSecond * Math.max(0, now - rate.at)) / SECOND;
  return { ...rate, tokens: Math.min(cap(rate), rate.tokens + came), at: now };
};

/** A call goes when more than this is left; a routine one leaves the reserve. */
const leastFor = (rate: Rate, lane: Lane): number => (lane === 'urgent' ? 0 : cap(rate) * URGENT_RESERVE);

/** In how many milliseconds a call of this lane may go; 0: now. */
export const readyIn = (rate: Rate, lane: Lane, now: Instant): number => {
  const { tokens } = refilled(rate, now);
  const short = leastFor(rate, lane) - tokens;
  // Exactly as much as is to be left is not enough: one Message more is waited for.
  const tokensIn = short < 0 ? 0 : ((short + 1) * SECOND) / rate.perSecond;
  return Math.ceil(Math.max(rate.restsUntil - now, tokensIn, 0));
};

/** A call of so many Messages goes now. */
export const spent = (rate: Rate, size: number, now: Instant): Rate => {
  const full = refilled(rate, now);
  return { ...full, tokens: full.tokens - size };
};

/** A call had to wait: the rate is what holds the work up, and may rise. */
export const waitedFor = (rate: Rate): Rate => ({ ...rate, wasShort: true });

/** More refusals than chance brings where a hundredth or two are refused whatever the rate (two standard deviations, and one call). */
const isOverLimit = ({ taken, refused, largest }: Rate['seen']): boolean => {
  const ordinary = ORDINARY_REFUSALS * (taken + refused);
  return refused > ordinary + 2 * Math.sqrt(ordinary) + largest;
};

/** So many refusals that nothing more need be waited for (four standard deviations, and no fewer than eight). */
const isFarOverLimit = ({ taken, refused, largest }: Rate['seen']): boolean => {
  const ordinary = ORDINARY_REFUSALS * (taken + refused);
  return refused > Math.max(8, ordinary + 4 * Math.sqrt(ordinary)) + largest;
};

/** What the Channel took of it, and a little less; never less than half, or than three quarters of a few calls, because what came may be of an odd moment. */
const LEAST_OF = { seen: 0.5, few: 0.75 } as const;
const cut = ({ perSecond, seen: { taken, refused } }: Rate, least: number): number =>
  Math.max(SLOWEST_RATE, perSecond * Math.max(least, (taken / (taken + refused)) * 0.98));

/** A little from where it fell to, then more and more, so that neither a limit near by nor one that has gone is run into or crept up to for long. */
const risen = ({ perSecond, risesBy }: Rate, passed: number): Pick<Rate, 'perSecond' | 'risesBy'> => {
  const seconds = Math.min(passed, SECOND) / SECOND;
  return {
    perSecond: Math.min(FASTEST_RATE, perSecond * (1 + risesBy * seconds)),
    risesBy: Math.min(RISES_AT_FIRST, risesBy * RISES_FASTER ** seconds),
  };
};

/**
 * What came of a call that went at `wentAt`: so many Messages were taken or refused as too many. The rate falls to what was taken when refusals are
 * more than ordinary, and rises slowly while calls wait for it. Of calls that went before the rate fell nothing is concluded.
 */
export const learnt = (
  rate: Rate,
  came: { readonly taken: number; readonly refused: number; readonly retryAfter: number },
  wentAt: Instant,
  now: Instant,
): Rate => {
  const restsUntil = Math.max(rate.restsUntil, came.retryAfter > 0 ? now + Math.min(came.retryAfter, LONGEST_REST) : 0);
  if (wentAt < rate.cutAt) return { ...rate, restsUntil };
  const seen = {
    taken: rate.seen.taken + came.taken,
    refused: rate.seen.refused + came.refused,
    largest: Math.max(rate.seen.largest, came.taken + came.refused),
  };
  const all: Rate = { ...refilled(rate, now), seen, restsUntil };
  const passed = now - rate.seenFrom;
  const isSeen = passed >= (rate.risesBy > FAST ? SEEN_FOR.fast : SEEN_FOR.slow);
  if (!isSeen && !isFarOverLimit(seen)) return all;
  const anew = { seenFrom: now, seen: { taken: 0, refused: 0, largest: 0 }, wasShort: false };
  if (isOverLimit(seen))
    return {
      ...all,
      ...anew,
      perSecond: cut(all, isSeen ? LEAST_OF.seen : LEAST_OF.few),
      risesBy: RISES_AFTER_CUT,
      cutAt: now,
    };
  return rate.wasShort ? { ...all, ...anew, ...risen(all, passed) } : { ...all, ...anew };
};
