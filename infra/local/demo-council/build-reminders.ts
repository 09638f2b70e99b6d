import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { addDays, atTime, type LocalDate } from '../../../lambda/core/kernel/uk-time.ts';
import type { Reminder } from '../../../lambda/core/reminders/reminder.ts';
import { nextOccurrence } from '../../../lambda/core/timetable/occurrence.ts';
import type { Recurrence } from '../../../lambda/core/timetable/recurrence.ts';
import type { DemoResident } from './demo-home.ts';
import type { DemoWhen } from './demo-reminder.ts';
import { HARBOUR } from './harbour-county-council.ts';
import { seedAct } from './seed-act.ts';

const recurrenceOf = (when: DemoWhen, startDate: LocalDate): Recurrence =>
  when.kind === 'once'
    ? { kind: 'once', at: atTime(addDays(startDate, when.day), when.time) }
    : { ...when, from: startDate };

/** A Resident's Reminders, each waiting for its first occurrence after now. */
export const buildReminders = (
  row: DemoResident,
  startDate: LocalDate,
  at: Instant,
  now: Instant,
): readonly Reminder[] =>
  row.reminders.map(({ label, when, ladder }, place) => {
    const recurrence = recurrenceOf(when, startDate);
    const next = nextOccurrence(recurrence, now);
    return {
      council: HARBOUR,
      residentId: row.id,
      id: `${row.id}-${label}-${place + 1}`,
      label,
      recurrence,
      ladder,
      state: 'on',
      ...(next === undefined ? {} : { next }),
      lastAct: seedAct(at),
    };
  });
