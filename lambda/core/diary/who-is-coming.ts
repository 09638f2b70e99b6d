import { type Instant, MINUTE } from '../kernel/clock.ts';
import { addDays, atTime, dateOf, type LocalDate, localDate, localDateTime, timeOf } from '../kernel/uk-time.ts';
import { type DiaryEntry, type DiaryPlan, endOf, isPlanned, type Visit } from './diary-entry.ts';
import { isInPart, type PartOfDay } from './part-of-day.ts';

/** How old what we know is, when that is worth saying. */
export type Age = { readonly asOf: Instant } | undefined;

export type WhoIsComingOutcome =
  | {
      readonly kind: 'visits';
      readonly visits: readonly Visit[];
      readonly day: LocalDate;
      readonly part?: PartOfDay;
      readonly isNext: boolean;
      readonly age: Age;
    }
  | {
      readonly kind: 'no-visits';
      readonly day: LocalDate;
      readonly part?: PartOfDay;
      readonly next?: Visit;
      /** The last Visit that was planned then and whose time is over: whether anybody came is not known. */
      readonly ended?: Visit;
      readonly age: Age;
    }
  | { readonly kind: 'no-plan'; readonly day: LocalDate };

export type DiaryOfResident = { readonly entries: readonly DiaryEntry[]; readonly plan: DiaryPlan | undefined };

/** The age of what we know, when it is older than the council's limit. */
export const ageOf = (plan: DiaryPlan | undefined, now: Instant, freshForMinutes: number): Age =>
  plan !== undefined && now - plan.asOf > freshForMinutes * MINUTE ? { asOf: plan.asOf } : undefined;

const visitsOf = (entries: readonly DiaryEntry[]): readonly Visit[] =>
  entries.filter((entry) => entry.kind === 'visit').filter(isPlanned);

/** Whether there is a plan that covers a whole day. Without one, "nobody is coming" may not be said. */
const isCovered = (plan: DiaryPlan | undefined, day: LocalDate): boolean =>
  plan !== undefined && plan.coversUntil >= atTime(day, '23:59');

/**
 * Who is coming. Without a day: the next Visit whose window has not ended. With a day (and a part of it): the Visits that
 * begin then, in order of time; on the present day, those that have ended are left out, but the last of them is named when none
 * is left. Where no plan covers the day and no Visit is known, it says that there is no plan, never that nobody comes.
 */
export const whoIsComing = (
  diary: DiaryOfResident,
  question: {
    readonly day?: LocalDate;
    readonly part?: PartOfDay;
    readonly now: Instant;
    readonly freshForMinutes: number;
  },
): WhoIsComingOutcome => {
  const nowLocal = localDateTime(question.now);
  const age = ageOf(diary.plan, question.now, question.freshForMinutes);
  const planned = visitsOf(diary.entries);
  const ahead = planned.filter((visit) => endOf(visit) >= nowLocal);
  const [next] = ahead;
  const { part } = question;
  const partAsked = part === undefined ? {} : { part };
  const day = question.day ?? (part === undefined ? undefined : localDate(question.now));
  if (day === undefined) {
    const today = localDate(question.now);
    if (next !== undefined) return { kind: 'visits', visits: [next], day: dateOf(next.at), isNext: true, age };
    return isCovered(diary.plan, addDays(today, 1))
      ? { kind: 'no-visits', day: today, age }
      : { kind: 'no-plan', day: today };
  }
  const isThen = (visit: Visit) => dateOf(visit.at) === day && (part === undefined || isInPart(timeOf(visit.at), part));
  const onDay = ahead.filter(isThen);
  const ended = planned.filter((visit) => isThen(visit) && endOf(visit) < nowLocal).at(-1);
  if (onDay.length > 0) return { kind: 'visits', visits: onDay, day, ...partAsked, isNext: false, age };
  if (ended === undefined && !isCovered(diary.plan, day)) return { kind: 'no-plan', day };
  const known = { ...(next === undefined ? {} : { next }), ...(ended === undefined ? {} : { ended }) };
  return { kind: 'no-visits', day, ...partAsked, ...known, age };
};
