import { addDays, type LocalDate } from '../../core/kernel/uk-time.ts';
import { type TypedDate, typedDateOf } from '../forms/date-field.ts';
import { all, type Form, one } from '../forms/form.ts';

/** The reminder form as it was typed and chosen: kept as it is, so that a mistake loses nothing. */
export type TypedReminder = {
  readonly label: string;
  readonly often: string;
  readonly days: readonly string[];
  /** Every so many days, weeks or hours, as `often` says. */
  readonly every: string;
  readonly monthDay: string;
  readonly nth: string;
  readonly weekday: string;
  readonly time: string;
  /** Further times of the same days, with a comma between them. */
  readonly moreTimes: string;
  readonly date: TypedDate;
  readonly from: TypedDate;
  readonly until: TypedDate;
  /** `usual` or empty, `nothing`, `next-working-day`. */
  readonly bankHolidays: string;
  /** Dates that are left out, with a comma between them. */
  readonly leftOut: string;
  readonly tell: string;
  readonly after: string;
  readonly next: string;
  readonly nextAfter: string;
  /** `yes` once somebody said that it may speak inside quiet hours. */
  readonly quiet: string;
  /** The same for every sending of one form, so that a double click sets one Reminder (C02). */
  readonly key: string;
  /** The number of the act that whoever changes a Reminder knew of (C01). */
  readonly act: string;
};

/** The fields of one line each, which go from page to page as they are. */
const LINES = [
  'label',
  'often',
  'every',
  'monthDay',
  'nth',
  'weekday',
  'time',
  'moreTimes',
  'bankHolidays',
  'leftOut',
  'tell',
  'after',
  'next',
  'nextAfter',
  'quiet',
  'key',
  'act',
] as const;

/** A new form. Nothing about how often, who is told or quiet hours is chosen for anybody. */
export const blankReminder = (key: string): TypedReminder => ({ ...typedReminder(new Map()), key });

const typedDate = (form: Form, name: string): TypedDate => ({
  day: one(form, `${name}-day`),
  month: one(form, `${name}-month`),
  year: one(form, `${name}-year`),
});

export const typedReminder = (form: Form): TypedReminder => ({
  label: one(form, 'label'),
  often: one(form, 'often'),
  days: all(form, 'days'),
  every: one(form, 'every'),
  monthDay: one(form, 'monthDay'),
  nth: one(form, 'nth'),
  weekday: one(form, 'weekday'),
  time: one(form, 'time'),
  moreTimes: one(form, 'moreTimes'),
  date: typedDate(form, 'date'),
  from: typedDate(form, 'from'),
  until: typedDate(form, 'until'),
  bankHolidays: one(form, 'bankHolidays'),
  leftOut: one(form, 'leftOut'),
  tell: one(form, 'tell'),
  after: one(form, 'after'),
  next: one(form, 'next'),
  nextAfter: one(form, 'nextAfter'),
  quiet: one(form, 'quiet'),
  key: one(form, 'key'),
  act: one(form, 'act'),
});

const dateFields = (name: string, date: TypedDate) =>
  (['day', 'month', 'year'] as const).map((part) => ({ name: `${name}-${part}`, value: date[part] }));

/** The form as hidden fields, for the pages on which it is only looked at. */
export const hiddenFields = (typed: TypedReminder): readonly { readonly name: string; readonly value: string }[] => [
  ...LINES.map((name) => ({ name, value: typed[name] })),
  ...typed.days.map((value) => ({ name: 'days', value })),
  ...dateFields('date', typed.date),
  ...dateFields('from', typed.from),
  ...dateFields('until', typed.until),
];

/** A date a week away as it is typed, to show how. */
export const exampleDate = (today: LocalDate): string => {
  const { day, month, year } = typedDateOf(addDays(today, 7));
  return `${day} ${month} ${year}`;
};
