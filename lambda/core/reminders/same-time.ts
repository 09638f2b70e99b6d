import { DAY, type Instant } from '../kernel/clock.ts';
import type { LocalDateTime, LocalTime } from '../kernel/uk-time.ts';
import { nextOccurrence, type Occurrence, occurrenceAfter, occurrenceAt } from '../timetable/occurrence.ts';
import { type DayRecurrence, firstTimeOf, type Recurrence, timesOf } from '../timetable/recurrence.ts';

/** How far ahead two rules are compared that do not look the same again and again. */
const LOOKED_AT = 2 * 366;

/** After so many days the pattern of a rule looks the same again. Months never do, and neither does one that leaves days out. */
const daysThatTell = (rule: Recurrence): number | undefined => {
  if ('except' in rule || 'bankHolidays' in rule) return undefined;
  switch (rule.kind) {
    case 'daily':
      return 1;
    case 'weekdays':
    case 'chosen-weekdays':
      return 7;
    case 'every-n-days':
      return rule.every;
    case 'every-n-weeks':
      return 7 * rule.every;
    default:
      return undefined;
  }
};

const daysToCompare = (one: Recurrence, other: Recurrence): number => {
  const [a, b] = [daysThatTell(one), daysThatTell(other)];
  return a === undefined || b === undefined ? LOOKED_AT : Math.min(LOOKED_AT, a * b);
};

const isOfDays = (rule: Recurrence): rule is DayRecurrence => rule.kind !== 'once' && rule.kind !== 'every-n-hours';

const onlyAt = (rule: DayRecurrence, [time, ...andAt]: readonly LocalTime[]): DayRecurrence =>
  time === undefined ? rule : { ...rule, time, andAt };

/** The first occurrence at that instant or later. */
const from = (rule: Recurrence, at: Instant): Occurrence | undefined => nextOccurrence(rule, at - 1);

const isSameTime = (a: Occurrence, b: Occurrence): boolean =>
  a.at === b.at && a.local.slice(0, 16) === b.local.slice(0, 16);

/** Each rule leaps to where the other one is, until they meet, one of them is over, or enough days were compared. */
const doMeet = (one: Recurrence, other: Recurrence, at: Instant): boolean => {
  let [a, b] = [from(one, at), from(other, at)];
  if (a === undefined || b === undefined) return false;
  const end = Math.max(a.at, b.at) + daysToCompare(one, other) * DAY;
  while (a !== undefined && b !== undefined && Math.min(a.at, b.at) <= end) {
    if (isSameTime(a, b)) return true;
    if (a.at === b.at) {
      // In the spring gap several local times are one instant.
      if (a.local < b.local) a = occurrenceAfter(one, a.local);
      else b = occurrenceAfter(other, b.local);
    } else if (a.at < b.at) a = from(one, b.at);
    else b = from(other, a.at);
  }
  return false;
};

const minuteOf = (time: LocalTime): string => time.slice(3);

/** Whether two rules ever name the same local time, from the first occurrence of `one` on; months and hours are compared for two years. */
export const isDueTogether = (one: Recurrence, first: LocalDateTime, other: Recurrence): boolean => {
  const { at } = occurrenceAt(first);
  if (isOfDays(one) && isOfDays(other)) {
    const common = timesOf(one).filter((time) => timesOf(other).includes(time));
    return common.length > 0 && doMeet(onlyAt(one, common), onlyAt(other, common), at);
  }
  const minutes = [one, other].map((rule) => (isOfDays(rule) ? timesOf(rule) : [firstTimeOf(rule)]).map(minuteOf));
  // The clocks change by whole hours, so another minute never becomes the same.
  return minutes[0]?.some((minute) => minutes[1]?.includes(minute)) === true && doMeet(one, other, at);
};
