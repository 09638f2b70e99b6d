import { calendarDay, dateOf, type LocalDate, timeOf, type Weekday } from '../core/kernel/uk-time.ts';
import type { Occurrence } from '../core/timetable/occurrence.ts';
import type { Recurrence } from '../core/timetable/recurrence.ts';
import { weekdayName } from './calendar-words.ts';
import { dateWords } from './day-words.ts';
import { english, type Say } from './say.ts';
import { heardOf, listWords, type Phrase, phraseOf } from './ssml.ts';
import { timeWords } from './time-words.ts';

/** When a Reminder comes, in plain English: as it is said (plain text, not SSML) and as it is shown on a page. */
export type PlanWords = { readonly spoken: string; readonly written: string };

/** A date; one of another year than `near` says its year. */
const dated = (date: LocalDate, near: LocalDate): Phrase => {
  const words = dateWords(date);
  const { year } = calendarDay(date);
  if (year === calendarDay(near).year) return words;
  return { ssml: `${words.ssml} ${year}`, text: `${words.text} ${year}` };
};

const daysWords = (days: readonly Weekday[]): Phrase =>
  listWords([...days].sort((a, b) => a - b).map((day) => phraseOf(weekdayName(day))));

const ruleWords = (recurrence: Recurrence, say: Say): Phrase => {
  if (recurrence.kind === 'once') {
    const day = say('day.on', { date: dateWords(dateOf(recurrence.at)) });
    return say('plan.once', { day, time: timeWords(timeOf(recurrence.at)) });
  }
  const time = timeWords(recurrence.time);
  if (recurrence.until === undefined) {
    if (recurrence.kind === 'chosen-weekdays')
      return say('plan.chosen-weekdays', { days: daysWords(recurrence.days), time });
    return say(recurrence.kind === 'daily' ? 'plan.daily' : 'plan.weekdays', { time });
  }
  const until = dated(recurrence.until, recurrence.from);
  if (recurrence.kind === 'chosen-weekdays')
    return say('plan.chosen-weekdays-until', { days: daysWords(recurrence.days), time, until });
  return say(recurrence.kind === 'daily' ? 'plan.daily-until' : 'plan.weekdays-until', { time, until });
};

/** Says a Recurrence in the words of one language: see `planWords`. */
export const planWordsWith =
  (say: Say) =>
  (recurrence: Recurrence, next?: Occurrence): PlanWords => {
    const rule = ruleWords(recurrence, say);
    if (recurrence.kind === 'once' || next === undefined) return { spoken: heardOf(rule), written: rule.text };
    const upcoming = say('plan.next', { date: dated(dateOf(next.local), recurrence.from) });
    return { spoken: `${heardOf(rule)} ${heardOf(upcoming)}`, written: `${rule.text} ${upcoming.text}` };
  };

/**
 * Says a Recurrence and its next occurrence, the same sentence spoken and shown: "Every weekday at 8:00am. Next: Tuesday 24
 * November." Once only: its day is the next one, so it is not said twice. Without a next occurrence only the rule is said.
 */
export const planWords = planWordsWith(english);
