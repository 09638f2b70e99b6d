import type { Delivery } from '../core/delivery/delivery.ts';
import { isInPart, type PartOfDay } from '../core/diary/part-of-day.ts';
import { isLocalTime, type LocalTime, timeOf } from '../core/kernel/uk-time.ts';
import type { Reminder } from '../core/reminders/reminder.ts';
import type { KnownReminders } from '../core/reminders/reply-to-reminder.ts';

/** Amazon's parts of the day in an AMAZON.TIME slot. */
const PARTS: Readonly<Record<string, PartOfDay>> = { MO: 'morning', AF: 'afternoon', EV: 'evening', NI: 'night' };

/** Which reminders an AMAZON.TIME slot names: those of a time, those of a part of the day, or any. */
export type TimeAsked = { readonly time?: LocalTime; readonly part?: PartOfDay };

/** Reads an AMAZON.TIME slot: `08:00`, or `MO`, `AF`, `EV`, `NI`. What is neither names no time. */
export const timeAsked = (value: string | undefined): TimeAsked => {
  if (value === undefined) return {};
  if (isLocalTime(value)) return { time: value };
  const part = PARTS[value];
  return part === undefined ? {} : { part };
};

/** The reminders of a part of the day; all of them when none is named. */
export const ofPart = ({ reminders, deliveries }: KnownReminders, part: PartOfDay | undefined): KnownReminders => {
  if (part === undefined) return { reminders, deliveries };
  const isThen = (reminder: Reminder) => reminder.next !== undefined && isInPart(timeOf(reminder.next.local), part);
  const wasThen = (delivery: Delivery) => isInPart(timeOf(delivery.due), part);
  return { reminders: reminders.filter(isThen), deliveries: deliveries.filter(wasThen) };
};

/** "Eight o'clock" names 08:00 and 20:00 alike. */
export const isNamedBy = (time: LocalTime, { time: asked, part }: TimeAsked): boolean => {
  if (asked === undefined) return part !== undefined && isInPart(time, part);
  const onDial = (one: LocalTime) => `${Number(one.slice(0, 2)) % 12}${one.slice(2)}`;
  return onDial(time) === onDial(asked);
};
