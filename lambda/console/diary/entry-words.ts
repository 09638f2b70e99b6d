import { type DiaryEntry, endOf, isPlanned } from '../../core/diary/diary-entry.ts';
import { dateOf, type LocalDate, localDateTime, timeOf } from '../../core/kernel/uk-time.ts';
import { momentWords } from '../residents/moment.ts';
import type { Words } from '../words/en.ts';

/** What an entry is: "Care visit: Sandra", "At the dentist, Bridge Street". */
export const entryTitle = (entry: DiaryEntry, { diary }: Words): string => {
  if (entry.kind === 'visit') {
    const what = diary.visits[entry.what];
    return entry.who === undefined ? what : diary.withWho(what, entry.who);
  }
  const what = diary.appointments[entry.what];
  return entry.where === undefined ? what : diary.atWhere(what, entry.where);
};

/** Its time, or the window of a Visit. */
export const entryTime = ({ at, until }: DiaryEntry, { when }: Words): string =>
  until === undefined ? when.time(timeOf(at)) : when.between(when.time(timeOf(at)), when.time(timeOf(until)));

export const entryMoment = (entry: DiaryEntry, words: Words): string =>
  words.when.atOn(entryTime(entry, words), words.when.fullDay(dateOf(entry.at)));

/** Who said so, and when. */
export const entrySource = (entry: DiaryEntry, today: LocalDate, words: Words): string =>
  words.diary.fromAsOf(words.diary.sources[entry.source], momentWords(entry.asOf, today, words));

/** Whether an entry can still be moved or cancelled. */
export const isToCome = (entry: DiaryEntry, now: number): boolean =>
  isPlanned(entry) && endOf(entry) > localDateTime(now);

/** The path of what can be done with an entry, below the console's own. */
export const entryPath = (entry: DiaryEntry, act: 'move' | 'cancel'): string =>
  `/residents/${entry.residentId}/diary/${entry.at}/${entry.id}/${act}`;
