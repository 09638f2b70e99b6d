import { isId } from '../core/kernel/ids.ts';
import { isLocalDate, isLocalTime } from '../core/kernel/uk-time.ts';
import { REMINDER_LABELS } from '../core/reminders/reminder.ts';
import { type Changing, type ReminderDraft, SPOKEN_OFTEN } from '../core/reminders/reminder-draft.ts';
import { numberIn, oneOfIn, type Small, smallIn, textIn } from './small-values.ts';

/** Reads which Reminder is meant out of session attributes. */
export const readChanging = (small: Small | undefined): Changing | undefined => {
  const id = small === undefined ? undefined : textIn(small, 'id');
  return small === undefined || id === undefined || !isId(id) ? undefined : { id, act: numberIn(small, 'act') };
};

const checked = (text: string | undefined, isRight: (text: string) => boolean): string | undefined =>
  text !== undefined && isRight(text) ? text : undefined;

/** Reads a draft out of session attributes; what does not fit is as if it had not been said. */
export const readDraft = (small: Small | undefined): ReminderDraft => {
  if (small === undefined) return {};
  const day = checked(textIn(small, 'day'), isLocalDate);
  const time = checked(textIn(small, 'time'), isLocalTime);
  const often = oneOfIn(small, 'often', SPOKEN_OFTEN);
  const label = oneOfIn(small, 'label', REMINDER_LABELS);
  const change = readChanging(smallIn(small, 'change'));
  return {
    ...(day === undefined ? {} : { day }),
    ...(often === undefined ? {} : { often }),
    ...(time === undefined ? {} : { time }),
    ...(label === undefined ? {} : { label }),
    ...(change === undefined ? {} : { change }),
  };
};
