import type { when as english } from '../en/when.ts';
import { day, fullDay, list, small, time, WEEKDAY_NAMES } from './days.ts';
import { ruleWords } from './rule-words.ts';

/** Dyddiau ac amserau. */
export const when: typeof english = {
  weekdays: WEEKDAY_NAMES,
  time,
  day,
  fullDay,
  list,
  recurrence: ruleWords,
  next: (date) => `Nesaf: ${day(date)}.`,
  noNext: 'Ni fydd yn digwydd eto.',
  paused: 'Wedi’i oedi.',
  clocksChange:
    'Y noson y mae’r clociau’n mynd ymlaen nid oes amser o’r fath: daw am 2:00am. Y noson y maent yn mynd yn ôl daw unwaith.',
  today: (date) => `Heddiw, ${small(date)}`,
  tomorrow: (date) => `Yfory, ${small(date)}`,
  yesterday: (date) => `Ddoe, ${small(date)}`,
  atOn: (at, date) => `${at} ${small(date)}`,
  atToday: (at) => `${at} heddiw`,
  between: (from, to) => `${from} tan ${to}`,
  hoursOn: (days, hours) => `${days}, ${hours}`,
  minutes: (count) => `${count} munud`,
};
