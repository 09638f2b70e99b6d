import { calendarDay, dateOf, type LocalDate, timeOf, type Weekday } from '../core/kernel/uk-time.ts';
import type { Recurrence } from '../core/timetable/recurrence.ts';
import { weekdayName } from './calendar-words.ts';
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

type Again = Exclude<Recurrence, { kind: 'once' }>;

const howOften = (recurrence: Again, say: Say): Phrase =>
  recurrence.kind === 'chosen-weekdays'
    ? say('plan.chosen-weekdays', { days: daysWords(recurrence.days), time: timeWords(recurrence.time) })
    : say(recurrence.kind === 'daily' ? 'plan.daily' : 'plan.weekdays', { time: timeWords(recurrence.time) });

/** The first day, where it is still to come, and the last. */
const spanWords = (recurrence: Again, today: LocalDate, say: Say): readonly Phrase[] => [
  ...(recurrence.from > today ? [say('plan.from', { date: dated(recurrence.from, today) })] : []),
  ...(recurrence.until === undefined ? [] : [say('plan.until', { date: dated(recurrence.until, today) })]),
];

const inOne = (phrases: readonly Phrase[]): Phrase => ({
  ssml: `${phrases.map(({ ssml }) => ssml).join(', ')}.`,
  text: `${phrases.map(({ text }) => text).join(', ')}.`,
});

const ruleWords = (recurrence: Recurrence, today: LocalDate, say: Say): Phrase => {
  if (recurrence.kind !== 'once') return inOne([howOften(recurrence, say), ...spanWords(recurrence, today, say)]);
  const day = say('day.on', { date: dated(dateOf(recurrence.at), today) });
  return inOne([say('plan.once', { day, time: timeWords(timeOf(recurrence.at)) })]);
};

/** Says a Recurrence in the words of one language: see `planWords`. */
export const planWordsWith =
  (say: Say) =>
  (recurrence: Recurrence, today: LocalDate): PlanWords => {
    const rule = ruleWords(recurrence, today, say);
    return { spoken: heardOf(rule), written: rule.text };
  };

/**
 * Says a Recurrence, the same sentence spoken and shown: "Every weekday at 8:00am, until Saturday 1 May 2027." A first day
 * that has come is left out.
 */
export const planWords = planWordsWith(english);
