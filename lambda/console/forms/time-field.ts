import * as v from 'valibot';
import type { LocalTime } from '../../core/kernel/uk-time.ts';

/** What is wrong with a typed time. */
export type TimeMistake = 'time-missing' | 'time-wrong' | 'time-which-half';

const NAMED: ReadonlyMap<string, LocalTime> = new Map([
  ['midday', '12:00'],
  ['noon', '12:00'],
  ['hanner dydd', '12:00'],
  ['midnight', '00:00'],
  ['hanner nos', '00:00'],
]);

const TYPED = /^(\d{1,2})(?:[:. ]?(\d{2}))?\s*([ap])?\.?\s*(?:m\.?)?$/;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const on12HourDial = (hour: number, half: string): number | undefined =>
  hour < 1 || hour > 12 ? undefined : (hour % 12) + (half === 'p' ? 12 : 0);

/**
 * Reads a time as people type it: 8:00, 08:00, 8am, 8.30 pm, 20:30, 0830, midday. Without am or pm it is read on the
 * 24-hour dial; a bare hour of one to twelve is not guessed.
 */
export const readTime = (typed: string): { readonly time: LocalTime } | TimeMistake => {
  const text = typed.trim().toLowerCase();
  if (text === '') return 'time-missing';
  const named = NAMED.get(text);
  if (named !== undefined) return { time: named };
  const [, hourTyped, minuteTyped, half] = TYPED.exec(text) ?? [];
  if (hourTyped === undefined) return 'time-wrong';
  if (text.endsWith('m') && half === undefined) return 'time-wrong';
  const isBare = half === undefined && minuteTyped === undefined;
  if (isBare && Number(hourTyped) >= 1 && Number(hourTyped) <= 12) return 'time-which-half';
  const hour = half === undefined ? Number(hourTyped) : on12HourDial(Number(hourTyped), half);
  const minute = Number(minuteTyped ?? '0');
  if (hour === undefined || hour > 23 || minute > 59) return 'time-wrong';
  return { time: `${twoDigits(hour)}:${twoDigits(minute)}` };
};

/** A time that must be typed; the message of its issue is a `TimeMistake`. */
export const timeField = () =>
  v.pipe(
    v.string(),
    v.rawTransform<string, LocalTime>(({ dataset, addIssue, NEVER }) => {
      const read = readTime(dataset.value);
      if (typeof read === 'object') return read.time;
      addIssue({ message: read });
      return NEVER;
    }),
  );

/** A time that may be left empty. */
export const optionalTimeField = () =>
  v.pipe(
    v.string(),
    v.rawTransform<string, LocalTime | undefined>(({ dataset, addIssue, NEVER }) => {
      const read = readTime(dataset.value);
      if (typeof read === 'object') return read.time;
      if (read === 'time-missing') return undefined;
      addIssue({ message: read });
      return NEVER;
    }),
  );
