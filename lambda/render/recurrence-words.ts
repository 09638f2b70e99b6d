import { calendarDay, dateOf, type LocalDate, timeOf, type Weekday } from '../core/kernel/uk-time.ts';
import { BANK_HOLIDAYS_KNOWN_UNTIL } from '../core/timetable/bank-holidays.ts';
import {
  type DayRecurrence,
  firstDayOf,
  type HoursRecurrence,
  type Recurrence,
  timesOf,
} from '../core/timetable/recurrence.ts';
import { numberWords, ordinal, weekdayName } from './calendar-words.ts';
import { dateWords } from './day-words.ts';
import { english, type Say } from './say.ts';
import { heardOf, listWords, type Phrase, phraseOf } from './ssml.ts';
import { timeWords } from './time-words.ts';

/** When a Reminder comes, in plain English: as it is said (plain text, not SSML) and as it is shown on a page. */
export type PlanWords = { readonly spoken: string; readonly written: string };

/** A date, written with its year; in speech only another year than `near` is said. */
const dated = (date: LocalDate, near: LocalDate): Phrase => {
  const words = dateWords(date);
  const { year } = calendarDay(date);
  const text = `${words.text} ${year}`;
  return { ssml: year === calendarDay(near).year ? words.ssml : `${words.ssml} ${year}`, text };
};

const daysWords = (days: readonly Weekday[]): Phrase =>
  listWords([...days].sort((a, b) => a - b).map((day) => phraseOf(weekdayName(day))));

const weeksWords = (every: number, days: readonly Weekday[], time: Phrase, say: Say): Phrase => {
  const gaps = { days: daysWords(days), time };
  if (every !== 2) return say('plan.n-weeks', { ...gaps, number: numberWords(every) });
  return days.length === 1 ? say('plan.second-weekday', gaps) : say('plan.second-week', gaps);
};

const monthDayWords = (day: number, time: Phrase, say: Say): Phrase => {
  if (day === 31) return say('plan.month-last-day', { time });
  return say(day > 28 ? 'plan.month-day-or-last' : 'plan.month-day', { day: phraseOf(ordinal(day)), time });
};

const howOften = (rule: DayRecurrence, say: Say): Phrase => {
  const time = listWords(timesOf(rule).map(timeWords));
  switch (rule.kind) {
    case 'daily':
      return say('plan.daily', { time });
    case 'weekdays':
      return say('plan.weekdays', { time });
    case 'chosen-weekdays':
      return say('plan.chosen-weekdays', { days: daysWords(rule.days), time });
    case 'every-n-days':
      return rule.every === 2
        ? say('plan.second-day', { time })
        : say('plan.n-days', { number: numberWords(rule.every), time });
    case 'every-n-weeks':
      return weeksWords(rule.every, rule.days, time, say);
    case 'monthly-on-date':
      return monthDayWords(rule.day, time, say);
    case 'monthly-on-weekday':
      return say(`plan.month-weekday-${rule.nth}`, { days: daysWords([rule.weekday]), time });
  }
};

const hoursWords = ({ every, first }: HoursRecurrence, today: LocalDate, say: Say): Phrase =>
  say('plan.hours', {
    count: every,
    number: numberWords(every),
    time: timeWords(timeOf(first)),
    day: say('day.on', { date: dated(dateOf(first), today) }),
  });

/** The first day, where it is still to come, and the last. Hours name their first day anyway. */
const spanWords = (rule: Exclude<Recurrence, { kind: 'once' }>, today: LocalDate, say: Say): readonly Phrase[] => [
  ...(rule.kind !== 'every-n-hours' && firstDayOf(rule) > today
    ? [say('plan.from', { date: dated(firstDayOf(rule), today) })]
    : []),
  ...(rule.until === undefined ? [] : [say('plan.until', { date: dated(rule.until, today) })]),
];

const inOne = (phrases: readonly Phrase[], between: string): Phrase => ({
  ssml: phrases.map(({ ssml }) => ssml).join(between),
  text: phrases.map(({ text }) => text).join(between),
});

const sentence = (phrases: readonly Phrase[]): Phrase => {
  const { ssml, text } = inOne(phrases, ', ');
  return { ssml: `${ssml}.`, text: `${text}.` };
};

/** After the last day of which it is known whether it is a bank holiday, the rule says so. */
const bankHolidayWords = ({ bankHolidays, until }: DayRecurrence, today: LocalDate, say: Say): readonly Phrase[] => {
  if (bankHolidays === undefined) return [];
  const date = dated(BANK_HOLIDAYS_KNOWN_UNTIL, today);
  return [
    say(bankHolidays.instead === 'nothing' ? 'plan.no-bank-holidays' : 'plan.bank-holidays-moved'),
    ...(until !== undefined && until <= BANK_HOLIDAYS_KNOWN_UNTIL ? [] : [say('plan.bank-holidays-known', { date })]),
  ];
};

/** Dates that are left out, as far as they are still to come. */
const exceptWords = (except: readonly LocalDate[], today: LocalDate, say: Say): readonly Phrase[] => {
  const coming = except.filter((date) => date >= today).sort();
  if (coming.length === 0) return [];
  return [say('plan.except', { days: listWords(coming.map((date) => say('day.on', { date: dated(date, today) }))) })];
};

const ruleWords = (recurrence: Recurrence, today: LocalDate, say: Say): readonly Phrase[] => {
  if (recurrence.kind === 'once') {
    const day = say('day.on', { date: dated(dateOf(recurrence.at), today) });
    return [sentence([say('plan.once', { day, time: timeWords(timeOf(recurrence.at)) })])];
  }
  const span = spanWords(recurrence, today, say);
  const except = exceptWords(recurrence.except ?? [], today, say);
  return recurrence.kind === 'every-n-hours'
    ? [sentence([hoursWords(recurrence, today, say), ...span]), ...except, say('plan.hours-pass')]
    : [sentence([howOften(recurrence, say), ...span]), ...except, ...bankHolidayWords(recurrence, today, say)];
};

/** Says a Recurrence in one phrase that is whole sentences: spoken as it is shown. */
export const planPhrase = (recurrence: Recurrence, today: LocalDate, say: Say): Phrase =>
  inOne(ruleWords(recurrence, today, say), ' ');

/** Says a Recurrence in the words of one language: see `planWords`. */
export const planWordsWith =
  (say: Say) =>
  (recurrence: Recurrence, today: LocalDate): PlanWords => {
    const rule = inOne(ruleWords(recurrence, today, say), ' ');
    return { spoken: heardOf(rule), written: rule.text };
  };

/**
 * Says a Recurrence, the same sentence spoken and shown: "Every second Tuesday at 9:00am, until Saturday 1 May 2027. Not on bank
 * holidays." A first day that has come is left out, and so are dates left out that are over.
 */
export const planWords = planWordsWith(english);
