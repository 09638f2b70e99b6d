import {
  addDays,
  atTime,
  dateOf,
  type LocalDate,
  type LocalDateTime,
  type LocalTime,
  timeOf,
  WEEKDAYS,
  type Weekday,
  weekdayOf,
} from '../kernel/uk-time.ts';

/** The days on which a recurrence holds: from a first day to a last one, or for ever. Both are inclusive. */
export type Span = { readonly from: LocalDate; readonly until?: LocalDate };

/** When a Reminder is due, in UK wall time. */
export type Recurrence =
  | { readonly kind: 'once'; readonly at: LocalDateTime }
  | ({ readonly kind: 'daily'; readonly time: LocalTime } & Span)
  | ({ readonly kind: 'weekdays'; readonly time: LocalTime } & Span)
  | ({ readonly kind: 'chosen-weekdays'; readonly days: readonly Weekday[]; readonly time: LocalTime } & Span);

const daysOf = (recurrence: Exclude<Recurrence, { kind: 'once' }>): readonly Weekday[] => {
  switch (recurrence.kind) {
    case 'daily':
      return WEEKDAYS;
    case 'weekdays':
      return [1, 2, 3, 4, 5];
    case 'chosen-weekdays':
      return recurrence.days;
  }
};

const isInSpan = (span: Span, date: LocalDate): boolean =>
  date >= span.from && (span.until === undefined || date <= span.until);

/** Whether the rule names exactly this local date-time. */
export const occursAt = (recurrence: Recurrence, at: LocalDateTime): boolean =>
  recurrence.kind === 'once'
    ? recurrence.at === at
    : timeOf(at) === recurrence.time &&
      isInSpan(recurrence, dateOf(at)) &&
      daysOf(recurrence).includes(weekdayOf(dateOf(at)));

/** The first local date-time the rule names that is later than `after` on the dial, or undefined when it has run out. */
export const nextLocal = (recurrence: Recurrence, after: LocalDateTime): LocalDateTime | undefined => {
  if (recurrence.kind === 'once') return recurrence.at > after ? recurrence.at : undefined;
  const days = daysOf(recurrence);
  const first = dateOf(after) > recurrence.from ? dateOf(after) : recurrence.from;
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const date = addDays(first, ahead);
    const at = atTime(date, recurrence.time);
    if (!isInSpan(recurrence, date)) return undefined;
    if (at > after && days.includes(weekdayOf(date))) return at;
  }
  return undefined;
};
