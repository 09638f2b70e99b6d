import { HOUR, type Instant, MINUTE } from '../kernel/clock.ts';
import { type LocalTime, localDate } from '../kernel/uk-time.ts';
import type { Echo } from '../pairing/echo.ts';
import { hasAgreedTo, reviewState } from '../people/consent.ts';
import { type Resident, standingOf } from '../people/resident.ts';
import { timesOf } from '../timetable/recurrence.ts';
import { followsBinDays } from './bins-out.ts';
import { isConfirmed } from './confirmed.ts';
import type { EchoTrouble, WantedCopy } from './echo-reminders.ts';
import { type CannotHold, type HeldRule, heldRule } from './held-rule.ts';
import {
  anchorName,
  anchorTimes,
  type Copy,
  copyOf,
  emptyMirror,
  type Mirror,
  type OnEcho,
  ROUTINES,
  SILENCE,
  stillKept,
  type WhyNot,
  WORDS_NAME,
} from './mirror.ts';
import type { Reminder } from './reminder.ts';

/** What a copy of a Reminder says, plain text, without a name (Amazon asks for no personal information in it). Filled by `render`. */
export type CopyWords = (reminder: Reminder, times: readonly LocalTime[]) => string;

/** Never place what is due sooner than this (facts, section 2.7). */
const PLACED_AHEAD = 2 * MINUTE;

/** A Reminder that is still not on the Echo so long after it was set is for the Carer to know. */
export const UNPLACED_TOLD_AFTER = 48 * HOUR;

/** At most so many routines are offered. */
export const MOST_ANCHORS = 4;

/** How a copy is compared with what is wanted. */
export const planOf = ({ rule, words }: WantedCopy): string => JSON.stringify([rule, words]);

/** The copy that is wanted now, or why there is none. */
export type Wanted =
  | { readonly kind: 'wanted'; readonly copy: WantedCopy }
  | { readonly kind: 'cannot-hold'; readonly why: CannotHold }
  | { readonly kind: 'at-a-routine' | 'not-wanted' }
  /** It was for one time, or until a day, and waits for nothing any more: what stands rings for the last time, or has. */
  | { readonly kind: 'over' };

const MAY_NOT: Wanted = { kind: 'not-wanted' };

/** Whether its Resident may be told of it at all, now or later. */
const mayBeTold = (reminder: Reminder, resident: Resident, now: Instant): boolean =>
  reminder.state === 'on' &&
  standingOf(resident) === 'may-be-told' &&
  hasAgreedTo(resident.consent, 'reminders') &&
  reviewState(resident.consent, localDate(now)) !== 'paused' &&
  isConfirmed(reminder, resident);

const isTold = (reminder: Reminder, resident: Resident, now: Instant): boolean =>
  reminder.next !== undefined && mayBeTold(reminder, resident, now);

/** What the Echo is to hold of a Reminder. While its Resident is away, gone, or has not agreed, nothing. */
export const wantedCopy = (
  reminder: Reminder,
  resident: Resident,
  mirror: Mirror,
  words: CopyWords,
  now: Instant,
): Wanted => {
  if (!mayBeTold(reminder, resident, now)) return MAY_NOT;
  if (reminder.next === undefined) return { kind: 'over' };
  if (followsBinDays(reminder)) return { kind: 'cannot-hold', why: 'follows-bin-days' };
  const seenTo = anchorTimes(mirror, now);
  const holding = heldRule(reminder.recurrence, now, seenTo);
  if (holding.kind === 'cannot-hold') return holding;
  if (holding.kind === 'nothing-left')
    return heldRule(reminder.recurrence, now).kind === 'holds' ? { kind: 'at-a-routine' } : MAY_NOT;
  const { rule } = holding;
  const times = rule.kind === 'once' ? [] : rule.times;
  return { kind: 'wanted', copy: { rule, words: words(reminder, times) } };
};

/** Whether an Echo may hold copies: a consumer one, still paired as it was, on which a Resident's times may be said aloud. */
export const mayHold = (echo: Echo, residentId: string): boolean =>
  echo.kind === 'consumer' &&
  echo.state === 'paired' &&
  echo.speakingLevel !== 'closed' &&
  echo.residents.includes(residentId);

const isOn = ({ echo, link }: OnEcho, one: Echo): boolean => one.hash === echo && one.linkVersion === link;

/** Whether what stands on an Echo may stand there: the Echo has not been unpaired, paired anew or closed. */
export const isStillPaired = (copy: OnEcho, residentId: string, echos: readonly Echo[]): boolean =>
  echos.some((echo) => isOn(copy, echo) && mayHold(echo, residentId));

/** Where the copy of a Reminder stands, as the console says it and the skill acts on it. Instants in ms. */
export type Placement =
  | { readonly kind: 'on-the-echo'; readonly rangAt?: Instant }
  /** Somebody moved it there: it rings at these times instead, and is left so. */
  | { readonly kind: 'moved-at-echo'; readonly rule: HeldRule }
  /** The Echo does not hold yet what is wanted: it may still ring as before. */
  | { readonly kind: 'may-ring-as-before'; readonly trouble?: EchoTrouble | 'link-stale' }
  | { readonly kind: 'at-a-routine' }
  | { readonly kind: 'waits-for-yes'; readonly since: Instant }
  | { readonly kind: 'not-placed'; readonly why: WhyNot; readonly at: Instant; readonly askedAgainAt?: Instant }
  | { readonly kind: 'cannot-hold'; readonly why: CannotHold }
  /** Nothing is to be told of it now, or there is no Echo that could hold it. */
  | { readonly kind: 'not-wanted' | 'no-echo' };

type Known = {
  readonly reminder: Reminder;
  readonly resident: Resident;
  readonly echos: readonly Echo[];
  readonly mirror: Mirror | undefined;
  readonly now: Instant;
};

const ofCopy = (copy: Copy, wanted: Wanted, isLinkStale: boolean, isTheirs: boolean): Placement => {
  const isEqual = copy.state === 'standing' && wanted.kind === 'wanted' && copy.plan === planOf(wanted.copy);
  const { moved } = copy;
  if (moved !== undefined && isTheirs && !isLinkStale && (wanted.kind === 'wanted' || wanted.kind === 'over'))
    return { kind: 'moved-at-echo', rule: moved.rule };
  if (isEqual && isTheirs && !isLinkStale)
    return { kind: 'on-the-echo', ...(copy.rangAt === undefined ? {} : { rangAt: copy.rangAt }) };
  if (isLinkStale) return { kind: 'may-ring-as-before', trouble: 'link-stale' };
  return { kind: 'may-ring-as-before', ...(copy.trouble === undefined ? {} : { trouble: copy.trouble }) };
};

/** Where the copy of a Reminder stands. */
export const placementOf = (known: Known, words: CopyWords): Placement => {
  const { reminder, resident, echos, now } = known;
  const mirror = known.mirror ?? emptyMirror({ council: resident.council, residentId: resident.id });
  const wanted = wantedCopy(reminder, resident, mirror, words, now);
  const copy = copyOf(mirror, reminder.id);
  if (copy !== undefined && copy.state !== 'placing')
    return ofCopy(copy, wanted, mirror.isLinkStale === true, isStillPaired(copy, resident.id, echos));
  if (wanted.kind === 'over') return { kind: 'not-wanted' };
  if (wanted.kind !== 'wanted') return wanted;
  if (!echos.some((echo) => mayHold(echo, resident.id))) return { kind: 'no-echo' };
  const kept = stillKept(mirror, reminder.id, now);
  if (kept === undefined) return { kind: 'waits-for-yes', since: reminder.lastAct.at };
  const { why, at } = kept;
  return { kind: 'not-placed', why, at, ...(why === 'removed-at-echo' ? {} : { askedAgainAt: at + SILENCE }) };
};

/** Whether the Carer is to know that a Reminder is still not on the Echo: two days after it was set, or changed, without a yes. */
export const isLongUnplaced = (placement: Placement, now: Instant): boolean =>
  placement.kind === 'waits-for-yes' && placement.since + UNPLACED_TOLD_AFTER <= now;

/** What may be asked of a Resident next: a routine at a time of day, one by words, or a copy of a Reminder. */
export type NextToPlace =
  | { readonly kind: 'routine'; readonly time: LocalTime }
  | { readonly kind: 'words' }
  | { readonly kind: 'copy'; readonly reminder: Reminder; readonly copy: WantedCopy };

const dailyTimes = (reminders: readonly Reminder[]): readonly LocalTime[] => [
  ...new Set(reminders.flatMap(({ recurrence }) => (recurrence.kind === 'daily' ? timesOf(recurrence) : []))),
];

/** Routines are offered where one person lives: the task that one starts asks nobody who is there. */
const nextRoutine = (
  known: Omit<Known, 'reminder'>,
  echo: Echo,
  reminders: readonly Reminder[],
): NextToPlace | undefined => {
  const { mirror, resident, now } = known;
  if (mirror === undefined || echo.residents.length !== 1) return undefined;
  const mayAsk = (what: string) => stillKept(mirror, what, now) === undefined;
  if (!mayAsk(ROUTINES)) return undefined;
  const standing = anchorTimes(mirror, now);
  const times = dailyTimes(reminders.filter((reminder) => isTold(reminder, resident, now)));
  const time = times.find((one) => !standing.includes(one) && mayAsk(anchorName(one)));
  if (time !== undefined && standing.length < MOST_ANCHORS) return { kind: 'routine', time };
  return standing.length > 0 && !mirror.hasWords && mayAsk(WORDS_NAME) ? { kind: 'words' } : undefined;
};

/**
 * What may be asked next at this Echo. A routine comes first, because it speaks freely, asks back and makes copies unneeded at its
 * time; what it does not see to is asked as a copy. What was declined is left in peace for seven days.
 */
export const nextToPlace = (
  known: Omit<Known, 'reminder' | 'echos'>,
  echo: Echo,
  reminders: readonly Reminder[],
  words: CopyWords,
): NextToPlace | undefined => {
  const { resident, now } = known;
  if (!mayHold(echo, resident.id) || standingOf(resident) !== 'may-be-told') return undefined;
  const mirror = known.mirror ?? emptyMirror({ council: resident.council, residentId: resident.id });
  const here = { ...known, mirror, echos: [echo] };
  const routine = nextRoutine(here, echo, reminders);
  if (routine !== undefined) return routine;
  for (const reminder of reminders) {
    if ((reminder.next?.at ?? 0) < now + PLACED_AHEAD) continue;
    if (copyOf(mirror, reminder.id) !== undefined) continue;
    if (placementOf({ ...here, reminder }, words).kind !== 'waits-for-yes') continue;
    const wanted = wantedCopy(reminder, resident, mirror, words, now);
    if (wanted.kind === 'wanted') return { kind: 'copy', reminder, copy: wanted.copy };
  }
  return undefined;
};
