import * as v from 'valibot';
import type { NewEntry } from '../../core/diary/change-diary.ts';
import { APPOINTMENT_KINDS, type DiaryEntry, VISIT_KINDS } from '../../core/diary/diary-entry.ts';
import { atTime, dateOf, timeOf } from '../../core/kernel/uk-time.ts';
import { dateField, type TypedDate, typedDateOf } from '../forms/date-field.ts';
import { type Form, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import { optionalTimeField, timeField } from '../forms/time-field.ts';
import type { Words } from '../words/en.ts';

export type EntryKind = DiaryEntry['kind'];

/** The diary form as it was typed. `name` is a first name or a place. */
export type TypedEntry = {
  readonly what: string;
  readonly name: string;
  readonly date: TypedDate;
  readonly from: string;
  readonly until: string;
  readonly key: string;
};

export const blankEntry = (key: string): TypedEntry => ({
  what: '',
  name: '',
  date: { day: '', month: '', year: '' },
  from: '',
  until: '',
  key,
});

export const typedEntry = (form: Form): TypedEntry => ({
  what: one(form, 'what'),
  name: one(form, 'name'),
  date: { day: one(form, 'date-day'), month: one(form, 'date-month'), year: one(form, 'date-year') },
  from: one(form, 'from'),
  until: one(form, 'until'),
  key: one(form, 'key'),
});

/** An entry that stands, as it would have been typed. */
export const typedFromEntry = (entry: DiaryEntry): TypedEntry => ({
  ...blankEntry(''),
  date: typedDateOf(dateOf(entry.at)),
  from: timeOf(entry.at),
  until: entry.until === undefined ? '' : timeOf(entry.until),
});

/** A first name: letters, with what stands between them. */
const FIRST_NAME = /^\p{L}[\p{L}\p{M}'’ -]{0,39}$/u;
const PLACE_NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,&() -]{0,59}$/u;

const nameField = (pattern: RegExp, message: string) =>
  v.pipe(
    v.string(),
    v.check((name) => name === '' || pattern.test(name), message),
  );

const time = { date: dateField(), from: timeField(), until: optionalTimeField() };

const visitSchema = v.object({
  what: v.picklist(VISIT_KINDS, 'visit-missing'),
  name: nameField(FIRST_NAME, 'who-wrong'),
  ...time,
});
const appointmentSchema = v.object({
  what: v.picklist(APPOINTMENT_KINDS, 'appointment-missing'),
  name: nameField(PLACE_NAME, 'where-wrong'),
  ...time,
});
const timeSchema = v.object(time);

type Codes = keyof Words['diary']['errors'];

const textOf = (code: string, { diary: { errors } }: Words): string => {
  const isCode = (name: string): name is Codes => Object.hasOwn(errors, name);
  return isCode(code) ? errors[code] : errors.tryAgain;
};

const mistakesOf = (issues: readonly v.BaseIssue<unknown>[], words: Words): readonly Mistake[] =>
  issues.map((issue) => {
    const key = String(issue.path?.[0]?.key ?? 'from');
    return { field: key === 'date' ? 'date-day' : key, text: textOf(issue.message, words) };
  });

export type ReadTyped<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

export type EntryTime = Pick<DiaryEntry, 'at' | 'until'>;

const timeOfTyped = ({ date, from, until }: v.InferOutput<typeof timeSchema>): EntryTime => ({
  at: atTime(date, from),
  ...(until === undefined ? {} : { until: atTime(date, until) }),
});

/** Reads the times of the form: what an entry is moved to. */
export const readEntryTime = (typed: TypedEntry, words: Words): ReadTyped<EntryTime> => {
  const read = v.safeParse(timeSchema, typed);
  return read.success
    ? { kind: 'read', value: timeOfTyped(read.output) }
    : { kind: 'mistakes', mistakes: mistakesOf(read.issues, words) };
};

/** Reads the whole form: a Visit or an appointment to be added. */
export const readEntry = (kind: EntryKind, typed: TypedEntry, words: Words): ReadTyped<NewEntry> => {
  if (kind === 'visit') {
    const read = v.safeParse(visitSchema, typed);
    if (!read.success) return { kind: 'mistakes', mistakes: mistakesOf(read.issues, words) };
    const { what, name } = read.output;
    const value = { kind, what, ...(name === '' ? {} : { who: name }), ...timeOfTyped(read.output) };
    return { kind: 'read', value };
  }
  const read = v.safeParse(appointmentSchema, typed);
  if (!read.success) return { kind: 'mistakes', mistakes: mistakesOf(read.issues, words) };
  const { what, name } = read.output;
  const value = { kind, what, ...(name === '' ? {} : { where: name }), ...timeOfTyped(read.output) };
  return { kind: 'read', value };
};
