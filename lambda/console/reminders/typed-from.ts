import type { Ladder, Rung } from '../../core/delivery/ladder.ts';
import { dateOf, type LocalDate, timeOf } from '../../core/kernel/uk-time.ts';
import type { Reminder } from '../../core/reminders/reminder.ts';
import { type DayRecurrence, type Recurrence, timesOf } from '../../core/timetable/recurrence.ts';
import { typedDateOf } from '../forms/date-field.ts';
import { blankReminder, type TypedReminder } from './typed-reminder.ts';

type Typed = Partial<TypedReminder>;

const toldAs = ({ tell }: Rung): string => (tell.kind === 'desk' ? 'desk' : `carer:${tell.carerId}`);

const typedLadder = ([first, second]: Ladder): Typed => ({
  tell: first === undefined ? 'nobody' : toldAs(first),
  after: first === undefined ? '' : String(first.afterMinutes),
  next: second === undefined ? '' : toldAs(second),
  nextAfter: second === undefined ? '' : String(second.afterMinutes),
});

const typedPattern = (rule: DayRecurrence): Typed => {
  switch (rule.kind) {
    case 'daily':
    case 'weekdays':
      return {};
    case 'chosen-weekdays':
      return { days: rule.days.map(String) };
    case 'every-n-days':
      return { every: String(rule.every) };
    case 'every-n-weeks':
      return { every: String(rule.every), days: rule.days.map(String) };
    case 'monthly-on-date':
      return { monthDay: String(rule.day) };
    case 'monthly-on-weekday':
      return { nth: String(rule.nth), weekday: String(rule.weekday) };
  }
};

/** A date in one line, as it is typed between commas. */
const typedInOne = (date: LocalDate): string => {
  const { day, month, year } = typedDateOf(date);
  return `${day} ${month} ${year}`;
};

const typedSpan = (from: LocalDate, { until, except }: Exclude<Recurrence, { kind: 'once' }>): Typed => ({
  from: typedDateOf(from),
  ...(until === undefined ? {} : { until: typedDateOf(until) }),
  leftOut: (except ?? []).map(typedInOne).join(', '),
});

const typedRule = (rule: Recurrence): Typed => {
  switch (rule.kind) {
    case 'once':
      return { time: timeOf(rule.at), date: typedDateOf(dateOf(rule.at)) };
    case 'every-n-hours':
      return { every: String(rule.every), time: timeOf(rule.first), ...typedSpan(dateOf(rule.first), rule) };
    default: {
      const [time = rule.time, ...more] = timesOf(rule);
      return {
        ...typedPattern(rule),
        time,
        moreTimes: more.join(', '),
        bankHolidays: rule.bankHolidays?.instead ?? '',
        ...typedSpan(rule.from, rule),
      };
    }
  }
};

/** A Reminder that stands, as it would have been typed. */
export const typedFrom = ({ label, recurrence, ladder, lastAct }: Reminder): TypedReminder => ({
  ...blankReminder(''),
  label,
  often: recurrence.kind,
  ...typedRule(recurrence),
  ...typedLadder(ladder),
  act: String(lastAct.number),
});
