import type { Acted } from '../audit/act.ts';
import type { Ladder } from '../delivery/ladder.ts';
import type { Occurrence } from '../timetable/occurrence.ts';
import type { Recurrence } from '../timetable/recurrence.ts';

/**
 * What a Reminder is for, in neutral words only: nobody's health is collected (promise G14). `routine` is spoken by its
 * time alone, as "your eight o'clock reminder".
 */
export const REMINDER_LABELS = [
  'routine',
  'drink',
  'meal',
  'lock-up',
  'bins',
  'phone-call',
  'get-ready',
  'visitor',
  'programme',
] as const;
export type ReminderLabel = (typeof REMINDER_LABELS)[number];

/** A Resident has at most this many Reminders that are on or paused. */
export const REMINDERS_PER_RESIDENT = 20;

/**
 * Something to be told to one Resident, once or again and again. `next` is the occurrence it waits for; none when it has
 * run out or is paused. `tell` is who is told when nobody replies.
 */
export type Reminder = Acted & {
  readonly council: string;
  readonly residentId: string;
  readonly id: string;
  readonly label: ReminderLabel;
  readonly recurrence: Recurrence;
  readonly ladder: Ladder;
  readonly state: 'on' | 'paused' | 'cancelled';
  readonly next?: Occurrence;
};

export const isLive = (reminder: Reminder): boolean =>
  reminder.state === 'paused' || (reminder.state === 'on' && reminder.next !== undefined);
