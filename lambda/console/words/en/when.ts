import { calendarDay, type LocalDate, type Weekday, weekdayOf } from '../../../core/kernel/uk-time.ts';
import type { Recurrence } from '../../../core/timetable/recurrence.ts';
import { monthName, weekdayName } from '../../../render/calendar-words.ts';
import { planWords } from '../../../render/recurrence-words.ts';
import { shownTime } from '../../../render/time-words.ts';

const day = (date: LocalDate): string => {
  const { month, day } = calendarDay(date);
  return `${weekdayName(weekdayOf(date))} ${day} ${monthName(month)}`;
};

const fullDay = (date: LocalDate): string => `${day(date)} ${calendarDay(date).year}`;

const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const weekdays: Readonly<Record<Weekday, string>> = {
  1: weekdayName(1),
  2: weekdayName(2),
  3: weekdayName(3),
  4: weekdayName(4),
  5: weekdayName(5),
  6: weekdayName(6),
  7: weekdayName(7),
};

/** Days and times, as the pages write them. */
export const when = {
  weekdays,
  time: shownTime,
  day,
  fullDay,
  list,
  /** The same sentence that is spoken. */
  recurrence: (rule: Recurrence, today: LocalDate) => planWords(rule, today).written,
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
