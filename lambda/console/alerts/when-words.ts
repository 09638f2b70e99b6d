import { instantOf, type LocalDateTime } from '../../core/kernel/uk-time.ts';
import { momentWords } from '../residents/moment.ts';
import type { AlertDesk } from './alert-desk.ts';

type Desk = Pick<AlertDesk, 'today' | 'words'>;

/** A wall time as the pages of Alerts write it: "8:10am today". */
export const localWords = (at: LocalDateTime, { today, words }: Desk): string =>
  momentWords(instantOf(at), today, words);

/** An instant in the same words. */
export const instantWords = (at: number, { today, words }: Desk): string => momentWords(at, today, words);
