import type { Ladder, Rung } from '../../../lambda/core/delivery/ladder.ts';
import type { LocalTime, Weekday } from '../../../lambda/core/kernel/uk-time.ts';
import type { ReminderLabel } from '../../../lambda/core/reminders/reminder.ts';

/** When: a rule without its first day, or once, some days from the start. */
export type DemoWhen =
  | { readonly kind: 'daily' | 'weekdays'; readonly time: LocalTime }
  | { readonly kind: 'chosen-weekdays'; readonly days: readonly Weekday[]; readonly time: LocalTime }
  | { readonly kind: 'once'; readonly day: number; readonly time: LocalTime };

export type DemoReminder = { readonly label: ReminderLabel; readonly when: DemoWhen; readonly ladder: Ladder };

export const daily = (time: LocalTime): DemoWhen => ({ kind: 'daily', time });
export const weekdays = (time: LocalTime): DemoWhen => ({ kind: 'weekdays', time });
export const on = (days: readonly Weekday[], time: LocalTime): DemoWhen => ({ kind: 'chosen-weekdays', days, time });
export const once = (day: number, time: LocalTime): DemoWhen => ({ kind: 'once', day, time });

/** A Reminder and who is told when nobody replies, soonest first. */
export const remind = (label: ReminderLabel, when: DemoWhen, ...ladder: readonly Rung[]): DemoReminder => ({
  label,
  when,
  ladder,
});

export const tell = (carerId: string, afterMinutes: number): Rung => ({
  afterMinutes,
  tell: { kind: 'carer', carerId },
});
export const tellDesk = (afterMinutes: number): Rung => ({ afterMinutes, tell: { kind: 'desk' } });
