import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { addDays, dateOf, instantOf, localDate, weekdayOf } from '../../../lambda/core/kernel/uk-time.ts';
import type { EchoReminder } from './alexa-state.ts';

type Trigger = EchoReminder['trigger'];

/** One rule as Amazon's own material writes them: `FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=30;BYSECOND=0;INTERVAL=1;`. */
type Rule = {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY';
  readonly days: readonly string[];
  readonly monthDays: readonly number[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
};

const PARTS = /^(?:FREQ|BYDAY|BYMONTHDAY|BYHOUR|BYMINUTE|BYSECOND|INTERVAL)=[A-Z0-9,]+$/;
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const numbers = (text: string | undefined): readonly number[] =>
  text === undefined ? [] : text.split(',').map(Number);

/** Undefined for a rule with a part that this Alexa does not know, such as COUNT, UNTIL or BYSETPOS, or without its time. */
export const ruleOf = (text: string): Rule | undefined => {
  const parts = text.split(';').filter((part) => part !== '');
  if (!parts.every((part) => PARTS.test(part))) return undefined;
  const values = new Map(parts.map((part): [string, string] => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']));
  const freq = (['DAILY', 'WEEKLY', 'MONTHLY'] as const).find((known) => known === values.get('FREQ'));
  const days = values.get('BYDAY')?.split(',') ?? [];
  const [hours, minutes] = [numbers(values.get('BYHOUR')), numbers(values.get('BYMINUTE'))];
  const isKnown =
    freq !== undefined && days.every((day) => DAYS.includes(day)) && (values.get('INTERVAL') ?? '1') === '1';
  if (!isKnown || hours.length === 0 || minutes.length === 0) return undefined;
  return { freq, days, monthDays: numbers(values.get('BYMONTHDAY')), hours, minutes };
};

const isOn = (rule: Rule, date: string): boolean =>
  (rule.days.length === 0 || rule.days.includes(DAYS[weekdayOf(date) - 1] ?? '')) &&
  (rule.monthDays.length === 0 || rule.monthDays.includes(Number(date.slice(8))));

const two = (n: number): string => String(n).padStart(2, '0');

const timesOn = (rule: Rule, date: string): readonly string[] =>
  isOn(rule, date)
    ? rule.hours.flatMap((hour) => rule.minutes.map((minute) => `${date}T${two(hour)}:${two(minute)}`))
    : [];

/** A rule of days fires within this many days or never. */
const LOOKS_AHEAD = 400;

/** When a trigger rings next after an instant; null when it never does. Wall times are those of the United Kingdom. */
export const nextRing = ({ scheduledTime, recurrence }: Trigger, after: Instant): Instant | null => {
  if (recurrence === undefined) {
    const at = instantOf((scheduledTime ?? '').slice(0, 16));
    return at > after ? at : null;
  }
  const rules = recurrence.recurrenceRules.flatMap((text) => ruleOf(text) ?? []);
  const from = dateOf(recurrence.startDateTime ?? '2000-01-01T00:00');
  const until = recurrence.endDateTime?.slice(0, 16) ?? '9999-12-31T23:59';
  const today = localDate(after);
  let date = from > today ? from : today;
  for (let n = 0; n < LOOKS_AHEAD; n += 1, date = addDays(date, 1)) {
    const rings = rules
      .flatMap((rule) => timesOn(rule, date))
      .filter((local) => local <= until)
      .map(instantOf)
      .filter((at) => at > after);
    if (rings.length > 0) return Math.min(...rings);
  }
  return null;
};
