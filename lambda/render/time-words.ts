import type { LocalTime } from '../core/kernel/uk-time.ts';
import { inWords } from './calendar-words.ts';
import { type Phrase, spokenAndShown } from './ssml.ts';

/** The part of the day as people say it after a time. */
const partOf = (hour: number): string => {
  if (hour >= 5 && hour < 12) return 'in the morning';
  if (hour >= 12 && hour < 18) return 'in the afternoon';
  if (hour >= 18 && hour < 22) return 'in the evening';
  return hour < 5 && hour > 0 ? 'in the morning' : 'at night';
};

const onDial = (hour: number): string => inWords(hour % 12 === 0 ? 12 : hour % 12);

const MINUTES: Readonly<Record<number, string>> = { 15: 'quarter', 30: 'half' };

const minutesIn = (minute: number): string => {
  const named = MINUTES[minute];
  if (named !== undefined) return named;
  const word = inWords(minute);
  return minute % 5 === 0 ? word : `${word} ${minute === 1 ? 'minute' : 'minutes'}`;
};

const hourOf = (time: LocalTime): number => Number(time.slice(0, 2));
const minuteOf = (time: LocalTime): number => Number(time.slice(3, 5));

/** The time on the dial: "eight", "half past eight", "quarter to nine", "three minutes past nine". */
const dial = (time: LocalTime): string => {
  const [hour, minute] = [hourOf(time), minuteOf(time)];
  if (minute === 0) return onDial(hour);
  return minute <= 30
    ? `${minutesIn(minute)} past ${onDial(hour)}`
    : `${minutesIn(60 - minute)} to ${onDial(hour + 1)}`;
};

const NAMED: Readonly<Record<LocalTime, string>> = { '12:00': 'midday', '00:00': 'midnight' };

/** GOV.UK style: 8:30am, midday, midnight. */
export const shownTime = (time: LocalTime): string => {
  const named = NAMED[time];
  if (named !== undefined) return named;
  const hour = hourOf(time) % 12 === 0 ? 12 : hourOf(time) % 12;
  return `${hour}:${time.slice(3, 5)}${hourOf(time) < 12 ? 'am' : 'pm'}`;
};

/** "half past eight in the morning", "midday"; never am or pm, which nobody hears right. */
export const timeWords = (time: LocalTime): Phrase =>
  spokenAndShown(NAMED[time] ?? `${dial(time)} ${partOf(hourOf(time))}`, shownTime(time));

/** "eight o'clock", "half past eight": the time alone, as a reminder is named by it. */
export const dialWords = (time: LocalTime): Phrase =>
  spokenAndShown(NAMED[time] ?? (minuteOf(time) === 0 ? `${dial(time)} o'clock` : dial(time)), shownTime(time));

/** "nine" before "and ten in the morning": the part of the day is said once where both ends share it. */
export const windowStartWords = (from: LocalTime, to: LocalTime): Phrase => {
  const isShared = NAMED[from] === undefined && NAMED[to] === undefined && partOf(hourOf(from)) === partOf(hourOf(to));
  return isShared ? spokenAndShown(dial(from), shownTime(from)) : timeWords(from);
};
