import * as v from 'valibot';
import type { Ladder, Rung } from '../../core/delivery/ladder.ts';
import type { LocalDate } from '../../core/kernel/uk-time.ts';
import type { Nation } from '../../core/people/home.ts';
import { REMINDER_LABELS } from '../../core/reminders/reminder.ts';
import type { WantedReminder } from '../../core/reminders/set-reminder.ts';
import { readRecurrence } from './read-recurrence.ts';
import { inPageOrder, mistakesOf, type ReminderMistake } from './reminder-mistakes.ts';
import type { TypedReminder } from './typed-reminder.ts';

const labelSchema = v.object({ label: v.picklist(REMINDER_LABELS, 'label-missing') });

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

export type ReadReminder =
  | { readonly kind: 'wanted'; readonly wanted: WantedReminder }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly ReminderMistake[] };

/** Reads the form: what is wanted, or everything that is wrong with it in the order of the pages. */
export const readReminder = (typed: TypedReminder, today: LocalDate, nation: Nation | undefined): ReadReminder => {
  const label = v.safeParse(labelSchema, typed);
  const rule = readRecurrence(typed, today, nation);
  const ladder = ladderOf(typed);
  if (label.success && 'recurrence' in rule && 'ladder' in ladder) {
    const wanted = {
      label: label.output.label,
      ...rule,
      ...ladder,
      quietHoursConfirmed: typed.quiet === 'yes',
    };
    return { kind: 'wanted', wanted };
  }
  const mistakes = [
    ...mistakesOf(label.issues),
    ...('recurrence' in rule ? [] : rule),
    ...('ladder' in ladder ? [] : ladder),
  ];
  return { kind: 'mistakes', mistakes: inPageOrder(mistakes) };
};
