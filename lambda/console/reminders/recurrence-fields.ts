import * as v from 'valibot';
import type { LocalDate, LocalTime } from '../../core/kernel/uk-time.ts';
import { RECURRENCE_LIMITS, type Recurrence } from '../../core/timetable/recurrence.ts';
import { dateField, optionalDateField, readDate } from '../forms/date-field.ts';
import { readTime, timeField } from '../forms/time-field.ts';

export const OFTEN = [
  'once',
  'daily',
  'weekdays',
  'chosen-weekdays',
  'every-n-days',
  'every-n-weeks',
  'monthly-on-date',
  'monthly-on-weekday',
  'every-n-hours',
] as const satisfies readonly Recurrence['kind'][];

type Range = { readonly atLeast: number; readonly atMost: number };

/** A whole number in a range: left empty is one mistake, everything else another. */
const numberField = ({ atLeast, atMost }: Range, missing: string, wrong: string) =>
  v.pipe(
    v.string(),
    v.nonEmpty(missing),
    v.regex(/^\d{1,4}$/, wrong),
    v.transform(Number),
    v.minValue(atLeast, wrong),
    v.maxValue(atMost, wrong),
  );

const weekdayField = (missing: string) =>
  v.pipe(
    v.picklist(['1', '2', '3', '4', '5', '6', '7'], missing),
    v.transform(Number),
    v.picklist([1, 2, 3, 4, 5, 6, 7], missing),
  );

const days = v.pipe(
  v.array(weekdayField('days-missing')),
  v.minLength(1, 'days-missing'),
  v.transform((chosen) => [...new Set(chosen)].sort()),
);

const nth = v.pipe(
  v.picklist(['1', '2', '3', '4', 'last'], 'nth-missing'),
  v.transform((chosen) => (chosen === 'last' ? chosen : Number(chosen))),
  v.picklist([1, 2, 3, 4, 'last'], 'nth-missing'),
);

const span = { from: optionalDateField('from-wrong'), until: optionalDateField('until-wrong') };

const { days: ofDays, weeks: ofWeeks, hours: ofHours } = RECURRENCE_LIMITS;

/** How often, and what that asks for; the message of an issue is the code of a mistake. */
export const whenSchema = v.variant(
  'often',
  [
    v.object({ often: v.literal('once'), date: dateField() }),
    v.object({ often: v.literal('daily'), ...span }),
    v.object({ often: v.literal('weekdays'), ...span }),
    v.object({ often: v.literal('chosen-weekdays'), days, ...span }),
    v.object({
      often: v.literal('every-n-days'),
      every: numberField(ofDays, 'every-days-missing', 'every-days-wrong'),
      ...span,
    }),
    v.object({
      often: v.literal('every-n-weeks'),
      every: numberField(ofWeeks, 'every-weeks-missing', 'every-weeks-wrong'),
      days,
      ...span,
    }),
    v.object({
      often: v.literal('monthly-on-date'),
      monthDay: numberField({ atLeast: 1, atMost: 31 }, 'month-day-missing', 'month-day-wrong'),
      ...span,
    }),
    v.object({ often: v.literal('monthly-on-weekday'), nth, weekday: weekdayField('weekday-missing'), ...span }),
    v.object({
      often: v.literal('every-n-hours'),
      every: numberField(ofHours, 'every-hours-missing', 'every-hours-wrong'),
      ...span,
    }),
  ],
  'often-missing',
);

export type When = v.InferOutput<typeof whenSchema>;

/** What is typed with commas, semicolons or line ends in between; blanks do not count. */
const parts = (typed: string): readonly string[] =>
  typed
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Each part read, none twice and in order. One part that cannot be read is the mistake `wrong`, too many are `many`. */
const listField = (read: (part: string) => string | undefined, atMost: number, wrong: string, many: string) =>
  v.pipe(
    v.string(),
    v.rawTransform<string, readonly string[]>(({ dataset, addIssue, NEVER }) => {
      const found = parts(dataset.value).map(read);
      const known = found.filter((each) => each !== undefined);
      const all = [...new Set(known)].sort();
      if (known.length === found.length && all.length <= atMost) return all;
      addIssue({ message: known.length < found.length ? wrong : many });
      return NEVER;
    }),
  );

const timeIn = (part: string): LocalTime | undefined => {
  const read = readTime(part);
  return typeof read === 'object' ? read.time : undefined;
};

const dateIn = (part: string): LocalDate | undefined => {
  const [day = '', month = '', year = '', ...more] = part.split(/[\s/.-]+/);
  const read = more.length === 0 ? readDate({ day, month, year }) : undefined;
  return typeof read === 'object' ? read.date : undefined;
};

const moreTimes = listField(timeIn, RECURRENCE_LIMITS.timesADay - 1, 'more-times-wrong', 'more-times-many');
const leftOut = listField(dateIn, RECURRENCE_LIMITS.leftOut, 'left-out-wrong', 'left-out-many');

const bankHolidays = v.picklist(['', 'usual', 'nothing', 'next-working-day'], 'bank-holidays-missing');

export const timeSchema = v.object({ time: timeField() });

/** Only what is asked for with a kind of rule is read: what was typed for another one is left alone. */
export const hoursSchema = v.object({ leftOut });
export const daysSchema = v.object({ moreTimes, leftOut, bankHolidays });
