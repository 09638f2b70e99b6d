import type { Instant } from '../kernel/clock.ts';
import {
  addDays,
  atTime,
  dateOf,
  instantOf,
  isInWindow,
  type LocalDate,
  type LocalTime,
  localDate,
  localDateTime,
  timeOf,
} from '../kernel/uk-time.ts';
import type { Echo } from '../pairing/echo.ts';
import { type ConsentPurpose, hasAgreedTo, reviewState } from '../people/consent.ts';
import { type Resident, standingOf } from '../people/resident.ts';
import type { DayWindow } from '../people/settings.ts';
import type { ClosedState, Delivery } from './delivery.ts';
import { HANDLING_RULES, isTooLateToSpeak } from './handling.ts';

/** What is to be done with a Delivery now. `hold`: it waits in the inbox; `until` says when to look again. */
export type Plan =
  | { readonly kind: 'tell'; readonly echos: readonly Echo[] }
  | { readonly kind: 'hold'; readonly until?: Instant; readonly reason: 'quiet-hours' | 'no-echo' }
  | { readonly kind: 'early'; readonly until: Instant }
  | { readonly kind: 'close'; readonly state: ClosedState; readonly reason: string };

const endOfQuietHours = (quiet: DayWindow, now: Instant): Instant => {
  const local = localDateTime(now);
  const today = instantOf(atTime(dateOf(local), quiet.to));
  return today > now ? today : instantOf(atTime(addDays(dateOf(local), 1), quiet.to));
};

/** When the quiet hours that bind this Delivery end, or undefined when none bind it now. */
export const quietUntil = (delivery: Delivery, resident: Resident, now: Instant): Instant | undefined => {
  const quiet = resident.settings.quietHours;
  const rule = HANDLING_RULES[delivery.handling].quietHours;
  if (quiet === undefined || rule === 'bypasses') return undefined;
  const isQuietAt = (time: LocalTime) => isInWindow(time, quiet.from, quiet.to);
  if (rule === 'as-chosen' && isQuietAt(timeOf(delivery.due))) return undefined;
  return isQuietAt(timeOf(localDateTime(now))) ? endOfQuietHours(quiet, now) : undefined;
};

/** Practice reaches practice Residents only, and live words all others (D58). */
const isOfOtherMode = ({ source }: Delivery, resident: Resident): boolean =>
  source.kind === 'alert' && (source.mode === 'practice') !== resident.isPractice;

const PURPOSE_OF = { reminder: 'reminders', diary: 'diary', alert: 'messages' } as const satisfies Record<
  Delivery['source']['kind'],
  ConsentPurpose
>;

/** Why what they agreed to does not cover this, or undefined: another purpose, or a review so long overdue that only urgent words go on. */
export const notCovered = (
  { source, handling }: Pick<Delivery, 'source' | 'handling'>,
  { consent }: Pick<Resident, 'consent'>,
  today: LocalDate,
): 'not-agreed-to' | 'consent-review' | undefined => {
  if (!hasAgreedTo(consent, PURPOSE_OF[source.kind])) return 'not-agreed-to';
  return handling !== 'urgent' && reviewState(consent, today) === 'paused' ? 'consent-review' : undefined;
};

/**
 * Plans one Delivery from what stands in the table now (promise G6): nothing before its time, after its expiry, inside
 * quiet hours, to somebody away or gone, or to an Echo that is not paired to this Resident.
 */
export const planDelivery = (
  delivery: Delivery,
  resident: Resident | undefined,
  echos: readonly Echo[],
  now: Instant,
): Plan => {
  if (now < delivery.dueAt) return { kind: 'early', until: delivery.dueAt };
  if (resident === undefined) return { kind: 'close', state: 'removed', reason: 'no-resident' };
  const standing = standingOf(resident);
  if (standing === 'ended') return { kind: 'close', state: 'removed', reason: standing };
  if (standing !== 'may-be-told') return { kind: 'close', state: 'unreachable', reason: standing };
  const uncovered = notCovered(delivery, resident, localDate(now));
  if (uncovered !== undefined) return { kind: 'close', state: 'unreachable', reason: uncovered };
  if (isOfOtherMode(delivery, resident)) return { kind: 'close', state: 'removed', reason: 'practice' };
  const rule = HANDLING_RULES[delivery.handling];
  if (now >= delivery.expiresAt) return { kind: 'close', state: rule.whenLate, reason: 'expired' };
  if (isTooLateToSpeak(delivery.handling, delivery.dueAt, now))
    return { kind: 'close', state: rule.whenLate, reason: 'too-late' };
  const quiet = quietUntil(delivery, resident, now);
  if (quiet !== undefined) return { kind: 'hold', until: quiet, reason: 'quiet-hours' };
  const theirs = echos.filter((echo) => echo.state === 'paired' && echo.residents.includes(resident.id));
  return theirs.length === 0 ? { kind: 'hold', reason: 'no-echo' } : { kind: 'tell', echos: theirs };
};
