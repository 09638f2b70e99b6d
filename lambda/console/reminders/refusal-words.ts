import type { ReminderRefusal } from '../../core/reminders/reminder-rules.ts';
import { TELL_AFTER } from '../../core/reminders/reminder-rules.ts';
import type { WantedReminder } from '../../core/reminders/set-reminder.ts';
import type { Mistake } from '../forms/mistake.ts';
import { labelWords } from '../residents/reminder-words.ts';
import type { Seen } from '../residents/with-resident.ts';

/** A refusal that has its place beside a field; the other two have pages of their own. */
export type FieldRefusal = Exclude<ReminderRefusal, { kind: 'not-allowed' | 'in-quiet-hours' }>;

const rungField = (wanted: WantedReminder, carerId: string): string =>
  wanted.ladder.findIndex(({ tell }) => tell.kind === 'carer' && tell.carerId === carerId) > 0 ? 'next' : 'tell';

const minutesField = ({ ladder }: WantedReminder): string => {
  const isOut = ({ afterMinutes }: { afterMinutes: number }) =>
    afterMinutes < TELL_AFTER.atLeast || afterMinutes > TELL_AFTER.atMost;
  return ladder.findIndex(isOut) > 0 ? 'nextAfter' : 'after';
};

const hasDays = ({ recurrence }: WantedReminder): boolean =>
  recurrence.kind === 'chosen-weekdays' || recurrence.kind === 'every-n-weeks';

/** Why a Reminder was refused, in words, beside the field that can put it right. */
export const refusalWords = (refusal: FieldRefusal, wanted: WantedReminder, { resident, words }: Seen): Mistake => {
  const { errors } = words.reminders;
  const { when } = words;
  switch (refusal.kind) {
    case 'nothing-may-be-sent':
      return { field: 'label', text: errors.nothingMayBeSent[refusal.standing] };
    case 'time-has-passed':
      return { field: wanted.recurrence.kind === 'once' ? 'time' : 'until-day', text: errors.timeHasPassed };
    case 'never-due':
      return { field: hasDays(wanted) ? 'days' : 'until-day', text: errors.neverDue };
    case 'too-many':
      return { field: 'label', text: errors.tooMany(refusal.atMost) };
    case 'same-time-already':
      return { field: 'time', text: errors.sameTime(labelWords(refusal.reminder.label, words)) };
    case 'carer-has-not-agreed':
      return { field: rungField(wanted, refusal.carerId), text: errors.carerNotAgreed };
    case 'carer-not-in-these-hours': {
      const name = resident.circle.find(({ carerId }) => carerId === refusal.carerId)?.name ?? '';
      const text = errors.carerNotInHours(name, when.time(refusal.from), when.time(refusal.to));
      return { field: rungField(wanted, refusal.carerId), text };
    }
    case 'no-way-to-reply':
      return { field: 'tell', text: errors.noWayToReply };
    case 'tell-after-out-of-range':
      return { field: minutesField(wanted), text: errors.afterRange(refusal.atLeast, refusal.atMost) };
  }
};
