import type { PartOfDay } from '../core/diary/part-of-day.ts';
import type { Instant } from '../core/kernel/clock.ts';
import {
  addDays,
  calendarDay,
  dateOf,
  type LocalDate,
  type LocalDateTime,
  type LocalTime,
  localDate,
  localDateTime,
  timeOf,
  weekdayOf,
} from '../core/kernel/uk-time.ts';
import { monthName, ordinal, weekdayName } from './calendar-words.ts';
import { type Phrase, spokenAndShown, spokenFrom } from './ssml.ts';
import { timeWords, windowStartWords } from './time-words.ts';
import type { Voice } from './voice.ts';

/** "Tuesday the 24th of November", shown as "Tuesday 24 November". */
export const dateWords = (date: LocalDate): Phrase => {
  const { day, month } = calendarDay(date);
  const weekday = weekdayName(weekdayOf(date));
  return spokenAndShown(
    `${weekday} the ${ordinal(day)} of ${monthName(month)}`,
    `${weekday} ${day} ${monthName(month)}`,
  );
};

/** "Tuesday the 24th", within a list of the coming days. */
export const shortDateWords = (date: LocalDate): Phrase => {
  const { day } = calendarDay(date);
  const weekday = weekdayName(weekdayOf(date));
  return spokenAndShown(`${weekday} the ${ordinal(day)}`, `${weekday} ${day}`);
};

/** A day without "on": "today", "tomorrow, Wednesday the 25th of November", "Friday the 27th of November". */
export const bareDayWords = (date: LocalDate, voice: Voice): Phrase => {
  const today = localDate(voice.now);
  const dated = { date: dateWords(date) };
  if (date === today) return voice.settings.steadyWords ? voice.say('day.today-dated', dated) : voice.say('day.today');
  if (date === addDays(today, 1)) return voice.say('day.tomorrow', dated);
  return date === addDays(today, -1) ? voice.say('day.yesterday') : dateWords(date);
};

/** A day as it follows a verb: "today", "tomorrow, Wednesday …", "on Friday the 27th of November". */
export const dayWords = (date: LocalDate, voice: Voice): Phrase => {
  const today = localDate(voice.now);
  const isNear = date >= addDays(today, -1) && date <= addDays(today, 1);
  return isNear ? bareDayWords(date, voice) : voice.say('day.on', { date: dateWords(date) });
};

/** A part of a day: "this morning", "tonight", "on Friday the 27th of November, in the evening". */
export const partWords = (date: LocalDate, part: PartOfDay, voice: Voice): Phrase =>
  date === localDate(voice.now)
    ? voice.say(`part.today.${part}`)
    : voice.say(`part.${part}`, { day: dayWords(date, voice) });

/** A time or a window: "at nine in the morning", "between nine and ten in the morning" (shown "9:00am to 10:00am"). */
export const windowWords = (from: LocalTime, to: LocalTime | undefined, voice: Voice): Phrase => {
  if (to === undefined || to === from) return voice.say('time.at', { time: timeWords(from) });
  const spoken = voice.say('time.between', { from: windowStartWords(from, to), to: timeWords(to) });
  return spokenFrom(spoken, voice.say('time.from-to', { from: timeWords(from), to: timeWords(to) }));
};

/** Day and time together: "today at nine in the morning", "tomorrow, Wednesday the 25th of November, at nine in the morning". */
export const whenWords = (at: LocalDateTime, until: LocalDateTime | undefined, voice: Voice): Phrase => {
  const date = dateOf(at);
  const isSameDay = until !== undefined && dateOf(until) === date;
  const time = windowWords(timeOf(at), isSameDay ? timeOf(until) : undefined, voice);
  const isClose = date === localDate(voice.now) && !voice.settings.steadyWords;
  return voice.say(isClose ? 'when.close' : 'when.apart', { day: dayWords(date, voice), time });
};

/** An instant as it is told: day and time. */
export const instantWords = (at: Instant, voice: Voice): Phrase => whenWords(localDateTime(at), undefined, voice);

/** "Tuesday the 24th to Monday the 30th", or the day alone. */
export const bareDaysWords = (days: { readonly from: LocalDate; readonly to: LocalDate }, voice: Voice): Phrase =>
  voice.say('days.range', { from: shortDateWords(days.from), to: shortDateWords(days.to) });

/** "between Tuesday the 24th and Monday the 30th", or the day alone. */
export const daysWords = ({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }, voice: Voice): Phrase =>
  from === to
    ? dayWords(from, voice)
    : voice.say('days.between', { from: shortDateWords(from), to: shortDateWords(to) });
