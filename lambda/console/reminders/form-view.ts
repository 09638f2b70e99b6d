import { WEEKDAYS } from '../../core/kernel/uk-time.ts';
import { holdsOn } from '../../core/people/circle-of-care.ts';
import type { Council } from '../../core/people/council.ts';
import { REMINDER_LABELS } from '../../core/reminders/reminder.ts';
import { TELL_AFTER } from '../../core/reminders/reminder-rules.ts';
import { hoursWords } from '../residents/hours-words.ts';
import type { Seen } from '../residents/with-resident.ts';
import { OFTEN } from './read-reminder.ts';
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

/** What the reminder form shows beside its words. */
export const formView = (typed: TypedReminder, seen: Seen, council: Council, canReply: boolean) => {
  const { form, labels, routineHint } = seen.words.reminders;
  const choices = tellChoices(seen, council, canReply);
  return {
    typed,
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
