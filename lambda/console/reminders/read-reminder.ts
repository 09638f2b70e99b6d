import * as v from 'valibot';
import type { Ladder, Rung } from '../../core/delivery/ladder.ts';
import { atTime, type LocalDate, type LocalTime, type Weekday } from '../../core/kernel/uk-time.ts';
import { REMINDER_LABELS } from '../../core/reminders/reminder.ts';
import type { WantedReminder } from '../../core/reminders/set-reminder.ts';
import type { Recurrence } from '../../core/timetable/recurrence.ts';
import { dateField, optionalDateField } from '../forms/date-field.ts';
import type { Mistake } from '../forms/mistake.ts';
import { timeField } from '../forms/time-field.ts';
import type { Words } from '../words/en.ts';
import type { TypedReminder } from './typed-reminder.ts';

export const OFTEN = ['once', 'daily', 'weekdays', 'chosen-weekdays'] as const;

const weekdayField = v.pipe(
  v.picklist(['1', '2', '3', '4', '5', '6', '7'], 'days-missing'),
  v.transform(Number),
  v.picklist([1, 2, 3, 4, 5, 6, 7], 'days-missing'),
);

const span = { from: optionalDateField('from-wrong'), until: optionalDateField('until-wrong') };

const whatSchema = v.object({ label: v.picklist(REMINDER_LABELS, 'label-missing'), time: timeField() });

const whenSchema = v.variant(
  'often',
  [
    v.object({ often: v.literal('once'), date: dateField() }),
    v.object({ often: v.literal('daily'), ...span }),
    v.object({ often: v.literal('weekdays'), ...span }),
    v.object({
      often: v.literal('chosen-weekdays'),
      days: v.pipe(v.array(weekdayField), v.minLength(1, 'days-missing')),
      ...span,
    }),
  ],
  'often-missing',
);

const toldField = v.pipe(
  v.string(),
  v.rawTransform<string, Rung['tell'] | 'nobody'>(({ dataset, addIssue, NEVER }) => {
    const chosen = dataset.value;
    if (chosen === 'nobody') return chosen;
    if (chosen === 'desk') return { kind: 'desk' };
    if (chosen.startsWith('carer:')) return { kind: 'carer', carerId: chosen.slice('carer:'.length) };
    addIssue({ message: 'tell-missing' });
    return NEVER;
  }),
);

const minutesField = (missing: string) =>
  v.pipe(v.string(), v.nonEmpty(missing), v.regex(/^\d{1,4}$/, 'after-wrong'), v.transform(Number));

/** One mistake is enough for one field. */
const ONE_MISTAKE = { abortPipeEarly: true } as const;

/** Nobody is told when nobody was chosen, whatever stands in the box for minutes. */
const firstRung = ({ tell, after }: TypedReminder) =>
  v.safeParse(
    tell === 'nobody' || tell === ''
      ? v.object({ tell: toldField, after: v.string() })
      : v.object({ tell: toldField, after: minutesField('after-missing') }),
    { tell, after },
    ONE_MISTAKE,
  );

const secondRung = ({ next, nextAfter }: TypedReminder) =>
  v.safeParse(
    v.object({ next: toldField, nextAfter: minutesField('next-after-missing') }),
    { next, nextAfter },
    ONE_MISTAKE,
  );

type Codes = keyof Words['reminders']['errors'];

/** The code of a mistake and the id of the field it belongs to; a date is entered at its first box. */
export type ReminderMistake = { readonly field: string; readonly code: string };

const DATES = ['date', 'from', 'until'];

const mistakesOf = (issues: readonly v.BaseIssue<unknown>[] | undefined): readonly ReminderMistake[] =>
  (issues ?? []).map((issue) => {
    const key = String(issue.path?.[0]?.key ?? 'label');
    return { field: DATES.includes(key) ? `${key}-day` : key, code: issue.message };
  });

const ladderOf = (typed: TypedReminder): { readonly ladder: Ladder } | readonly ReminderMistake[] => {
  const first = firstRung(typed);
  const wantsSecond = typed.next !== '' && typed.next !== 'nobody';
  if (!first.success) return mistakesOf(first.issues);
  if (first.output.tell === 'nobody' || typeof first.output.after === 'string')
    return wantsSecond ? [{ field: 'tell', code: 'next-without-first' }] : { ladder: [] };
  const rung: Rung = { afterMinutes: first.output.after, tell: first.output.tell };
  if (!wantsSecond) return { ladder: [rung] };
  const second = secondRung(typed);
  if (!second.success) return mistakesOf(second.issues);
  if (second.output.next === 'nobody') return { ladder: [rung] };
  const next: Rung = { afterMinutes: second.output.nextAfter, tell: second.output.next };
  return next.afterMinutes > rung.afterMinutes
    ? { ladder: [rung, next] }
    : [{ field: 'nextAfter', code: 'next-not-later' }];
};

const recurrenceOf = (
  when: v.InferOutput<typeof whenSchema>,
  time: LocalTime,
  today: LocalDate,
): Recurrence | ReminderMistake => {
  if (when.often === 'once') return { kind: 'once', at: atTime(when.date, time) };
  const { until } = when;
  const from = when.from ?? today;
  if (until !== undefined && until < from) return { field: 'until-day', code: 'until-before-from' };
  const dates = until === undefined ? { from } : { from, until };
  if (when.often !== 'chosen-weekdays') return { kind: when.often, time, ...dates };
  const days: readonly Weekday[] = [...new Set(when.days)].sort();
  return { kind: 'chosen-weekdays', days, time, ...dates };
};

export type ReadReminder =
  | { readonly kind: 'wanted'; readonly wanted: WantedReminder }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly ReminderMistake[] };

/** Reads the form: what is wanted, or everything that is wrong with it in the order of the page. A first day left empty is today. */
export const readReminder = (typed: TypedReminder, today: LocalDate): ReadReminder => {
  const what = v.safeParse(whatSchema, typed);
  const when = v.safeParse(whenSchema, typed);
  const ladder = ladderOf(typed);
  const recurrence = what.success && when.success ? recurrenceOf(when.output, what.output.time, today) : undefined;
  const mistakes = [
    ...mistakesOf(what.issues),
    ...mistakesOf(when.issues),
    ...(recurrence !== undefined && 'code' in recurrence ? [recurrence] : []),
    ...('ladder' in ladder ? [] : ladder),
  ];
  if (!what.success || recurrence === undefined || 'code' in recurrence || !('ladder' in ladder))
    return { kind: 'mistakes', mistakes: inPageOrder(mistakes) };
  const wanted = {
    label: what.output.label,
    recurrence,
    ladder: ladder.ladder,
    quietHoursConfirmed: typed.quiet === 'yes',
  };
  return { kind: 'wanted', wanted };
};

const PAGE_ORDER = [
  'label',
  'often',
  'days',
  'date-day',
  'time',
  'from-day',
  'until-day',
  'tell',
  'after',
  'next',
  'nextAfter',
];

const inPageOrder = (mistakes: readonly ReminderMistake[]): readonly ReminderMistake[] =>
  mistakes.toSorted((a, b) => PAGE_ORDER.indexOf(a.field) - PAGE_ORDER.indexOf(b.field));

/** A mistake in words. */
export const mistakeWords = ({ field, code }: ReminderMistake, words: Words): Mistake => ({
  field,
  text: textOf(code, words),
});

const isCode = (code: string, errors: Words['reminders']['errors']): code is Codes => Object.hasOwn(errors, code);

const textOf = (code: string, { reminders: { errors } }: Words): string => {
  const text = isCode(code, errors) ? errors[code] : undefined;
  return typeof text === 'string' ? text : errors.tryAgain;
};
