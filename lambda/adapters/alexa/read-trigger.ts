import * as v from 'valibot';
import { UK_ZONE } from '../../core/kernel/uk-offset.ts';
import type { Weekday } from '../../core/kernel/uk-time.ts';
import type { HeldRule } from '../../core/reminders/held-rule.ts';

const trigger = v.object({
  type: v.literal('SCHEDULED_ABSOLUTE'),
  timeZoneId: v.literal(UK_ZONE),
  scheduledTime: v.nullish(v.string()),
  recurrence: v.nullish(
    v.object({
      startDateTime: v.nullish(v.string()),
      endDateTime: v.nullish(v.string()),
      recurrenceRules: v.nullish(v.array(v.string())),
    }),
  ),
});

const DAYS: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const isWeekday = (day: number): day is Weekday => day >= 1 && day <= 7;

type On = Extract<HeldRule, { kind: 'again' }>['on'];

const onOf = (parts: ReadonlyMap<string, string>): On | undefined => {
  if (parts.get('FREQ') === 'DAILY') return 'every-day';
  if (parts.get('FREQ') === 'MONTHLY' && parts.has('BYMONTHDAY'))
    return { dayOfMonth: Number(parts.get('BYMONTHDAY')) };
  const days = (parts.get('BYDAY') ?? '').split(',').map((name) => DAYS.indexOf(name) + 1);
  return parts.get('FREQ') === 'WEEKLY' && days.every(isWeekday) ? days.filter(isWeekday) : undefined;
};

/** The days and the time of one rule; undefined for one that we would not write ourselves. */
const readRule = (text: string): { readonly on: On; readonly time: string } | undefined => {
  const parts = new Map(
    text
      .split(';')
      .filter((part) => part !== '')
      .map((part): readonly [string, string] => {
        const [name = '', value = ''] = part.split('=');
        return [name, value];
      }),
  );
  const on = onOf(parts);
  const [hour, minute] = [parts.get('BYHOUR') ?? '', parts.get('BYMINUTE') ?? ''];
  if (on === undefined || !/^\d{1,2}$/.test(hour) || !/^\d{1,2}$/.test(minute)) return undefined;
  return (parts.get('INTERVAL') ?? '1') === '1'
    ? { on, time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` }
    : undefined;
};

/** When a reminder of ours rings, as the Echo lists it: what somebody may have moved there. Undefined for what cannot be read as one of our rules. */
export const readTrigger = (listed: unknown): HeldRule | undefined => {
  const read = v.safeParse(trigger, listed);
  if (!read.success) return undefined;
  const { scheduledTime, recurrence } = read.output;
  const rules = recurrence?.recurrenceRules ?? [];
  if (rules.length === 0)
    return recurrence === null || recurrence === undefined
      ? scheduledTime === null || scheduledTime === undefined
        ? undefined
        : { kind: 'once', at: scheduledTime.slice(0, 16) }
      : undefined;
  const [first, ...others] = rules.map(readRule);
  const from = recurrence?.startDateTime?.slice(0, 10);
  if (first === undefined || from === undefined) return undefined;
  const times = [first.time];
  for (const other of others) {
    if (other === undefined || JSON.stringify(other.on) !== JSON.stringify(first.on)) return undefined;
    times.push(other.time);
  }
  const until = recurrence?.endDateTime?.slice(0, 10);
  return { kind: 'again', on: first.on, times, from, ...(until === undefined ? {} : { until }) };
};
