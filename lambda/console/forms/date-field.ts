import * as v from 'valibot';
import { isLocalDate, type LocalDate } from '../../core/kernel/uk-time.ts';

/** A date in its three boxes, as it was typed. */
export type TypedDate = { readonly day: string; readonly month: string; readonly year: string };

export type DateMistake = 'date-missing' | 'date-incomplete' | 'date-wrong';

const padded = (digits: string, length: number): string => digits.padStart(length, '0');

/** Reads three boxes. A year of two digits is one of this century. */
export const readDate = ({ day, month, year }: TypedDate): { readonly date: LocalDate } | DateMistake => {
  const typed = [day, month, year];
  if (typed.every((box) => box === '')) return 'date-missing';
  if (typed.some((box) => box === '')) return 'date-incomplete';
  if (!typed.every((box) => /^\d{1,4}$/.test(box))) return 'date-wrong';
  const fullYear = year.length === 2 ? `20${year}` : year;
  const date = `${padded(fullYear, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  return isLocalDate(date) && fullYear.length === 4 ? { date } : 'date-wrong';
};

/** The three boxes of a date. */
export const typedDateOf = (date: LocalDate): TypedDate => ({
  day: String(Number(date.slice(8, 10))),
  month: String(Number(date.slice(5, 7))),
  year: date.slice(0, 4),
});

const boxes = v.object({ day: v.string(), month: v.string(), year: v.string() });

/** A date that must be typed; the message of its issue is a `DateMistake`. */
export const dateField = () =>
  v.pipe(
    boxes,
    v.rawTransform<TypedDate, LocalDate>(({ dataset, addIssue, NEVER }) => {
      const read = readDate(dataset.value);
      if (typeof read === 'object') return read.date;
      addIssue({ message: read });
      return NEVER;
    }),
  );

/** A date that may be left empty; anything else that is no date is the one mistake `message`. */
export const optionalDateField = (message: string) =>
  v.pipe(
    boxes,
    v.rawTransform<TypedDate, LocalDate | undefined>(({ dataset, addIssue, NEVER }) => {
      const read = readDate(dataset.value);
      if (typeof read === 'object') return read.date;
      if (read === 'date-missing') return undefined;
      addIssue({ message });
      return NEVER;
    }),
  );
