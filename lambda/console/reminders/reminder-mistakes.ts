import type * as v from 'valibot';
import type { Mistake } from '../forms/mistake.ts';
import type { Words } from '../words/en.ts';

/** The code of a mistake and the id of the field it belongs to; a date is entered at its first box. */
export type ReminderMistake = { readonly field: string; readonly code: string };

const DATES = ['date', 'from', 'until'];

/** One mistake for each field, as its schema named it. */
export const mistakesOf = (issues: readonly v.BaseIssue<unknown>[] | undefined): readonly ReminderMistake[] =>
  (issues ?? []).map((issue) => {
    const key = String(issue.path?.[0]?.key ?? 'label');
    return { field: DATES.includes(key) ? `${key}-day` : key, code: issue.message };
  });

const PAGE_ORDER = [
  'label',
  'often',
  'every',
  'days',
  'monthDay',
  'nth',
  'weekday',
  'date-day',
  'time',
  'moreTimes',
  'from-day',
  'until-day',
  'bankHolidays',
  'leftOut',
  'tell',
  'after',
  'next',
  'nextAfter',
];

export const inPageOrder = (mistakes: readonly ReminderMistake[]): readonly ReminderMistake[] =>
  mistakes.toSorted((a, b) => PAGE_ORDER.indexOf(a.field) - PAGE_ORDER.indexOf(b.field));

/** A mistake in words. */
export const mistakeWords = ({ field, code }: ReminderMistake, { reminders, rules }: Words): Mistake => {
  const text = Object.entries({ ...reminders.errors, ...rules.errors }).find(([known]) => known === code)?.[1];
  return { field, text: typeof text === 'string' ? text : reminders.errors.tryAgain };
};
