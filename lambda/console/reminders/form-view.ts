import { WEEKDAYS } from '../../core/kernel/uk-time.ts';
import { holdsOn } from '../../core/people/circle-of-care.ts';
import type { Council } from '../../core/people/council.ts';
import { REMINDER_LABELS } from '../../core/reminders/reminder.ts';
import { TELL_AFTER } from '../../core/reminders/reminder-rules.ts';
import { NTHS } from '../../core/timetable/recurrence.ts';
import { hoursWords } from '../residents/hours-words.ts';
import type { Seen } from '../residents/with-resident.ts';
import { OFTEN } from './recurrence-fields.ts';
import { exampleDate, type TypedReminder } from './typed-reminder.ts';

/** Who can be told: Carers of the circle who agreed, each with their hours, and the desk while it has hours. None where nobody can reply. */
const tellChoices = (seen: Seen, council: Council, canReply: boolean) => {
  const { form } = seen.words.reminders;
  const { when } = seen.words;
  if (!canReply) return [];
  const carers = seen.resident.circle
    .filter((member) => holdsOn(member, seen.today))
    .flatMap(({ carerId, name, agreedToBeTold: hours }) =>
      hours === undefined
        ? []
        : [
            {
              value: `carer:${carerId}`,
              text: form.tellCarer(name),
              hint: { text: form.tellCarerHours(when.time(hours.from), when.time(hours.to)) },
            },
          ],
    );
  const hours = hoursWords(council, seen.words);
  const desk = hours === '' ? [] : [{ value: 'desk', text: form.tellDesk, hint: { text: form.tellDeskHours(hours) } }];
  return [...carers, ...desk];
};

/** What is asked about the rule: which of its days, and on which of them it does not come. */
const ruleView = ({ often, bankHolidays, nth, weekday }: TypedReminder, { words, today }: Seen) => {
  const { form } = words.rules;
  const everys: Readonly<Record<string, readonly [label: string, hint: string, suffix: string]>> = {
    'every-n-days': [form.everyDays, form.everyDaysHint, form.days],
    'every-n-weeks': [form.everyWeeks, form.everyWeeksHint, form.weeks],
    'every-n-hours': [form.everyHours, form.everyHoursHint, form.hours],
  };
  return {
    every: Object.entries(everys).find(([kind]) => kind === often)?.[1],
    hasDays: often === 'chosen-weekdays' || often === 'every-n-weeks',
    nths: NTHS.map((value) => ({ value: String(value), text: form.nths[value], checked: String(value) === nth })),
    ofWeek: WEEKDAYS.map((day) => ({
      value: String(day),
      text: words.when.weekdays[day],
      checked: String(day) === weekday,
    })),
    onBankHolidays: (['usual', 'nothing', 'next-working-day'] as const).map((value) => ({
      value,
      text: form.onBankHolidays[value],
      checked: (bankHolidays === '' ? 'usual' : bankHolidays) === value,
    })),
    leftOutHint: form.leftOutHint(exampleDate(today)),
  };
};

/** What the reminder form shows beside its words. */
export const formView = (typed: TypedReminder, seen: Seen, council: Council, canReply: boolean) => {
  const { form, labels, routineHint } = seen.words.reminders;
  const choices = tellChoices(seen, council, canReply);
  return {
    typed,
    ...ruleView(typed, seen),
    labels: REMINDER_LABELS.map((value) => ({
      value,
      text: labels[value],
      ...(value === 'routine' ? { hint: { text: routineHint } } : {}),
    })),
    oftens: OFTEN.map((value) => ({ value, text: form.oftens[value] })),
    weekdays: WEEKDAYS.map((day) => ({ value: String(day), text: seen.words.when.weekdays[day] })),
    dateHint: form.dateHint(exampleDate(seen.today)),
    tellChoices: [{ value: 'nobody', text: form.tellNobody }, ...choices],
    nextChoices: choices.length === 0 ? [] : [{ value: 'nobody', text: form.nextNobody }, ...choices],
    afterHint: form.afterHint(TELL_AFTER.atLeast, TELL_AFTER.atMost),
    noWayToReply: canReply ? undefined : form.tellNoWay(seen.resident.settings.nameToUse),
  };
};
