import { isLocalDate, isLocalTime, type LocalDate } from '../core/kernel/uk-time.ts';
import { REMINDER_LABELS } from '../core/reminders/reminder.ts';
import { otherHalf, type ReminderDraft, SPOKEN_OFTEN } from '../core/reminders/reminder-draft.ts';
import type { Asked } from './asked.ts';

const idIn = (id: string | undefined): string => (id ?? '').toLowerCase().replaceAll('_', '-');

const dayOf = (value: string | undefined, today: LocalDate): LocalDate | undefined => {
  if (value === 'PRESENT_REF') return today;
  return value !== undefined && isLocalDate(value) ? value : undefined;
};

/** "In the evening" answers which half of the day a time is in: Amazon's parts of a TIME, or a value of ours. */
const isLate = (part: string): boolean =>
  ['af', 'ev', 'ni', 'afternoon', 'teatime', 'evening', 'bedtime', 'night'].includes(part);
const isEarly = (part: string): boolean => ['mo', 'morning'].includes(part);

const inHalf = (time: string | undefined, part: string): string | undefined => {
  if (time === undefined) return undefined;
  const wanted = isLate(part) ? time < '12:00' : isEarly(part) && time >= '12:00';
  return wanted ? otherHalf(time) : time;
};

/**
 * What was said of a Reminder, added to what was said before; what is said later counts. `timeSlot`: where the new time was heard. A
 * single day and a rule take each other's place.
 */
export const withSlots = (
  draft: ReminderDraft,
  { slots }: Asked,
  today: LocalDate,
  timeSlot: 'reminderTime' | 'newTime' = 'reminderTime',
): ReminderDraft => {
  const day = dayOf(slots.day?.value, today);
  const often = SPOKEN_OFTEN.find((known) => known === idIn(slots.howOften?.id));
  const label = REMINDER_LABELS.find((known) => known === idIn(slots.reminderLabel?.id));
  const heard = slots[timeSlot]?.value;
  const part = idIn(slots.partOfDay?.id ?? heard);
  const time = heard !== undefined && isLocalTime(heard) ? heard : inHalf(draft.time, part);
  const { day: _day, often: _often, ...rest } = draft;
  const when = day !== undefined || often !== undefined ? rest : draft;
  return {
    ...when,
    ...(day === undefined ? {} : { day }),
    ...(often === undefined ? {} : { often }),
    ...(label === undefined ? {} : { label }),
    ...(time === undefined ? {} : { time }),
  };
};
