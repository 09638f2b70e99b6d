import { type Instant, MINUTE, SECOND } from '../kernel/clock.ts';
import type { Lane } from '../timetable/due.ts';

/**
 * How fast a Channel may be asked, as far as we know. Amazon publishes no rates for these calls; its guidance is to take a refusal (429) as normal
 * and to slow down. `perSecond` counts Messages. `tokens` are Messages that may go at `at`; a call may leave a debt. `isKnown`: the Channel has
 * refused, so that the rate is near what it takes; `cutAt`: when the rate fell last. `seen`: what came of the calls since `seenFrom`. `restsUntil`: it asked not to be called before.
 */
export type Rate = {
  readonly perSecond: number;
  readonly tokens: number;
  readonly at: Instant;
  readonly isKnown: boolean;
  readonly cutAt: Instant;
  readonly seenFrom: Instant;
  readonly seen: { readonly taken: number; readonly refused: number };
  readonly wasShort: boolean;
  readonly restsUntil: Instant;
};

/** Messages a second at first; while nothing is refused, twice as many after each look at what came. */
const FIRST_RATE = 200;
const SLOWEST_RATE = 1;
const FASTEST_RATE = 5_000;
/** What was not used is kept for a quarter of a second at most, so that no second has much more than its rate. */
const KEPT_FOR = 0.25;
/** Of what is kept, so much is for urgent Messages only. */
const URGENT_RESERVE = 0.2;
/** What came is looked at so often. */
const SEEN_FOR = SECOND / 4;
/** Once the limit is known, the rate rises by so much a second. */
const RISES_BY = 0.01;
/** So large a share of refusals says nothing about the rate. */
const ORDINARY_REFUSALS = 0.02;
/** A Channel that asks for a longer rest is asked again after this all the same. */
const LONGEST_REST = 5 * MINUTE;

const cap = ({ perSecond }: Pick<Rate, 'perSecond'>): number => Math.max(1, perSecond * KEPT_FOR);

export const firstRate = (now: Instant): Rate => ({
  perSecond: FIRST_RATE,
  tokens: cap({ perSecond: FIRST_RATE }),
  at: now,
  isKnown: false,
  cutAt: 0,
  seenFrom: now,
  seen: { taken: 0, refused: 0 },
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

/** More refusals than chance brings where a hundredth or two are refused whatever the rate (two standard deviations, and one). */
const isOverLimit = ({ taken, refused }: Rate['seen']): boolean => {
  const ordinary = ORDINARY_REFUSALS * (taken + refused);
  return refused > ordinary + 2 * Math.sqrt(ordinary) + 1;
};

/** What the Channel took of it, and a little less; never less than half, because what came may be of an odd moment. */
const cut = ({ perSecond, seen: { taken, refused } }: Rate): number =>
  Math.max(SLOWEST_RATE, perSecond * Math.max(0.5, (taken / (taken + refused)) * 0.98));

const risen = ({ perSecond, isKnown }: Rate, passed: number): number =>
  Math.min(FASTEST_RATE, perSecond * (isKnown ? 1 + (RISES_BY * Math.min(passed, SECOND)) / SECOND : 2));

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
  const seen = { taken: rate.seen.taken + came.taken, refused: rate.seen.refused + came.refused };
  const all: Rate = { ...refilled(rate, now), seen, restsUntil };
  const passed = now - rate.seenFrom;
  if (passed < SEEN_FOR) return all;
  const anew = { seenFrom: now, seen: { taken: 0, refused: 0 }, wasShort: false };
  if (isOverLimit(seen)) return { ...all, ...anew, perSecond: cut(all), isKnown: true, cutAt: now };
  return rate.wasShort ? { ...all, ...anew, perSecond: risen(all, passed) } : { ...all, ...anew };
};
