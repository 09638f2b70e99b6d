import { calendarDay, type LocalDate, type LocalTime, type Weekday, weekdayOf } from '../../../core/kernel/uk-time.ts';
import type { Recurrence } from '../../../core/timetable/recurrence.ts';

const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** 8:00am, 8:30pm; midday and midnight by name, because 12:00pm is read both ways. */
const time = (at: LocalTime): string => {
  if (at === '12:00') return 'midday';
  if (at === '00:00') return 'midnight';
  const hour = Number(at.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}:${at.slice(3, 5)}${hour < 12 ? 'am' : 'pm'}`;
};

const day = (date: LocalDate): string => {
  const { month, day } = calendarDay(date);
  return `${WEEKDAY_NAMES[weekdayOf(date)]} ${day} ${MONTHS[month - 1]}`;
};

const fullDay = (date: LocalDate): string => `${day(date)} ${calendarDay(date).year}`;

const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const howOften = (recurrence: Exclude<Recurrence, { kind: 'once' }>): string => {
  switch (recurrence.kind) {
    case 'daily':
      return 'Every day';
    case 'weekdays':
      return 'Every weekday';
    case 'chosen-weekdays':
      return `Every ${list([...recurrence.days].sort().map((each) => WEEKDAY_NAMES[each]))}`;
  }
};

/** "Every weekday at 8:00am, from Monday 30 November 2026, until Saturday 1 May 2027." A first day that has come is left out. */
const recurrence = (rule: Recurrence, today: LocalDate): string => {
  if (rule.kind === 'once') return `Once, on ${fullDay(rule.at.slice(0, 10))} at ${time(rule.at.slice(11, 16))}.`;
  const from = rule.from > today ? `, from ${fullDay(rule.from)}` : '';
  const until = rule.until === undefined ? '' : `, until ${fullDay(rule.until)}`;
  return `${howOften(rule)} at ${time(rule.time)}${from}${until}.`;
};

/** Days and times, as the pages write them. */
export const when = {
  weekdays: WEEKDAY_NAMES,
  time,
  day,
  fullDay,
  list,
  recurrence,
  next: (date: LocalDate) => `Next: ${day(date)}.`,
  noNext: 'It is not due again.',
  paused: 'Paused.',
  clocksChange:
    'On the night the clocks go forward there is no such time: it comes at 2:00am. On the night they go back it comes once.',
  today: (date: string) => `Today, ${date}`,
  tomorrow: (date: string) => `Tomorrow, ${date}`,
  yesterday: (date: string) => `Yesterday, ${date}`,
  atOn: (at: string, date: string) => `${at} on ${date}`,
  atToday: (at: string) => `${at} today`,
  between: (from: string, to: string) => `${from} to ${to}`,
  hoursOn: (days: string, hours: string) => `${days}, ${hours}`,
  minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
};
