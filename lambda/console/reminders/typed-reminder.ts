import type { Rung } from '../../core/delivery/ladder.ts';
import { addDays, dateOf, type LocalDate, timeOf } from '../../core/kernel/uk-time.ts';
import type { Reminder } from '../../core/reminders/reminder.ts';
import { type TypedDate, typedDateOf } from '../forms/date-field.ts';
import { all, type Form, one } from '../forms/form.ts';

/** The reminder form as it was typed and chosen: kept as it is, so that a mistake loses nothing. */
export type TypedReminder = {
  readonly label: string;
  readonly often: string;
  readonly days: readonly string[];
  readonly time: string;
  readonly date: TypedDate;
  readonly from: TypedDate;
  readonly until: TypedDate;
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

const NO_DATE: TypedDate = { day: '', month: '', year: '' };

/** A new form. Nothing about how often, who is told or quiet hours is chosen for anybody. */
export const blankReminder = (key: string): TypedReminder => ({
  label: '',
  often: '',
  days: [],
  time: '',
  date: NO_DATE,
  from: NO_DATE,
  until: NO_DATE,
  tell: '',
  after: '',
  next: '',
  nextAfter: '',
  quiet: '',
  key,
  act: '',
});

const typedDate = (form: Form, name: string): TypedDate => ({
  day: one(form, `${name}-day`),
  month: one(form, `${name}-month`),
  year: one(form, `${name}-year`),
});

export const typedReminder = (form: Form): TypedReminder => ({
  label: one(form, 'label'),
  often: one(form, 'often'),
  days: all(form, 'days'),
  time: one(form, 'time'),
  date: typedDate(form, 'date'),
  from: typedDate(form, 'from'),
  until: typedDate(form, 'until'),
  tell: one(form, 'tell'),
  after: one(form, 'after'),
  next: one(form, 'next'),
  nextAfter: one(form, 'nextAfter'),
  quiet: one(form, 'quiet'),
  key: one(form, 'key'),
  act: one(form, 'act'),
});

export const toldAs = ({ tell }: Rung): string => (tell.kind === 'desk' ? 'desk' : `carer:${tell.carerId}`);

/** A Reminder that stands, as it would have been typed. */
export const typedFrom = (reminder: Reminder): TypedReminder => {
  const { recurrence, ladder } = reminder;
  const [first, second] = ladder;
  const blank = blankReminder('');
  const told = {
    tell: first === undefined ? 'nobody' : toldAs(first),
    after: first === undefined ? '' : String(first.afterMinutes),
    next: second === undefined ? '' : toldAs(second),
    nextAfter: second === undefined ? '' : String(second.afterMinutes),
  };
  const act = String(reminder.lastAct.number);
  if (recurrence.kind === 'once') {
    const at = { time: timeOf(recurrence.at), date: typedDateOf(dateOf(recurrence.at)) };
    return { ...blank, label: reminder.label, often: 'once', ...at, ...told, act };
  }
  return {
    ...blank,
    label: reminder.label,
    often: recurrence.kind,
    days: recurrence.kind === 'chosen-weekdays' ? recurrence.days.map(String) : [],
    time: recurrence.time,
    from: typedDateOf(recurrence.from),
    until: recurrence.until === undefined ? NO_DATE : typedDateOf(recurrence.until),
    ...told,
    act,
  };
};

const dateFields = (name: string, date: TypedDate) =>
  (['day', 'month', 'year'] as const).map((part) => ({ name: `${name}-${part}`, value: date[part] }));

/** The form as hidden fields, for the pages on which it is only looked at. */
export const hiddenFields = (typed: TypedReminder): readonly { readonly name: string; readonly value: string }[] => [
  ...(['label', 'often', 'time', 'tell', 'after', 'next', 'nextAfter', 'quiet', 'key', 'act'] as const).map((name) => ({
    name,
    value: typed[name],
  })),
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
