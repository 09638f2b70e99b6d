import * as v from 'valibot';
import { NATIONS } from '../../core/people/home.ts';
import { NTHS, type Recurrence } from '../../core/timetable/recurrence.ts';
import { number, text } from './people-schema.ts';

const weekdaySchema = v.picklist([1, 2, 3, 4, 5, 6, 7]);

/** Rows from before rules could leave days out, or be due several times a day, have none of the last three. */
const ofDays = {
  time: text,
  from: text,
  until: v.exactOptional(text),
  andAt: v.exactOptional(v.array(text)),
  except: v.exactOptional(v.array(text)),
  bankHolidays: v.exactOptional(
    v.object({ nation: v.picklist(NATIONS), instead: v.picklist(['nothing', 'next-working-day']) }),
  ),
};

const everySchema = v.pipe(number, v.integer(), v.minValue(1));

/** A rule as it stands in a row. A period of less than one, or a day that no month has, is a row that cannot be read. */
export const recurrenceSchema = v.variant('kind', [
  v.object({ kind: v.literal('once'), at: text }),
  v.object({ kind: v.literal('daily'), ...ofDays }),
  v.object({ kind: v.literal('weekdays'), ...ofDays }),
  v.object({ kind: v.literal('chosen-weekdays'), days: v.array(weekdaySchema), ...ofDays }),
  v.object({ kind: v.literal('every-n-days'), every: everySchema, ...ofDays }),
  v.object({ kind: v.literal('every-n-weeks'), every: everySchema, days: v.array(weekdaySchema), ...ofDays }),
  v.object({
    kind: v.literal('monthly-on-date'),
    day: v.pipe(number, v.integer(), v.minValue(1), v.maxValue(31)),
    ...ofDays,
  }),
  v.object({ kind: v.literal('monthly-on-weekday'), nth: v.picklist(NTHS), weekday: weekdaySchema, ...ofDays }),
  v.object({
    kind: v.literal('every-n-hours'),
    every: everySchema,
    first: text,
    until: v.exactOptional(text),
    except: v.exactOptional(v.array(text)),
  }),
]) satisfies v.GenericSchema<unknown, Recurrence>;
