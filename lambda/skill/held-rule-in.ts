import { isLocalDate, isLocalTime, WEEKDAYS } from '../core/kernel/uk-time.ts';
import type { HeldRule } from '../core/reminders/held-rule.ts';
import { idsIn, numberIn, type Small, smallIn, textIn } from './small-values.ts';

const onIn = (small: Small): Extract<HeldRule, { kind: 'again' }>['on'] | undefined => {
  if (small.on === 'every-day') return 'every-day';
  const day = numberIn(smallIn(small, 'on') ?? {}, 'dayOfMonth');
  if (day > 0) return { dayOfMonth: day };
  const days = Array.isArray(small.on)
    ? WEEKDAYS.filter((one) => Array.isArray(small.on) && small.on.includes(one))
    : [];
  return days.length === 0 ? undefined : days;
};

/** The rule of a copy, out of session attributes: what cannot be read is none. */
export const heldRuleIn = (small: Small | undefined): HeldRule | undefined => {
  if (small === undefined) return undefined;
  const at = textIn(small, 'at');
  if (small.kind === 'once') return at === undefined ? undefined : { kind: 'once', at };
  const [on, from, until] = [onIn(small), textIn(small, 'from'), textIn(small, 'until')];
  const times = idsIn(small, 'times').filter(isLocalTime);
  if (on === undefined || from === undefined || !isLocalDate(from) || times.length === 0) return undefined;
  return { kind: 'again', on, times, from, ...(until === undefined ? {} : { until }) };
};
